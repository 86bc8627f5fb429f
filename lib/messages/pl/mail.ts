import type { Polish } from './polish.ts'

export const mail: Polish<'mail'> = {
  resetSubject: 'Nowe hasło do Footnote',
  resetText:
    'Ktoś, pewnie ty, prosi o nowe hasło w {site}.\n\nWybierz je tutaj w ciągu godziny:\n\n{link}\n\nJeśli to nie ty, nic nie rób: hasło zostaje bez zmian.\n',
  entrySubject: 'Wejście do Footnote',
  entryText:
    'Ktoś, pewnie ty, chce zalogować się w {site} tym adresem.\n\nOtwórz to w ciągu pół godziny:\n\n{link}\n\nJeśli to nie ty, nic nie rób.\n',
}
