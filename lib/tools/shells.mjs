const STUDYING = [
  '/today',
  '/study',
  '/documents',
  '/read',
  '/plan',
  '/exam',
  '/mock',
  '/quiz',
  '/progress',
  '/new',
  '/cards',
  '/saved',
]

/** Pages that hold nobody's data and must be there without the network, each in every language; '' is the landing page. */
export const PAGES = ['', ...STUDYING, '/away']
export const LANGUAGES = ['en', 'pl', 'en-XB']
