import type { EntityType } from '../types.ts'

const table = (rows: [EntityType, string][]): Map<string, EntityType> => {
  const out = new Map<string, EntityType>()
  for (const [type, words] of rows) for (const word of words.split(' ')) out.set(word, type)
  return out
}

/** Type of a name by its last word. */
export const lastWordTypes = table([
  ['river', 'River Creek'],
  ['lake', 'Lake Reservoir'],
  ['sea', 'Sea Ocean Gulf Bay Strait Channel'],
  ['island', 'Island Isle Atoll'],
  ['islands', 'Islands Isles Archipelago Islets Kurils'],
  ['mountain', 'Mountain Mountains Range Peak Hills Volcano'],
  [
    'region',
    'Region Province County District Prefecture Territory Territories Valley Plateau Peninsula Desert Basin Coast Delta',
  ],
  ['city', 'City Town Village'],
  ['university', 'University College Institute School Academy Polytechnic'],
  ['company', 'Company Corporation Inc Inc. Ltd Corp Corp. Group Laboratories Labs'],
  [
    'organisation',
    'Organization Organisation Association Union Party Bank Ministry Department Committee Commission Council Agency Society Foundation League Army Navy Force Forces Government Parliament Congress Senate Assembly Church Federation Alliance Office Bureau Service Authority Cabinet Diet Guard Nations Club Trust Board',
  ],
  ['court', 'Court Tribunal'],
  ['treaty', 'Treaty Pact Agreement Accord Accords Protocol Convention Declaration Armistice Entente Covenant'],
  ['law', 'Act Amendment Code Constitution Directive Regulation Statute Bill Charter Edict Decree Ordinance Doctrine'],
  ['war', 'War Wars Revolution Rebellion Uprising Revolt Crusade'],
  ['battle', 'Battle Siege'],
  [
    'event',
    'Conference Summit Olympics Games Cup Festival Exhibition Crisis Massacre Famine Plague Fire Earthquake Eruption Depression Project Expedition Trial Mission Plan',
  ],
  ['state', 'Empire Dynasty Kingdom Republic Caliphate Sultanate Confederation Shogunate'],
  ['period', 'Age Era Period Renaissance Enlightenment Restoration'],
  [
    'building',
    'Palace Tower Bridge Cathedral Castle Temple Museum Library Station Airport Theatre Theater Stadium Wall Hospital House Abbey Observatory Canal Dam',
  ],
  ['award', 'Prize Medal Award'],
  ['law-of-science', 'Theorem Law Laws Theory Principle Effect Equation Equations Conjecture Rule Paradox Hypothesis'],
  ['disease', 'Syndrome Disease Fever'],
  ['machine', 'Machine Engine Telescope Satellite Computer Probe'],
])

/** Type of a name by its first word ("Treaty of …", "Lake …", "Mount …"). */
export const firstWordTypes = table([
  ['lake', 'Lake'],
  ['mountain', 'Mount Mt Mt.'],
  ['sea', 'Sea Gulf Bay Strait Straits'],
  ['island', 'Isle'],
  ['treaty', 'Treaty Pact Convention Declaration Peace'],
  ['battle', 'Battle Siege'],
  ['war', 'War'],
  ['university', 'University'],
  ['court', 'Court'],
  ['organisation', 'Ministry Department Bank House League Group Council Society Academy Church'],
  ['law', 'Act Statute Bill Charter Constitution'],
  ['state', 'Kingdom Republic'],
  ['river', 'River'],
  ['building', 'Temple Tower Palace Statue Museum'],
  ['law-of-science', 'Law Theory Principle Laws'],
])

/** Words that may be followed by "of" inside one name. */
export const ofHeads = new Set(
  'Treaty Pact Convention Declaration Peace Battle Siege War Wars University Court Ministry Department Bank House League Group Council Society Academy Church Act Statute Bill Charter Constitution Kingdom Republic Temple Tower Palace Statue Museum Law Theory Principle Laws Sea Gulf Bay Strait Straits Isle Cape Mount City Duke Archbishop Bishop Earl Prince Joan Catherine Eleanor Federation Confederation Union Province Origin Wealth Rights Man Institute College School Order Office Bureau Book Articles Code Congress'.split(
    ' ',
  ),
)

/** Class nouns that tell the type of a name beside them ("the island of X", "X, a city in …"). */
export const classNouns = table([
  ['country', 'country nation'],
  ['city', 'city town village port capital seaport metropolis settlement suburb'],
  ['region', 'region province county district prefecture state territory area peninsula desert valley plateau'],
  ['island', 'island islet atoll archipelago'],
  ['river', 'river tributary stream'],
  ['lake', 'lake reservoir'],
  ['sea', 'sea ocean gulf bay strait'],
  ['mountain', 'mountain peak volcano'],
  ['treaty', 'treaty pact accord agreement convention declaration'],
  ['law', 'statute act directive regulation'],
  ['war', 'war'],
  ['battle', 'battle'],
  ['company', 'company corporation manufacturer startup firm'],
  ['organisation', 'organisation organization agency committee union party league alliance'],
  ['university', 'university college'],
  ['ship', 'ship frigate steamship vessel warship'],
  ['programming', 'language'],
  ['state', 'empire kingdom republic dynasty'],
  ['planet', 'planet'],
])
