import { type Card, createEmptyCard, fsrs } from 'ts-fsrs'
import { daysAhead } from '#lib/analytics/index.ts'
import { seededRandom } from '#lib/base/index.ts'
import {
  fitWeights,
  type Held,
  logLoss,
  madeLearner,
  Planner,
  POPULATION,
  priorOf,
  type Review,
  scaleOf,
} from '#lib/exams/index.ts'
import { DEFAULT_WEIGHTS, fsrsFor, makeFsrs, nextMemory, type Rating } from '#lib/scheduling/index.ts'
import { absolute, type Figure, figure } from './figure.ts'

const FACTS = 1_000
const ROUNDS = 15
const PLAN_MS = 10
const DAY_MS = 86_400_000
const EXAM_DAY = 60
const TODAY = 40

const heldOf = (at: number): Held => {
  if (at % 4 === 0) return { memory: null, day: null }
  const rating = ((at % 3) + 2) as Rating
  const first = nextMemory(null, 0, rating)
  return { memory: nextMemory(first, at % 9, rating), day: at % TODAY }
}

const timed = (run: () => void): number => {
  const begun = performance.now()
  run()
  return performance.now() - begun
}

/** Today's order for a thousand facts, and what ts-fsrs takes to weigh and sort as many. */
const plans = (): Figure[] => {
  const held = Array.from({ length: FACTS }, (_, at) => heldOf(at))
  const options = { model: fsrsFor(null), targets: [{ day: EXAM_DAY, examShare: 0.5 }], probeEvery: 6 }
  const planner = new Planner(held, { ...options, random: seededRandom('bench') })
  const scheduler = fsrs({ enable_fuzz: false })
  const cards = held.map(({ memory, day }) => {
    const card = scheduler.next(createEmptyCard(new Date(0)), new Date((day ?? 0) * DAY_MS), 3).card
    return memory ? { ...card, ...memory } : card
  })
  const now = new Date(TODAY * DAY_MS)
  // What ts-fsrs offers to weigh an answer by: the card after each of its four ratings, and the recall of each of those.
  const then = new Date(EXAM_DAY * DAY_MS)
  const rank = () =>
    cards
      .map((card) => {
        const outcomes = Object.values(scheduler.repeat(card, now) as unknown as Record<string, { card: Card }>)
        return outcomes.reduce((sum, { card: next }) => sum + scheduler.get_retrievability(next, then, false), 0)
      })
      .sort((one, other) => one - other)
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(timed(() => planner.order(TODAY)))
    theirs.push(timed(rank))
  }
  return [
    absolute({ name: 'plan of a day, 1,000 facts', unit: 'ms', better: 'lower' }, ours, PLAN_MS),
    figure(
      {
        name: 'plan of a day, 1,000 facts',
        unit: 'ms',
        peer: 'ts-fsrs repeat() and sort',
        better: 'lower',
        goal: 1 / 5,
      },
      ours,
      theirs,
    ),
  ]
}

const PEER = '@open-spaced-repetition/binding'
type Optimiser = {
  FSRSBindingReview: new (rating: number, days: number) => object
  FSRSBindingItem: new (reviews: object[]) => object
  computeParameters: (items: object[], options: { enableShortTerm: boolean }) => Promise<number[]>
}

/** A log of so many answers on later days, as somebody has it who comes when the default weights call, more or less. */
const logOf = (weights: readonly number[], answers: number, seed: string): Review[][] => {
  const facts = 600
  const never = Array.from({ length: facts }, () => ({ memory: null, day: null }))
  const learner = madeLearner(makeFsrs(weights), never, [], 0, (fact) => seededRandom(`${seed} ${fact}`))
  const sway = seededRandom(seed)
  const model = fsrsFor(null)
  const logs = never.map((): Review[] => [])
  const due = never.map((_, fact) => Math.floor(fact / 10))
  const memories = never.map(() => model.first(3))
  let count = 0
  for (let day = 0; count < answers; day++)
    for (const [fact, log] of logs.entries()) {
      if (count >= answers || (due[fact] as number) > day) continue
      const { rating } = learner.ask(fact, day, 0)
      const last = log.at(-1)
      memories[fact] = last
        ? model.next(memories[fact] as { stability: number; difficulty: number }, day - last.day, rating)
        : model.first(rating)
      if (last) count += 1
      log.push({ day, rating })
      const interval = (memories[fact]?.stability ?? 1) * (0.7 + 0.6 * sway())
      due[fact] = day + Math.max(1, Math.round(interval))
    }
  return logs.filter(({ length }) => length > 0)
}

/** The same log as fsrs-rs takes it: an item for each answer, with all before it. */
const itemsOf = ({ FSRSBindingItem, FSRSBindingReview }: Optimiser, logs: readonly Review[][]): object[] =>
  logs.flatMap((log) =>
    log.slice(1).map((_, at) => {
      const until = log.slice(0, at + 2)
      const days = (n: number) => (n === 0 ? 0 : (until[n]?.day ?? 0) - (until[n - 1]?.day ?? 0))
      return new FSRSBindingItem(until.map(({ rating }, n) => new FSRSBindingReview(rating, days(n))))
    }),
  )

const HELD_OUT = 3_000
const GOAL = 0.98
const NO_WORSE = 1

/** Fits of one's own weights, judged by what they make of the same learner's other answers. */
const fits = async (): Promise<Figure[]> => {
  const name: string = PEER
  const peer = (await import(name).catch(() => null)) as Optimiser | null
  if (!peer) console.error(`To compare with fsrs-rs: npm install --no-save ${PEER}@0.5.0`)
  const figures: Figure[] = []
  for (const answers of [300, 1_000]) {
    const loss = { ours: [] as number[], theirs: [] as number[], none: [] as number[] }
    for (const [index, weights] of POPULATION.entries()) {
      const prior = priorOf(POPULATION.filter((_, other) => other !== index))
      const logs = logOf(weights, answers, `train ${index}`)
      const unseen = logOf(weights, HELD_OUT, `test ${index}`)
      const fit = fitWeights(logs, prior)
      loss.ours.push(logLoss(fit.weights, unseen, scaleOf(fit.z)))
      loss.none.push(logLoss(DEFAULT_WEIGHTS, unseen))
      if (peer)
        loss.theirs.push(logLoss(await peer.computeParameters(itemsOf(peer, logs), { enableShortTerm: true }), unseen))
    }
    const mean = (values: readonly number[]) => [values.reduce((sum, one) => sum + one, 0) / values.length]
    const what = { name: `log loss of a fit to ${answers} answers`, unit: 'nats', better: 'lower' as const }
    figures.push(figure({ ...what, peer: 'default weights', goal: NO_WORSE }, mean(loss.ours), mean(loss.none)))
    if (peer) figures.push(figure({ ...what, peer: 'fsrs-rs', goal: GOAL }, mean(loss.ours), mean(loss.theirs)))
  }
  return figures
}

const YEAR = 365
const YEAR_ROUNDS = 7

/** A year of a thousand cards, and the same by a loop over ts-fsrs's `next()`. */
const year = (): Figure => {
  const scheduler = fsrs({ enable_fuzz: false })
  const begun = Array.from({ length: FACTS }, (_, at) => {
    const rating = ((at % 3) + 2) as Rating
    const card = scheduler.next(createEmptyCard(new Date(0)), new Date((at % TODAY) * DAY_MS), rating).card
    return { card, memory: { stability: card.stability, difficulty: card.difficulty }, lastDay: at % TODAY }
  })
  const loop = () => {
    const random = seededRandom('bench')
    let answers = 0
    for (const { card: first } of begun) {
      let card: Card = first
      for (;;) {
        const day = Math.max(TODAY, Math.floor(card.due.getTime() / DAY_MS))
        if (day >= TODAY + YEAR) break
        const missed = random() >= 0.9
        card = scheduler.next(card, new Date(day * DAY_MS), missed ? 1 : 3).card
        if (missed) card = scheduler.next(card, new Date(day * DAY_MS), 3).card
        answers += missed ? 2 : 1
      }
    }
    return answers
  }
  const cards = begun.map(({ memory, lastDay }) => ({ memory, lastDay, suspended: false }))
  const [ours, theirs]: [number[], number[]] = [[], []]
  for (let round = 0; round < YEAR_ROUNDS; round++) {
    ours.push(timed(() => daysAhead(cards, { today: TODAY, days: YEAR, retention: 0.9, seed: 'bench' })))
    theirs.push(timed(loop))
  }
  const what = { name: 'a year of 1,000 cards', unit: 'ms', peer: 'a loop over ts-fsrs', better: 'lower' as const }
  return figure({ ...what, goal: 1 / 15 }, ours, theirs)
}

export const exam = async (): Promise<Figure[]> => [...plans(), year(), ...(await fits())]
