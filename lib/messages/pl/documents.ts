import type { Polish } from './polish.ts'

export const documents: Polish<'documents'> = {
  title: 'Teksty',
  add: 'Dodaj tekst',
  desk: 'Twój stół',
  library: 'Biblioteka',
  emptyTitle: 'Nie ma jeszcze z czego pytać.',
  emptyBody: 'Dodaj rozdział, artykuł albo notatki. Footnote znajdzie fakty i ułoży pytania w około minutę.',
  paste: 'Wklej tekst',
  emptyNote: 'Proza po angielsku, do pięciu milionów znaków',
  held: 'Zapamiętane: {held} z {all}',
  readTime: 'Czytanie: {minutes}',
  questions: { one: '{n} pytanie', few: '{n} pytania', many: '{n} pytań', other: '{n} pytania' },
}
