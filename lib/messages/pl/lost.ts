import type { Polish } from './polish.ts'

export const lost: Polish<'lost'> = {
  notFoundTitle: 'Tu nic nie ma.',
  notFoundBody: 'Ten adres nie prowadzi do żadnej strony. Może jest w nim błąd, a może tekst usunięto.',
  toToday: 'Przejdź do strony Dziś',
  toStart: 'Przejdź na początek',
  brokenTitle: 'Ta strona się zatrzymała.',
  retry: 'Spróbuj ponownie',
  brokenBody: 'Coś poszło nie tak po naszej stronie. Odpowiedzi są na tym urządzeniu i nic nie przepadło.',
}
