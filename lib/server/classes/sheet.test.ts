import { DOMParser } from '@xmldom/xmldom'
import Papa from 'papaparse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import yauzl from 'yauzl'
import { GET } from '#app/api/classes/[class]/grades/route.ts'
import { newSet } from '#lib/testing/drafts.ts'
import { newLearner, openStage, sqliteGround } from '#lib/testing/stage.ts'
import { db } from '../db.ts'
import type { Viewer } from '../viewer.ts'
import { assignStudy } from './assign.ts'
import { gradeSheet } from './sheet.ts'
import { makeClass } from './write.ts'

/** What spreadsheets would run, break or be confused by. */
const HOSTILE = [
  '=HYPERLINK("https://evil.example","x")',
  '+1+1',
  '-2+3',
  '@SUM(A1:A9)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  '＝1+1',
  "=cmd|' /C calc'!A0\nsecond line",
  'a;=1+1',
  'Zoë "the" <b>&amp; Ünal, Łucja',
  "o'Neil",
  'x\u0007\uFFFEy',
]

type Files = Map<string, string>

/** The texts of a ZIP's files. */
const unzipped = (bytes: Buffer): Promise<Files> =>
  new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (problem, zip) => {
      if (problem) return reject(problem)
      const files: Files = new Map()
      zip.on('entry', (entry: yauzl.Entry) => {
        zip.openReadStream(entry, (trouble, stream) => {
          if (trouble) return reject(trouble)
          const parts: Buffer[] = []
          stream.on('data', (part: Buffer) => parts.push(part))
          stream.on('end', () => {
            files.set(entry.fileName, Buffer.concat(parts).toString('utf8'))
            zip.readEntry()
          })
        })
      })
      zip.on('end', () => resolve(files))
      zip.readEntry()
    })
  })

const parsed = (xml: string) =>
  new DOMParser({
    errorHandler: (_level: string, message: string) => {
      throw new Error(message)
    },
  }).parseFromString(xml, 'text/xml')

/** The cells of a workbook's first sheet: their kind and what they show. */
const cellsOf = (files: Files): { type: string; text: string }[][] => {
  const strings = Array.from(parsed(files.get('xl/sharedStrings.xml') ?? '<sst/>').getElementsByTagName('si')).map(
    (one) => one.textContent ?? '',
  )
  const sheet = parsed(files.get('xl/worksheets/sheet1.xml') ?? '')
  return Array.from(sheet.getElementsByTagName('row')).map((row) =>
    Array.from(row.getElementsByTagName('c')).map((cell) => {
      const type = cell.getAttribute('t') || 'n'
      const text = cell.textContent ?? ''
      return { type, text: type === 's' ? (strings[Number(text)] ?? '') : text }
    }),
  )
}

describe('the gradebook as a file', () => {
  let close: () => Promise<void>
  let ada: Viewer
  let classId: string
  beforeAll(async () => {
    close = await openStage(sqliteGround())
    ada = { ...(await newLearner()), kind: 'member' }
    ;({ classId } = await makeClass(ada, { title: '=Tides"; x', note: null }))
    for (const name of HOSTILE) {
      const { id: userId } = await db().user.create({ data: { kind: 'member', name } })
      await db().classMember.create({ data: { classId, userId, role: 'learner', joinedAt: new Date() } })
    }
    const { setId } = await newSet({ ownerId: ada.userId, visibility: 'private' })
    const until = { date: '2030-01-15', time: '09:00' }
    await assignStudy(ada, { classIds: [classId], setId, sections: null, ...until })
    await db().assignment.updateMany({ data: { title: '=1+1' } })
  })
  afterAll(() => close())

  it('starts no cell of a CSV file with what would be a formula, and parts none', async () => {
    const { name, type, bytes } = await gradeSheet(ada, { classId, format: 'csv' })
    expect([name, type]).toEqual(['Grades, =Tides"; x.csv', 'text/csv; charset=utf-8'])
    const text = bytes.toString('utf8')
    expect(text.startsWith('\uFEFF"')).toBe(true)
    const { data, errors } = Papa.parse<string[]>(text.slice(1), { delimiter: ',' })
    expect(errors).toEqual([])
    expect(data).toHaveLength(HOSTILE.length + 1)
    expect(data.every((row) => row.length === 9)).toBe(true)
    const cells = data.flat()
    expect(cells.filter((cell) => /^[=+\-@\t\r\n＝＋－＠]/.test(cell))).toEqual([])
    const names = data.slice(1).map(([first]) => first)
    for (const hostile of HOSTILE.slice(0, 9)) expect(names).toContain(`'${hostile}`)
    for (const harmless of HOSTILE.slice(9)) expect(names).toContain(harmless)
    // With the separator of another country the cell is whole as well.
    const other = Papa.parse<string[]>(text.slice(1), { delimiter: ';' }).data.flat()
    expect(other.some((cell) => cell.startsWith('=1'))).toBe(false)
    expect(data[0]?.[1]).toBe("'=1+1: met")
  })

  it('types every text of an XLSX file as a text, so that none is a formula, and shares as numbers', async () => {
    const { type, bytes } = await gradeSheet(ada, { classId, format: 'xlsx' })
    expect(type).toContain('spreadsheetml')
    const files = await unzipped(bytes)
    expect([...files.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', 'xl/workbook.xml']))
    const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
    expect(parsed(sheet).getElementsByTagName('f').length).toBe(0)
    const [heads, ...rows] = cellsOf(files)
    expect(heads?.map(({ text }) => text).slice(0, 2)).toEqual(['Learner', '=1+1: met'])
    expect(rows).toHaveLength(HOSTILE.length)
    const names = rows.map(([first]) => first)
    expect(names.every((cell) => cell?.type === 's' || cell?.type === 'inlineStr')).toBe(true)
    const shown = HOSTILE.map((name) => name.replace(/[\p{Cc}\uFFFE]/gu, ' ').trim()).sort()
    expect(names.map((cell) => cell?.text.trim()).sort()).toEqual(shown)
    expect(rows.map(([, met]) => met)).toEqual(rows.map(() => ({ type: 'n', text: '0' })))
  })

  it('is nobody else’s', async () => {
    const other: Viewer = { ...(await newLearner()), kind: 'member' }
    await expect(gradeSheet(other, { classId, format: 'csv' })).rejects.toMatchObject({ code: 'not-found' })
    const request = new Request(`http://localhost/api/classes/${classId}/grades?format=csv`)
    expect((await GET(request, { params: Promise.resolve({ class: classId }) })).status).not.toBe(200)
  })
})
