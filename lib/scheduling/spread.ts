/** A memory that comes back on a study day of its own choosing, after an interval of so many days. */
export type Ideal = { key: string; day: number; intervalDays: number }

/** Within how many days of its ideal an interval may end: shares of its parts, as Anki's fuzz has them, in whole days. */
const SLACK: readonly (readonly [from: number, to: number, share: number])[] = [
  [2.5, 7, 0.15],
  [7, 20, 0.1],
  [20, Number.POSITIVE_INFINITY, 0.05],
]

/** Days by which a review may come early or late without harm: none below three days, one for a week, two for a month. */
export const slackDays = (intervalDays: number): number =>
  intervalDays < 2.5
    ? 0
    : Math.round(
        SLACK.reduce((sum, [from, to, share]) => sum + share * Math.max(0, Math.min(intervalDays, to) - from), 0.5),
      )

/** How long a row of days off may be before a review falls to the first day after them and nowhere else. */
const OFF_DAYS_MAX = 366

/**
 * A later day has to be so much emptier to be taken: it will still fill with what is answered until then, and whoever always
 * sees an empty tomorrow puts everything off.
 */
const LATER = 1.3

type Around = {
  today: number
  isOff: (day: number) => boolean
  /** Answered today already, which is a part of today's load. */
  done: number
}

const firstOn = (from: number, step: 1 | -1, { today, isOff }: Around): number | null => {
  for (let day = from, tried = 0; day >= today && tried < OFF_DAYS_MAX; day += step, tried++)
    if (!isOff(day)) return day
  return null
}

/** The day itself or, where that is off, the nearest one within the slack (or a day) before it, or else the first one after it. */
const homeOf = (ideal: Ideal, around: Around): number => {
  const day = Math.max(ideal.day, around.today)
  if (!around.isOff(day)) return day
  const before = ideal.day < around.today ? null : firstOn(day - 1, -1, around)
  const answeredOn = ideal.day - ideal.intervalDays
  const near = before !== null && before > answeredOn && day - before <= Math.max(1, slackDays(ideal.intervalDays))
  if (near) return before
  return firstOn(day + 1, 1, around) ?? day
}

/**
 * The study day on which each memory is to be asked: its ideal day, or another within its slack where fewer come, and
 * never a day off. What is over its time stays with today. Nothing is drawn by chance, so that two devices agree.
 */
export const spreadOverDays = (ideals: readonly Ideal[], around: Around): Map<string, number> => {
  const load = new Map<number, number>([[around.today, around.done]])
  const loadOf = (day: number) => load.get(day) ?? 0
  const days = new Map<string, number>()
  for (const ideal of ideals) {
    const home = homeOf(ideal, around)
    days.set(ideal.key, home)
    load.set(home, loadOf(home) + 1)
  }
  const cost = (day: number, home: number): number => (loadOf(day) + (day === home ? 0 : 1)) * (day > home ? LATER : 1)
  // The longest intervals move first: a day is least to them.
  const movable = ideals
    .filter(({ day, intervalDays }) => day >= around.today && slackDays(intervalDays) > 0)
    .sort((a, b) => b.intervalDays - a.intervalDays || (a.key < b.key ? -1 : 1))
  for (const ideal of movable) {
    const home = days.get(ideal.key) ?? ideal.day
    const slack = slackDays(ideal.intervalDays)
    let best = home
    for (let day = Math.max(around.today, ideal.day - slack); day <= ideal.day + slack; day++) {
      if (!around.isOff(day) && cost(day, home) < cost(best, home)) best = day
    }
    if (best === home) continue
    load.set(home, loadOf(home) - 1)
    load.set(best, loadOf(best) + 1)
    days.set(ideal.key, best)
  }
  return days
}
