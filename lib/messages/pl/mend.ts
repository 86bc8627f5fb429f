import type { Polish } from './polish.ts'

export const mend: Polish<'mend'> = {
  title: 'Popraw to pytanie',
  key: 'Poprawna jest inna odpowiedź',
  accept: 'Liczy się także inna odpowiedź',
  drop: 'Nie licz go nikomu',
  full: 'Daj wszystkim za nie punkt',
  answer: 'Jaka odpowiedź',
  choose: 'Wybierz',
  preview: 'Zobacz, czyje oceny się zmienią',
  nobody: 'Niczyja ocena się nie zmieni.',
  changes: {
    one: 'Zmieni się {n} z {all}:',
    few: 'Zmienią się {n} z {all}:',
    many: 'Zmieni się {n} z {all}:',
    other: 'Zmieni się {n} z {all}:',
  },
  fromTo: '{before} → {after} z {outOf}',
  nameless: 'osoba bez imienia',
  apply: 'Popraw dla wszystkich',
}
