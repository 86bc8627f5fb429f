import type { Polish } from './polish.ts'

export const reminders: Polish<'reminders'> = {
  head: 'Przypomnienia',
  due: {
    one: '{n} pytanie do powtórki',
    few: '{n} pytania do powtórki',
    many: '{n} pytań do powtórki',
    other: '{n} pytania do powtórki',
  },
  minutes: {
    one: 'Około {n} minuty.',
    few: 'Około {n} minut.',
    many: 'Około {n} minut.',
    other: 'Około {n} minuty.',
  },
  calendar: 'Footnote: do powtórki',
  pushBody: 'Kilka minut teraz oszczędza godzinę później.',
  feed: 'W kalendarzu',
  feedHint: 'Adres, który czyta Twój kalendarz: ile przypada na który dzień',
  feedMake: 'Utwórz adres',
  feedBody: 'Kto zna ten adres, może przeczytać, ile przypada, i nic więcej. Zasubskrybuj go w swoim kalendarzu.',
  feedAddress: 'Adres Twojego kalendarza',
  feedCopy: 'Kopiuj',
  feedCopied: 'Skopiowano.',
  feedAgain: 'Utwórz nowy adres',
  feedDrop: 'Cofnij go',
  push: 'Na tym urządzeniu',
  pushHint: 'Jedno powiadomienie dziennie, w dni, gdy coś przypada',
  pushHour: 'Od godziny {hour}',
  pushNot:
    'Ta przeglądarka nie może tu przypominać. Potrzebne jest HTTPS; na iPhonie najpierw dodaj Footnote do ekranu początkowego.',
  pushDenied: 'Powiadomienia z tej strony są zablokowane w ustawieniach przeglądarki.',
  pushFailed: 'Nie udało się: usługa push tej przeglądarki jest nieosiągalna.',
}
