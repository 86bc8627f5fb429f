import { type Random, shuffled } from '#lib/base/index.ts'
import type { Fsrs, Memory, Rating } from '#lib/scheduling/index.ts'
import { type Aim, afterMiss, firstWorth, reviewWorth } from './worth.ts'

/** A fact as a plan sees it. `day` is the study day of the last answer; both null: never met. */
export type Held = { readonly memory: Memory | null; readonly day: number | null }

/** Of what was met, by worth, the part that probes are drawn from: what a probe costs is then hardly lost. */
const PROBED = 0.5

/** An exam as a plan sees it. */
export type Target = {
  /** The study day on whose morning it is. */
  readonly day: number
  /** What recall on that day counts beside recall a month later, 0–1. */
  readonly examShare: number
  /** What each fact counts in it; absent: all alike. Of several exams, what their facts come to is what each exam counts. */
  readonly weights?: readonly number[]
}

export type PlannerOptions = {
  readonly model: Fsrs
  readonly targets: readonly Target[]
  /** How long each fact takes beside a typical one; absent: as long. */
  readonly paces?: readonly number[]
  /** Every so many answers, one is asked whatever it is worth, so that the forecast learns of what is taken to be known. 0: never. */
  readonly probeEvery?: number
  readonly random: Random
}

/** What decides what is asked on a day: a whole order, of which as much is asked as the day has minutes. */
export type Policy = {
  order: (day: number) => readonly number[]
  answered: (fact: number, day: number, rating: Rating) => void
}

/**
 * The plan for one exam or several: on each day, the facts in the order of what a second spent on them adds to recall at the
 * exams that are still ahead, with a few at random among them. Each fact is asked once a day at most.
 */
export class Planner implements Policy {
  readonly held: Held[]
  private model: Fsrs
  private readonly options: PlannerOptions

  constructor(held: readonly Held[], options: PlannerOptions) {
    this.held = [...held]
    this.options = options
    this.model = options.model
  }

  /** Goes on with another model, which sees the past as `held`. */
  relearn(model: Fsrs, held: readonly Held[]): void {
    this.model = model
    this.held.splice(0, this.held.length, ...held)
  }

  /** What asking each fact on a day is worth; null for one that was asked that day. */
  worths(day: number): readonly (number | null)[] {
    const { targets, paces } = this.options
    const ahead = targets
      .filter((target) => target.day > day)
      .map(({ day: examDay, examShare, weights }) => {
        const aim: Aim = { examInDays: examDay - day, examShare }
        return { aim, weights, first: firstWorth(this.model, aim) }
      })
    return this.held.map(({ memory, day: last }, fact) => {
      if (last === day) return null
      let worth = 0
      for (const { aim, weights, first } of ahead) {
        const weight = weights?.[fact] ?? 1
        if (weight === 0) continue
        worth += weight * (memory === null || last === null ? first : reviewWorth(this.model, aim, memory, day - last))
      }
      return worth / (paces?.[fact] ?? 1)
    })
  }

  order(day: number): readonly number[] {
    const worths = this.worths(day)
    const ranked = worths.flatMap((worth, fact) => (worth !== null && worth > 0 ? [fact] : []))
    ranked.sort((a, b) => (worths[b] as number) - (worths[a] as number) || a - b)
    return this.withProbes(ranked)
  }

  answered(fact: number, day: number, rating: Rating): void {
    this.held[fact] = { memory: step(this.model, this.held[fact] ?? NEVER, day, rating), day }
  }

  private withProbes(ranked: readonly number[]): readonly number[] {
    const { probeEvery = 0, random } = this.options
    if (probeEvery < 2) return ranked
    const met = ranked.filter((fact) => this.held[fact]?.memory)
    const probes = shuffled(met.slice(0, Math.ceil(met.length * PROBED)), random).slice(
      0,
      Math.ceil(ranked.length / (probeEvery - 1)),
    )
    const out: number[] = []
    const taken = new Set<number>()
    const take = (fact: number | undefined) => {
      if (fact === undefined || taken.has(fact)) return
      taken.add(fact)
      out.push(fact)
    }
    for (const [at, fact] of ranked.entries()) {
      if (at % (probeEvery - 1) === probeEvery - 2) take(probes.shift())
      take(fact)
    }
    return out
  }
}

const NEVER: Held = { memory: null, day: null }

/** Memory after a sitting with a fact: an answer and, where it was missed, the second pass. */
export const step = (model: Fsrs, { memory, day: last }: Held, day: number, rating: Rating): Memory => {
  const elapsed = last === null ? 0 : day - last
  if (rating === 1) return afterMiss(model, memory, elapsed)
  return memory === null ? model.first(rating) : model.next(memory, elapsed, rating)
}

/** The chance that a fact is recalled on a day; 0 where it was never met. */
export const recallOn = (model: Fsrs, { memory, day: last }: Held, day: number): number =>
  memory === null || last === null ? 0 : model.recall(Math.max(0, day - last), memory.stability)
