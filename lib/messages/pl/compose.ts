import type { Polish } from './polish.ts'

export const compose: Polish<'compose'> = {
  title: 'Zestaw z kilku',
  lede: 'Weź do jednego zestawu rozdziały swoich tekstów, swoje listy i to, czego się uczysz.',
  none: 'Nie ma jeszcze czego wziąć.',
  noneBody: 'Dodaj najpierw tekst albo listę albo weź zestaw z biblioteki.',
  goesIn: 'Co wchodzi w skład',
  all: 'Całość',
  chosen: '{n} z {all} rozdziałów',
  tags: 'Co ma etykietę',
  earlier: 'Wcześniej',
  earlierOf: 'Przesuń „{title}” wcześniej',
  newer: '„{title}” od tego czasu się zmienił.',
  takeOver: 'Przejmij zmiany',
  taken: 'Zmiany wejdą, gdy opublikujesz.',
  whatItAsks: 'O co pyta',
  asksLede: 'Pomiń, czego nie chcesz. To, co napisał ktoś inny, możesz na potrzeby tego zestawu ująć inaczej.',
  inPlace: 'Tu ujęte inaczej',
  editFact: 'Ujmij inaczej: „{statement}”',
  takeIn: 'Weź: {statement}',
  save: 'Opublikuj',
  itself: 'Zestaw nie może być częścią samego siebie.',
  nothing: 'Wybierz, co ma wejść w skład: inaczej nie będzie o co pytać.',
  noQuestion: 'Z tych słów nie powstaje żadne pytanie. Ujmij zamiast tego inaczej jedno z jego pytań.',
  changedMeanwhile:
    'Ten zestaw zmieniono w międzyczasie, być może w innym oknie. Wczytaj stronę ponownie, aby to zobaczyć.',
  beginning: 'Przed pierwszym nagłówkiem',
}
