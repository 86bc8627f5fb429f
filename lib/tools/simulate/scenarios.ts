/** Facts, days to the exam, minutes a day. */
export type Scenario = { readonly facts: number; readonly days: number; readonly minutes: number }

export const SCENARIOS: readonly Scenario[] = [
  { facts: 150, days: 7, minutes: 10 },
  { facts: 150, days: 14, minutes: 5 },
  { facts: 150, days: 14, minutes: 10 },
  { facts: 150, days: 30, minutes: 5 },
  { facts: 500, days: 14, minutes: 20 },
  { facts: 500, days: 30, minutes: 20 },
]

export const nameOf = ({ facts, days, minutes }: Scenario): string => `N${facts} D${days} B${minutes}`
