import type { Polish } from './polish.ts'

export const landing: Polish<'landing'> = {
  title: 'Ucz się tego, co jest w tekście',
  claim: 'Każde pytanie wskazuje swoje źródło.',
  lede: 'Daj Footnote coś, czego musisz się nauczyć. Znajdzie fakty, ułoży pytania i przy każdym pokaże zdanie, z którego pochodzi.',
  start: 'Zacznij naukę',
  resume: 'Ucz się dalej',
  signIn: 'Zaloguj się',
  noAccount: 'Konto nie jest potrzebne. Na początek: artykuł o Japonii i Rosji.',
  paste: 'Albo wklej własny tekst',
  starting: 'Przygotowuję miejsce…',
  offline: 'Nie ma teraz sieci. Na początek jest potrzebna, raz.',
  closed: 'Teraz nikt nowy nie może tu zacząć. Kto ma konto, loguje się.',
  failed: 'Nie udało się. Nic nie przepadło; spróbuj ponownie za chwilę.',
  exampleLabel: 'Zdanie z tekstu i pytanie, które z niego powstało',
  exampleMarked: 'Traktat z Shimody wyznaczył granicę między Iturupem a Urupem',
  exampleRest: ', a Sachalin zostawił bez granicy.',
  exampleQuestion: 'Między którymi dwiema wyspami biegła pierwsza granica?',
}
