export const documents = {
  title: 'Documents',
  add: 'Add a text',
  desk: 'Your desk',
  library: 'Library',
  emptyTitle: 'Nothing to cite yet.',
  emptyBody: 'Add a chapter, an article or your notes. Footnote finds the facts and has questions in about a minute.',
  paste: 'Paste a text',
  emptyNote: 'English prose, up to five million characters',
  held: '{held} of {all} held',
  readTime: '{minutes} to read',
  questions: { one: '{n} question', other: '{n} questions' },
} as const
