import type { Polish } from './polish.ts'

export const due: Polish<'due'> = {
  title: 'Z twoich klas',
  from: '{classTitle} · {from}',
  questions: { one: '{n} pytanie', few: '{n} pytania', many: '{n} pytań', other: '{n} pytania' },
  minutes: { one: '{n} minuta', few: '{n} minuty', many: '{n} minut', other: '{n} minuty' },
  open: 'Otwarty',
  until: 'do {at}',
  opens: 'otwiera się {at}',
  underWay: 'w trakcie',
  done: 'oddany',
  closed: 'zamknięty',
  live: 'razem, na żywo',
}
