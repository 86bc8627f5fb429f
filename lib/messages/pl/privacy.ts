import type { Polish } from './polish.ts'

export const privacy: Polish<'privacy'> = {
  title: 'Twoje dane',
  head: 'Co przechowujemy i jak długo',
  lede: 'Footnote przechowuje to, czego potrzebuje, żeby pomagać ci w nauce, i nic dla nikogo innego.',
  keptHead: 'Co przechowuje serwer i po co',
  keptAccount:
    'Konto: nazwę albo adres e-mail do logowania. Hasło jest zapisane tylko w postaci, której nie da się odwrócić. Klucze dostępu i konta w innych miejscach są zapisane, jeśli się nimi logujesz. Gość nie ma nic z tego.',
  keptAnswers:
    'Odpowiedzi: co odpowiadasz, kiedy, jak długo to trwa i według jakiego zegara. Z nich wynika, kiedy zapytać ponownie. Z nimi egzaminy, które planujesz, twoje minuty na dzień i testy, które piszesz.',
  keptTexts:
    'Dodane przez ciebie teksty i listy z obrazami i dźwiękami, etykiety nadane faktom, ułożone z nich fakty i pytania zestawy, których się uczysz, oraz klasy, do których należysz.',
  keptSettings:
    'Ustawienia, adres kalendarza i każdej przeglądarki, której mamy przypominać, oraz zgłoszone przez ciebie błędy w pytaniach i udostępnione zestawy.',
  keptDevices:
    'Logowania i urządzenia: jak przedstawia się przeglądarka i kiedy była używana. Po to, żeby można je było zakończyć.',
  keptLog:
    'Dziennik bezpieczeństwa: logowania, złe hasła, zmiany w koncie, z adresem sieciowym. Po to, żeby zauważyć nadużycie.',
  longHead: 'Jak długo',
  longAccount: 'Konto i wszystko, co w nim jest',
  untilDeleted: 'aż je usuniesz',
  longGuest: 'Gość i wszystko, co do niego należy, od ostatniego użycia',
  longSession: 'Logowanie, od zakończenia albo ostatniego użycia',
  longLog: 'Wpis w dzienniku bezpieczeństwa',
  longLink: 'Link, który wpuszcza jeden raz, najwyżej',
  longCookie: 'Ciasteczko, dzięki któremu nie trzeba się logować, od ostatniego odnowienia',
  days: { one: '{n} dzień', few: '{n} dni', many: '{n} dni', other: '{n} dnia' },
  longBackups:
    'To, czego czas minął, znika raz dziennie. Footnote sam nie robi kopii zapasowych. Osoba, która go tu prowadzi, może je robić: zapytaj ją, jak długo usunięte konto w nich zostaje.',
  whoHead: 'Kto to widzi',
  whoYou: 'Ty. Nikt inny nie widzi odpowiedzi, chyba że dołączysz do klasy, ani prywatnego tekstu czy zestawu.',
  whoShared:
    'Zestaw, który udostępniasz, widzi każdy, kto ma odnośnik, albo każdy w bibliotece: pytania, tekst lub, jeśli tak wybierzesz, tylko cytowane zdania, oraz nazwę z Twojego konta. Widzisz, ile osób się go uczy i jakie błędy zgłaszają, ale nie kim są. Mogą zrobić własną kopię, która zostaje, gdy cofniesz swój zestaw.',
  whoClass:
    'W klasie, do której dołączysz, uczący widzą twoje imię oraz to, ile odpowiedzi w zadanych tam zestawach padło od dołączenia i ile z nich pamiętasz. Kto ją prowadzi, jest znany wszystkim, którzy do niej należą.',
  whoOperator:
    'Osoba, która prowadzi tu Footnote, widzi nazwy, adresy e-mail, ostatnie użycie konta, dziennik bezpieczeństwa, zestawy udostępnione wszystkim i te, które ktoś zgłosi. Strony nie pokazują jej odpowiedzi ani prywatnych tekstów; kto jednak ma maszynę, ma też pliki, które na niej są.',
  whoNobody:
    'Nie stoi za tym żadna firma: strony nie pobierają niczego skądinąd, nikogo nie liczą i nie mają reklam. List przechodzi przez pocztę tej instalacji, a konto w innym miejscu dowiaduje się o logowaniu.',
  whoModel:
    'Treść dodanych przez ciebie dokumentów, razem z tytułem, jest wysyłana do modelu językowego, który wybrała osoba prowadząca tu Footnote, pod adresem {host}. Model proponuje dalsze pytania. Nie wysyłamy tam nic o tobie: ani nazwy, ani adresu, ani odpowiedzi. Co dzieje się tam z treścią, wie ten, kto prowadzi model: zapytaj, zanim dodasz tekst, który ma pozostać prywatny.',
  deviceHead: 'Na twoim urządzeniu',
  deviceStore:
    'Przeglądarka przechowuje kopię odpowiedzi i tekstów, żeby można się było uczyć bez sieci, ciasteczko, które mówi, kim jesteś, i wygląd stron. Nic z tego nie służy do śledzenia.',
  deviceStays:
    'Po wylogowaniu kopia zostaje na miejscu. Usunięcie konta w przeglądarce usuwa ją z tej przeglądarki; w innych wyczyść dane witryny.',
  takeHead: 'Zabierz albo usuń',
  takeBody: 'W Ustawieniach pobierzesz wszystko jako jeden plik i przywrócisz go tutaj albo gdzie indziej.',
  deleteBody:
    'Tam też usuniesz konto. Wszystko powyższe od razu znika z serwera, razem z tym, co o tobie mówi dziennik bezpieczeństwa. Zestaw, którego uczą się inni, zostaje dla nich bez twojej nazwy. Zostaje jeden wpis: że usunięto konto, bez tego, czyje.',
  settings: 'Otwórz Ustawienia',
  link: 'Co przechowujemy i jak długo',
}
