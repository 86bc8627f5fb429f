import type { Polish } from './polish.ts'

export const quiz: Polish<'quiz'> = {
  title: 'Sprawdzian',
  questionsGone: 'Niektórych z tych pytań nie ma już w zestawie. Wybierz je na nowo.',
  closesFirst: 'Zamknąłby się, zanim się otworzy. Ustaw późniejszy koniec.',
  neverTold: 'Odpowiedzi mają być podane po zamknięciu, a końca nie ma. Ustaw go albo podawaj je po oddaniu.',
  notYet: 'Jeszcze się nie otworzył.',
  isClosed: 'Już się zamknął.',
  answerNeeded: 'Podaj, jaka odpowiedź.',
  usedUp: 'Wszystkie podejścia są wykorzystane.',
}
