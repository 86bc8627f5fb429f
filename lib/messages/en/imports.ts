/** Why a text cannot be made into questions. */
export const imports = {
  noFacts:
    'We found nothing in this text to ask about. Dates, names, places, figures and definitions are what we look for.',
  noAddress: 'That is no address that can be read here. Give one that begins with https://',
  closedAddress: 'That address leads into a closed network. Open the page yourself and paste its text.',
  noPage: 'There is no page of text there. Open it yourself and paste its text, or choose a file.',
  notThere: 'The page is not there ({status}). Check the address, or paste its text.',
  longPage: 'That page is longer than 5 MB. Paste the part that you need.',
  slowPage: 'The page did not come within 20 seconds. Try again later, or paste its text.',
  unreached: 'The page could not be reached. Check the address, or paste its text.',
  fileTooLarge: 'The limit for a file is 25 MB. Add it in parts.',
  fileLocked: 'This PDF is locked with a password. Save a copy without one, then add that.',
  filePictures:
    'This PDF holds pictures of pages and no text. We will not write a question we cannot cite: have it read by a text recognition program first.',
  fileDamaged: 'This file is damaged, or broke off on the way. Try it again, or paste its text.',
  fileOldOffice:
    'This file has a password, or is of an old kind. Save it as .docx or .pptx without a password, or paste its text.',
  fileUnknown: 'This is no file that can be read here. Text, Markdown, HTML, PDF, Word, PowerPoint and EPUB can.',
  fileTooMuch: 'This file unpacks to more than can be read. Add it in parts, or paste its text.',
  fileEmpty: 'There is no text in this file.',
  cancelled: 'You stopped this. Nothing of the text was kept here.',
} as const
