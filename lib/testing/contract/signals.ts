import pg from 'pg'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { joinClass } from '#lib/server/classes/join.ts'
import { signalIn, type Topic } from '#lib/server/classes/signal.ts'
import { newestSignal, signalsSince } from '#lib/server/classes/signals/hear.ts'
import { type Hub, makeHub } from '#lib/server/classes/signals/hub.ts'
import { LISTENER_NAME } from '#lib/server/classes/signals/listen.ts'
import { leaveClass, makeClass, removeMember, setRole } from '#lib/server/classes/write.ts'
import { db, placeInUse, transaction } from '#lib/server/db.ts'
import { endSession, openSession } from '#lib/server/login-sessions.ts'
import type { Viewer } from '#lib/server/viewer.ts'
import { type Ground, newLearner } from '../stage.ts'

const refused = (code: string) => expect.objectContaining({ code })
const WITHIN = { timeout: 10_000, interval: 20 }

const person = async (name: string): Promise<Viewer> => {
  const viewer = await newLearner()
  await db().user.update({ where: { id: viewer.userId }, data: { name } })
  return { ...viewer, sessionId: await openSession(viewer.userId, 'a test') }
}

/** A class that Ada leads and Bo is in. */
const ground = async () => {
  const [ada, bo] = [await person('Ada'), await person('Bo')]
  const { classId } = await makeClass(ada, { title: 'Tides', note: null })
  const { joinCode } = await db().class.findUniqueOrThrow({ where: { id: classId } })
  const code = joinCode ?? ''
  await joinClass(bo, { code })
  return { ada, bo, classId, code }
}

const say = (classId: string, topic: Topic) => transaction((tx) => signalIn(tx, classId, topic))
const seqOf = async (classId: string, topic: Topic) =>
  (await db().signal.findFirstOrThrow({ where: { classId, topic }, orderBy: { seq: 'desc' } })).seq

type Heard = { readonly seqs: number[]; readonly topics: string[]; text: string; over: boolean; leave: () => void }

/** Reads a stream as a browser does, for as long as it lasts. */
const hearing = async (hub: Hub, viewer: Viewer, classId: string, last: number | null = null): Promise<Heard> => {
  const gone = new AbortController()
  const body = await hub.open(viewer, classId, last, gone.signal)
  const heard: Heard = { seqs: [], topics: [], text: '', over: false, leave: () => gone.abort() }
  const read = async () => {
    for await (const bytes of body) {
      const text = new TextDecoder().decode(bytes)
      heard.text += text
      for (const [, id, data] of text.matchAll(/id: (\d+)\ndata: (.+)\n\n/g)) {
        heard.seqs.push(Number(id))
        heard.topics.push((JSON.parse(data ?? '') as { topic: string }).topic)
      }
    }
    heard.over = true
  }
  void read()
  return heard
}

export const signalContract = ({ kind }: Ground) =>
  describe('signals of a class', () => {
    const hubs: Hub[] = []
    const newHub = (options: Parameters<typeof makeHub>[0] = {}): Hub => {
      const hub = makeHub(options)
      hubs.push(hub)
      return hub
    }
    afterEach(async () => {
      for (const hub of hubs.splice(0)) await hub.stop()
    })
    /** A transaction that has signalled and waits for `commit`. */
    const openSignal = async (classId: string, topic: Topic) => {
      let commit: (fail?: Error) => void = () => {}
      let said: () => void = () => {}
      const waiting = new Promise<void>((resolve, reject) => {
        commit = (fail) => (fail ? reject(fail) : resolve())
      })
      const signalled = new Promise<void>((resolve) => {
        said = resolve
      })
      const done = transaction(async (tx) => {
        await signalIn(tx, classId, topic)
        said()
        await waiting
      })
      await signalled
      return { commit, done }
    }

    it('reach whoever has a stream open, once what they tell of can be read, and nobody in another class', async () => {
      const { ada, classId, code } = await ground()
      const other = await ground()
      const hub = newHub()
      const [here, there] = [await hearing(hub, ada, classId), await hearing(hub, other.ada, other.classId)]
      const open = await openSignal(classId, 'grades')
      await new Promise((next) => setTimeout(next, 150))
      expect(here.seqs).toEqual([])
      open.commit()
      await open.done
      await vi.waitFor(() => expect(here.topics).toEqual(['grades']), WITHIN)
      await joinClass(await person('Cy'), { code })
      await vi.waitFor(() => expect(here.topics).toEqual(['grades', 'roster']), WITHIN)
      expect(there.seqs).toEqual([])
      expect(here.text).toMatch(/^retry: \d{4}\nid: \d+\n\nid: \d+\ndata: \{"topic":"grades","assignmentId":null\}\n\n/)
    })

    it('that were rolled back reach nobody', async () => {
      const { ada, classId } = await ground()
      const heard = await hearing(newHub(), ada, classId)
      const open = await openSignal(classId, 'grades')
      open.commit(new Error('undone'))
      await expect(open.done).rejects.toThrow('undone')
      await say(classId, 'notices')
      await vi.waitFor(() => expect(heard.topics).toEqual(['notices']), WITHIN)
    })

    it('of a burst come together, the newest of each topic', async () => {
      const { ada, classId } = await ground()
      const heard = await hearing(newHub(), ada, classId)
      await transaction(async (tx) => {
        for (const topic of ['attempts', 'roster', 'attempts', 'attempts'] as const) await signalIn(tx, classId, topic)
      })
      await vi.waitFor(() => expect(heard.topics).toEqual(['roster', 'attempts']), WITHIN)
      expect(heard.seqs.at(-1)).toBe(await seqOf(classId, 'attempts'))
    })

    it('that were missed are told to whoever comes back with the number heard last, each once', async () => {
      const { ada, classId } = await ground()
      const hub = newHub()
      const before = await newestSignal(ada, classId)
      await say(classId, 'notices')
      const first = await hearing(hub, ada, classId, before)
      await vi.waitFor(() => expect(first.topics).toContain('notices'), WITHIN)
      first.leave()
      await say(classId, 'attempts')
      await say(classId, 'live')
      const again = await hearing(hub, ada, classId, first.seqs.at(-1) ?? 0)
      await say(classId, 'grades')
      const wanted = [await seqOf(classId, 'attempts'), await seqOf(classId, 'live'), await seqOf(classId, 'grades')]
      await vi.waitFor(() => expect(again.seqs).toEqual(expect.arrayContaining(wanted)), WITHIN)
      expect(new Set(again.seqs).size).toBe(again.seqs.length)
      expect((await signalsSince(ada, classId, wanted[0] ?? 0)).signals.map(({ seq }) => seq)).toEqual(
        expect.arrayContaining(wanted.slice(1)),
      )
      expect((await signalsSince(ada, classId, null)).last).toBe(wanted[2])
    })

    it('are all told where the number heard last is unknown here', async () => {
      const { ada, classId } = await ground()
      await say(classId, 'notices')
      for (const unknown of [0, 2_000_000_000]) {
        const heard = await hearing(newHub(), ada, classId, unknown)
        await vi.waitFor(() => expect(heard.topics).toEqual(['roster', 'notices']), WITHIN)
      }
    })

    it('of grades, attempts and who came are not for learners', async () => {
      const { bo, classId } = await ground()
      const heard = await hearing(newHub(), bo, classId, 0)
      for (const topic of ['attempts', 'roster', 'grades', 'live', 'notices'] as const) await say(classId, topic)
      await vi.waitFor(() => expect(heard.topics).toEqual(['live', 'notices']), WITHIN)
      expect((await signalsSince(bo, classId, 0)).signals.map(({ topic }) => topic)).toEqual(['live', 'notices'])
    })

    it('are for nobody outside of the class, whom they would tell that it is there', async () => {
      const { classId } = await ground()
      const { ada: stranger } = await ground()
      const hub = newHub()
      await expect(hearing(hub, stranger, classId)).rejects.toEqual(refused('not-found'))
      await expect(signalsSince(stranger, classId, 0)).rejects.toEqual(refused('not-found'))
      await expect(newestSignal(stranger, classId)).rejects.toEqual(refused('not-found'))
      expect(hub.count()).toBe(0)
    })

    it('end for whoever is taken out, leaves, is suspended or signs out, and follow their role', async () => {
      const { ada, bo, classId, code } = await ground()
      const [cy, dee, eve] = [await person('Cy'), await person('Dee'), await person('Eve')]
      for (const one of [cy, dee, eve]) await joinClass(one, { code })
      const hub = newHub({ beatMs: 100 })
      const heard = [await hearing(hub, bo, classId), await hearing(hub, cy, classId), await hearing(hub, dee, classId)]
      const [promoted, teaching] = [await hearing(hub, eve, classId), await hearing(hub, ada, classId)]
      await removeMember(ada, { classId, userId: bo.userId })
      await leaveClass(cy, { classId })
      await db().user.update({ where: { id: dee.userId }, data: { suspendedAt: new Date() } })
      await setRole(ada, { classId, userId: eve.userId, role: 'assistant' })
      await vi.waitFor(() => expect(heard.map(({ over }) => over)).toEqual([true, true, true]), WITHIN)
      await vi.waitFor(() => expect(teaching.text).toContain('event: beat\ndata:\n\n'), WITHIN)
      await new Promise((next) => setTimeout(next, 150))
      await say(classId, 'attempts')
      await vi.waitFor(() => expect(promoted.topics).toContain('attempts'), WITHIN)
      await endSession(ada.sessionId)
      await vi.waitFor(() => expect(teaching.over).toBe(true), WITHIN)
      expect([promoted.over, hub.count()]).toEqual([false, 1])
      await hub.stop()
      expect(hub.count()).toBe(0)
      await vi.waitFor(() => expect(promoted.over).toBe(true), WITHIN)
      await expect(hearing(hub, eve, classId)).rejects.toEqual(refused('busy'))
    })

    it('go to four streams a browser at most, and one that is left makes room', async () => {
      const { ada, classId } = await ground()
      const hub = newHub()
      const open = await Promise.all([1, 2, 3, 4].map(() => hearing(hub, ada, classId)))
      await expect(hearing(hub, ada, classId)).rejects.toEqual(refused('too-many'))
      const elsewhere = { ...ada, sessionId: await openSession(ada.userId, 'another browser') }
      await hearing(hub, elsewhere, classId)
      open[0]?.leave()
      await hearing(hub, ada, classId)
      expect(hub.count()).toBe(5)
    })

    if (kind === 'postgresql') {
      it('that are committed out of order are all told', async () => {
        const { ada, classId } = await ground()
        const heard = await hearing(newHub(), ada, classId)
        const slow = await openSignal(classId, 'grades')
        await say(classId, 'notices')
        await vi.waitFor(() => expect(heard.topics).toEqual(['notices']), WITHIN)
        heard.leave()
        slow.commit()
        await slow.done
        const again = await hearing(newHub(), ada, classId, heard.seqs[0])
        await vi.waitFor(() => expect(again.topics).toContain('grades'), WITHIN)
        expect(again.seqs).not.toContain(heard.seqs[0])
        const slower = await openSignal(classId, 'attempts')
        await say(classId, 'live')
        await vi.waitFor(() => expect(again.topics).toContain('live'), WITHIN)
        slower.commit()
        await slower.done
        await vi.waitFor(() => expect(again.topics.at(-1)).toBe('attempts'), WITHIN)
        expect(await seqOf(classId, 'attempts')).toBeLessThan(await seqOf(classId, 'live'))
      })

      const listeners = async (act: (client: pg.Client, pids: number[]) => Promise<unknown>) => {
        const place = placeInUse()
        const client = new pg.Client({ connectionString: place.kind === 'postgresql' ? place.url : '' })
        await client.connect()
        try {
          const { rows } = await client.query(
            'SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND datname = current_database()',
            [LISTENER_NAME],
          )
          return await act(
            client,
            rows.map(({ pid }) => pid),
          )
        } finally {
          await client.end()
        }
      }
      const listening = () => listeners(async (_, pids) => pids.length)

      it('reach the streams of every server process, each of which has one connection while it has streams', async () => {
        const { ada, bo, classId } = await ground()
        // Deaf to this process: what they hear, PostgreSQL told them.
        const [one, two] = [newHub({ own: false }), newHub({ own: false })]
        const heard = [
          await hearing(one, ada, classId),
          await hearing(two, ada, classId),
          await hearing(two, bo, classId),
        ]
        await vi.waitFor(async () => expect(await listening()).toBe(2), WITHIN)
        await say(classId, 'notices')
        for (const each of heard) await vi.waitFor(() => expect(each.topics).toEqual(['notices']), WITHIN)
        heard[0]?.leave()
        await vi.waitFor(async () => expect(await listening()).toBe(1), WITHIN)
        await two.stop()
        await vi.waitFor(async () => expect(await listening()).toBe(0), WITHIN)
      })

      it('that came while the connection was broken are told once it is back', async () => {
        const { ada, classId } = await ground()
        const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
        const heard = await hearing(newHub({ own: false }), ada, classId)
        await vi.waitFor(async () => expect(await listening()).toBe(1), WITHIN)
        await listeners((client, pids) => client.query('SELECT pg_terminate_backend(unnest($1::int[]))', [pids]))
        await vi.waitFor(() => expect(warn).toHaveBeenCalledOnce(), WITHIN)
        await say(classId, 'notices')
        await vi.waitFor(() => expect(heard.topics).toEqual(['notices']), WITHIN)
        await say(classId, 'grades')
        await vi.waitFor(() => expect(heard.topics).toEqual(['notices', 'grades']), WITHIN)
        warn.mockRestore()
      })
    }
  })
