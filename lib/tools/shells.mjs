/** Pages that hold nobody's data and must be there without the network, each in every language; '' is the landing page. */
export const PAGES = ['', '/today', '/study', '/documents', '/read', '/progress', '/new', '/cards', '/saved', '/away']
export const LANGUAGES = ['en', 'pl', 'en-XB']
