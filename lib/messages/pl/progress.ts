import type { Polish } from './polish.ts'

export const progress: Polish<'progress'> = {
  title: 'Postępy',
  emptyTitle: 'Nie ma jeszcze odpowiedzi.',
  emptyBody: 'Po pierwszej sesji zobaczysz tu, co pamiętasz, co wróci i w czym idzie ci dobrze.',
  emptyStart: 'Zacznij',
  none: '–',

  kept: 'Pamiętasz {share} tego, co wraca',
  keptFew: {
    one: 'Jedna odpowiedź: za mało, żeby powiedzieć, co pamiętasz',
    few: '{n} odpowiedzi: za mało, żeby powiedzieć, co pamiętasz',
    many: '{n} odpowiedzi: za mało, żeby powiedzieć, co pamiętasz',
    other: '{n} odpowiedzi: za mało, żeby powiedzieć, co pamiętasz',
  },
  keptNone: 'Żaden fakt jeszcze nie wrócił',
  keptNote: 'Część dobrych odpowiedzi przy kolejnym pytaniu. Pas pokazuje, na ile można być tego pewnym.',
  keptNoneNote: 'Gdy fakty wrócą po dniu lub później, zobaczysz tu, ile z nich pamiętasz.',
  target: 'cel {share}',
  week: 'Tydzień od',
  asked: 'Pytania',
  right: 'Dobrze',
  share: 'Część',
  range: 'Przedział',

  loadHeavy: {
    one: '{words} ciężki dzień przed tobą',
    few: '{words} ciężkie dni przed tobą',
    many: '{words} ciężkich dni przed tobą',
    other: '{words} ciężkich dni przed tobą',
  },
  loadEven: {
    one: 'Około jednej powtórki dziennie przez dwa tygodnie',
    few: 'Około {words} powtórek dziennie przez dwa tygodnie',
    many: 'Około {words} powtórek dziennie przez dwa tygodnie',
    other: 'Około {words} powtórki dziennie przez dwa tygodnie',
  },
  loadNone: 'Nic do powtórki przez dwa tygodnie',
  loadNote: {
    one: 'Odpowiedzi na dzień i fakty do powtórki w najbliższe 14 dni. Dziś {n} odpowiedź.',
    few: 'Odpowiedzi na dzień i fakty do powtórki w najbliższe 14 dni. Dziś {n} odpowiedzi.',
    many: 'Odpowiedzi na dzień i fakty do powtórki w najbliższe 14 dni. Dziś {n} odpowiedzi.',
    other: 'Odpowiedzi na dzień i fakty do powtórki w najbliższe 14 dni. Dziś {n} odpowiedzi.',
  },
  answered: 'odpowiedzi',
  due: 'do powtórki',
  today: 'Dziś',
  day: 'Dzień',
  what: 'Co',
  count: 'Liczba',

  masteryBoth: 'Najlepiej: {best}; nowe: {fresh}',
  mastery: 'Pamiętasz {held} z {all} faktów',
  masteryNone: 'Żaden fakt nie jest jeszcze utrwalony',
  masteryNote: 'Fakty w każdej części, według tego, jak mocno się trzymają',
  section: 'Część',
  of: '{held} z {all}',
}
