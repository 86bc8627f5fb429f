import { bytes } from './bench/bytes.ts'
import { classes } from './bench/classes.ts'
import { doors } from './bench/doors.ts'
import { exam } from './bench/exam.ts'
import type { Figure } from './bench/figure.ts'
import { files } from './bench/files.ts'
import { find } from './bench/find.ts'
import { generator } from './bench/generator.ts'
import { gradebook } from './bench/gradebook.ts'
import { load } from './bench/load.ts'
import { pages } from './bench/pages.ts'
import { queue } from './bench/queue.ts'
import { study } from './bench/study.ts'
import { sync } from './bench/sync.ts'

/** `npm run --silent bench -- [AREA] --json`: each area measures ours and its peer in turn, in this run. */
const AREAS: Record<string, () => Promise<Figure[]>> = {
  sync,
  queue,
  study,
  exam,
  files,
  find,
  doors,
  classes,
  load,
  generator,
  gradebook,
  bytes,
  pages,
}

const asked = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const json = process.argv.includes('--json')
const unknown = asked.filter((name) => !(name in AREAS))
if (unknown.length) {
  console.error(`No area is called ${unknown.join(', ')}. Areas: ${Object.keys(AREAS).join(', ')}.`)
  process.exit(1)
}

const reached = ({ ratio, better, goal }: Figure): boolean => (better === 'higher' ? ratio >= goal : ratio <= goal)
const line = (each: Figure): string =>
  `${reached(each) ? 'reached' : 'MISSED '}  ${each.name}: ${each.ours} ${each.unit}, ${each.peer} ${each.theirs}; ` +
  `ratio ${each.ratio}, goal ${each.better === 'higher' ? '≥' : '≤'} ${each.goal} (n ${each.n}, spread ${each.spread})`

// What an area says on the way (set-up, builds) must not stand in the JSON.
const print = console.log
console.log = console.error
const figures: Figure[] = []
for (const [name, measure] of Object.entries(AREAS)) {
  if (asked.length && !asked.includes(name)) continue
  console.error(`Measuring ${name} …`)
  figures.push(...(await measure()))
}
print(json ? JSON.stringify(figures, null, 2) : figures.map(line).join('\n'))
process.exit(0)
