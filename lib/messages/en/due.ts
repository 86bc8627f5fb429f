export const due = {
  title: 'From your classes',
  from: '{classTitle} · {from}',
  questions: { one: '{n} question', other: '{n} questions' },
  minutes: { one: '{n} minute', other: '{n} minutes' },
  open: 'Open',
  until: 'until {at}',
  opens: 'opens {at}',
  underWay: 'under way',
  done: 'handed in',
  closed: 'closed',
  live: 'together, live',
} as const
