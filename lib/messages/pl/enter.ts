import type { Polish } from './polish.ts'

export const enter: Polish<'enter'> = {
  title: 'Wejście',
  codeHead: 'Wejdź z kodem.',
  codeLede:
    'Drugie urządzenie pokazuje osiem liter i cyfr. Wpisz je tutaj, a będziesz się uczyć dalej jako ten sam gość.',
  code: 'Kod',
  codeHint: 'Wielkość liter i odstępy nie mają znaczenia.',
  codeShort: 'Kod ma osiem liter i cyfr.',
  codeOver: 'Żadne urządzenie nie pokazuje tego kodu albo jest za stary. Porównaj litery lub pokaż nowy.',
  goOn: 'Dalej',
  overHead: 'Ten link już nie działa.',
  overLede: 'Został użyty, jest za stary albo brakuje w nim kawałka. Nic innego się nie zmieniło.',
  overAsk: 'Zaproszenie i link operatora może zrobić na nowo osoba, która prowadzi to Footnote.',
  stuckHead: 'Nie udało się sprawdzić linku.',
  stuckLede: 'Link działa jak przedtem. Spróbuj ponownie za chwilę.',
  newPassword: 'Nowe hasło',
  typeCode: 'Wpisz kod',
  operatorHead: 'Poprowadź to Footnote.',
  operatorLede:
    'Jako operator {name} decyduje, kto może założyć konto, pomaga wrócić tym, którzy nie mogą wejść, zamyka konta, a niczyich odpowiedzi nie widzi.',
  operatorDo: 'Zostań operatorem',
  strangerLede:
    'Kto otworzy ten link, zostaje operatorem, ale potrzebuje konta. Załóż je albo zaloguj się; wrócisz tutaj.',
  inviteHead: 'Masz zaproszenie.',
  inviteLede: 'Wybierz, czym się logujesz, a konto będzie twoje. Zaproszenie starcza na jedno konto.',
  inviteMemberHead: 'Masz tu już konto.',
  inviteMemberLede: 'Jesteś w środku jako {name}. Zaproszenie zostaje nieużyte: przekaż link komuś nowemu.',
  resetHead: 'Wybierz nowe hasło.',
  resetLede: 'Do konta {name}. Wszystkie inne urządzenia zostaną wtedy wylogowane.',
  resetDo: 'Zapisz i zaloguj się',
  entryHead: 'Wejdź.',
  entryLede: 'Ten link wpuszcza {name}, jeden raz.',
  entryDo: 'Zaloguj się jako {name}',
  moveHead: 'Ucz się dalej tutaj.',
  moveLede: 'Dalej jako ten sam gość. Twoje odpowiedzi i teksty przyjdą na to urządzenie i zostaną też na tamtym.',
  moveDo: 'Ucz się tu jako ten sam gość',
  moveMemberHead: 'Ktoś jest tu zalogowany.',
  moveMemberLede:
    'Kod należy do gościa. Żeby uczyć się tu jako ten gość, trzeba najpierw wylogować konto {name}; to, co na nim jest, jest bezpieczne.',
  moveMemberDo: 'Wyloguj i dalej jako gość',
  moveMemberNot: 'Nie wylogowuj',
  noteMember: 'Konto {name} zostanie wtedy wylogowane na tym urządzeniu.',
  noteGuest: 'To, co na tym urządzeniu zrobił gość, przez to nie przepadnie.',
  noteOtherGuest: 'Na tym urządzeniu uczył się inny gość. Za chwilę zapytamy, czy dołączyć te odpowiedzi do twoich.',
  bringGuestLede:
    'Jeśli to też twoja praca, dodaj ją do tego, co tu przenosisz. Jeśli to wspólne urządzenie, zostaw ją.',
  bringToGuest: 'Dodaj do mojej',

  forgot: 'Nie pamiętasz hasła?',
  forgotTitle: 'Nowe hasło',
  forgotHead: 'Droga z powrotem.',
  forgotLede: 'Podaj e-mail swojego konta, a przyjdzie list z linkiem do nowego hasła.',
  forgotNoMail: 'Masz konto z nazwą, bez e-maila?',
  forgotAsk:
    'Link do nowego hasła może zrobić osoba, która prowadzi to Footnote, albo osoba, która cię uczy. Poproś o niego.',
  forgotLedeAsk:
    'To Footnote nie wysyła listów. Link do nowego hasła może zrobić osoba, która je prowadzi, albo osoba, która cię uczy: poproś o niego.',
  sendLetter: 'Wyślij mi link',
  resetSent:
    'Jeśli {email} ma tu konto, list jest już w drodze. Link działa przez godzinę. Zajrzyj też do niechcianej poczty.',
  entrySent:
    'Jeśli {email} może tu wejść, list jest już w drodze. Link działa przez pół godziny. Zajrzyj też do niechcianej poczty.',
  sendAgain: 'Wyślij jeszcze raz albo gdzie indziej',
  linkInstead: 'Wyślij mi zamiast tego link',
  haveCode: 'Mam kod z innego urządzenia',

  invitedHead: 'Konta są tu na zaproszenie.',
  invitedLede:
    'Otwórz link, który masz. Jeśli go nie masz, poproś osobę, która prowadzi to Footnote. Na razie można spróbować jako gość.',
  closedHead: 'Teraz nikt nowy nie może dołączyć.',
  closedLede: 'Kto ma konto, loguje się jak dotąd. Wpuści cię też zaproszenie od osoby, która prowadzi to Footnote.',
  domainsNote: 'Do konta potrzebny jest tu e-mail w {domains}.',
  signInWithIt: 'Zaloguj się tym adresem',

  moveTitle: 'Inne urządzenie',
  moveLink: 'Ucz się dalej na innym urządzeniu',
  makeHead: 'Ucz się dalej na innym urządzeniu.',
  makeLede:
    'Kod zabierze cię tam jako tego samego gościa, ze wszystkimi odpowiedziami. Potem oba urządzenia uczą się razem.',
  makeDo: 'Pokaż kod',
  makeAgain: 'Pokaż nowy kod',
  makeHow: 'Na drugim urządzeniu otwórz {address} i wpisz:',
  makeScan: 'Albo skieruj na to jego aparat:',
  makeCode: 'Kod: {letters}',
  makeSquare: 'Kwadrat dla aparatu, który prowadzi do {address} razem z kodem.',
  makeLocal:
    'Footnote jest tu otwarte jako {host}, a ta nazwa prowadzi każde urządzenie do niego samego. Na drugim użyj adresu, którego używają inni.',
  makeGood: {
    one: 'Działa przez minutę, jeden raz.',
    few: 'Działa przez {n} minuty, jeden raz.',
    many: 'Działa przez {n} minut, jeden raz.',
    other: 'Działa przez {n} minuty, jeden raz.',
  },
  makeOver: 'Ten kod już nie działa. Pokaż nowy, gdy drugie urządzenie będzie pod ręką.',
  makeUnsent: {
    one: 'Jedna odpowiedź nie jest jeszcze wysłana. Przyjdzie, gdy tylko będzie połączenie.',
    few: '{n} odpowiedzi nie są jeszcze wysłane. Przyjdą, gdy tylko będzie połączenie.',
    many: '{n} odpowiedzi nie jest jeszcze wysłanych. Przyjdą, gdy tylko będzie połączenie.',
    other: '{n} odpowiedzi nie jest jeszcze wysłanych. Przyjdą, gdy tylko będzie połączenie.',
  },
  makeMemberHead: 'Masz konto.',
  makeMemberLede: 'Otwórz Footnote na drugim urządzeniu i zaloguj się tam: twoje odpowiedzi są na koncie.',
  makeNobodyHead: 'Nikt się tu jeszcze nie uczy.',
  makeNobodyLede: 'Nie ma czego zabrać. Z kodem z innego urządzenia możesz uczyć się dalej tutaj.',
}
