import type { Polish } from './polish.ts'

export const reader: Polish<'reader'> = {
  title: 'Czytaj',
  byline: 'Czytanie: {minutes} · {facts}',
  texts: 'Teksty w tym zestawie',
  map: 'Mapa',
  mapOf: 'Mapa tekstu',
  factLabel: 'Fakt {number}, {level}',
  factHeading: 'Fakt {number}',
  due: 'Powtórka: {when}',
  dueNow: 'Do powtórki teraz',
  standing: '{due} · {questions}',
  notMet: 'Jeszcze bez pytania',
  askNow: 'Zapytaj mnie teraz',
  alsoHere: 'Tu także',
  next: 'Następny fakt',
  previous: 'Poprzedni fakt',
  closeFact: 'Zamknij',
  missingTitle: 'Tego tekstu nie ma na tym urządzeniu.',
  missingBody: 'Może należeć do innego konta albo jeszcze nie dotarł. Twoje teksty są na stronie Teksty.',
  toDocuments: 'Przejdź do tekstów',
  hint: 'Dotknij zaznaczonego zdania lub jego numeru, żeby zobaczyć, co z niego pamiętasz.',
}
