import type { Polish } from './polish.ts'

export const imports: Polish<'imports'> = {
  noFacts:
    'Nie ma w tym tekście nic, o co dałoby się zapytać. Szukamy dat, nazw, miejsc, liczb i definicji, w prozie po angielsku.',
  noAddress: 'Takiego adresu nie da się tu odczytać. Podaj adres, który zaczyna się od https://',
  closedAddress: 'Ten adres prowadzi do zamkniętej sieci. Otwórz stronę samodzielnie i wklej jej tekst.',
  noPage: 'Nie ma tam strony z tekstem. Otwórz ją samodzielnie i wklej tekst albo wybierz plik.',
  notThere: 'Nie ma takiej strony ({status}). Sprawdź adres albo wklej jej tekst.',
  longPage: 'Ta strona ma ponad 5 MB. Wklej część, której potrzebujesz.',
  slowPage: 'Strona nie nadeszła w 20 sekund. Spróbuj później albo wklej jej tekst.',
  unreached: 'Nie udało się dotrzeć do strony. Sprawdź adres albo wklej jej tekst.',
  fileTooLarge: 'Plik może mieć najwyżej 25 MB. Dodaj go w częściach.',
  fileLocked: 'Ten PDF jest zabezpieczony hasłem. Zapisz kopię bez hasła i dodaj ją.',
  filePictures:
    'Ten PDF zawiera obrazy stron, a nie tekst. Nie napiszemy pytania, którego nie da się zacytować: najpierw użyj programu do rozpoznawania tekstu.',
  fileDamaged: 'Ten plik jest uszkodzony albo urwał się po drodze. Spróbuj jeszcze raz albo wklej jego tekst.',
  fileOldOffice:
    'Ten plik ma hasło albo jest starego rodzaju. Zapisz go jako .docx lub .pptx bez hasła albo wklej jego tekst.',
  fileUnknown: 'Takiego pliku nie da się tu odczytać. Da się: tekst, Markdown, HTML, PDF, Word, PowerPoint i EPUB.',
  fileTooMuch: 'Po rozpakowaniu plik jest za duży, by go odczytać. Dodaj go w częściach albo wklej jego tekst.',
  fileEmpty: 'W tym pliku nie ma tekstu.',
  cancelled: 'Przerwano na twoją prośbę. Nic z tego tekstu nie zostało tu zapisane.',
}
