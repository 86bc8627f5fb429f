import type { Polish } from './polish.ts'

export const library: Polish<'library'> = {
  title: 'Biblioteka',
  lede: 'Zestawy, które ktoś tutaj udostępnił wszystkim. Każdy można zacząć od razu.',
  find: 'Słowa w tytule',
  search: 'Szukaj',
  by: 'Autor: {name}',
  studied: {
    one: 'uczy się go {n} osoba',
    few: 'uczą się go {n} osoby',
    many: 'uczy się go {n} osób',
    other: 'uczy się go {n} osoby',
  },
  empty: 'Nikt jeszcze nie udostępnił zestawu.',
  none: 'Żaden zestaw nie ma tych słów w tytule.',
  more: 'Jest ich więcej. Poszukaj, aby je znaleźć.',
  closed: 'Nie ma tu biblioteki.',
  closedBody: 'Kto prowadzi to Footnote, udostępnia zestawy tylko przez odnośniki.',
}
