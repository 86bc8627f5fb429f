/** Irregular past forms and their base, so that "did" can be put before the base. */
const IRREGULAR = `became become|began begin|broke break|brought bring|built build|bought buy|caught catch|chose choose|came come|dealt deal|did do|drew draw|drove drive|ate eat|fell fall|felt feel|fought fight|found find|fled flee|flew fly|forbade forbid|forgot forget|froze freeze|got get|gave give|went go|grew grow|hung hang|had have|heard hear|held hold|kept keep|knew know|laid lay|led lead|left leave|lent lend|lost lose|made make|meant mean|met meet|paid pay|rode ride|rang ring|rose rise|ran run|said say|saw see|sought seek|sold sell|sent send|shook shake|shone shine|shot shoot|showed show|shrank shrink|sang sing|sank sink|slew slay|spoke speak|spent spend|spun spin|sprang spring|stood stand|stole steal|stuck stick|struck strike|swore swear|swept sweep|swam swim|took take|taught teach|tore tear|told tell|thought think|threw throw|understood understand|undertook undertake|undid undo|overthrew overthrow|overcame overcome|withdrew withdraw|woke wake|wore wear|won win|wound wind|wrote write|arose arise|bore bear|beat beat|bound bind|bred breed|burnt burn|cast cast|cut cut|dug dig|hid hide|hit hit|hurt hurt|let let|lit light|put put|quit quit|read read|set set|shut shut|split split|spread spread|upset upset|cost cost|burst burst|wove weave|foresaw foresee|rebuilt rebuild|retook retake|forewent forgo`
export const irregularPast: ReadonlyMap<string, string> = new Map(
  IRREGULAR.split('|').map((pair) => {
    const [past = '', base = ''] = pair.split(' ')
    return [past, base] as const
  }),
)

/** Irregular participles that differ from the past form. */
export const participles = new Set(
  `become begun broken chosen done drawn driven eaten fallen flown forbidden forgotten frozen given gone grown known ridden rung risen run seen shaken shown shrunk sung sunk spoken sprung stolen stricken sworn swum taken torn thrown undertaken undone overthrown overcome withdrawn woken worn written arisen borne born beaten bound hidden lain laid been had made held kept sent spent won lost led met paid sold told taught thought found founded built bought brought caught fought felt left meant said sought stood struck swept understood wound heard hung cast cut dug hit hurt let lit put read set shut split spread cost burst woven bred burnt retaken rebuilt proven sewn sown swollen`.split(
    /\s+/,
  ),
)

/** Pairs that turn a true sentence false by one word; looked up both ways. */
const OPPOSITES = `increases decreases|increase decrease|increased decreased|increasing decreasing|raises lowers|raise lower|raised lowered|higher lower|highest lowest|larger smaller|largest smallest|longest shortest|longer shorter|above below|inhibits activates|inhibit activate|stimulates inhibits|stimulate inhibit|absorbs releases|absorb release|gains loses|gain lose|expands contracts|expand contract|northern southern|eastern western|northeast southwest|accepted rejected|voluntary involuntary|internal external|positive negative|acidic alkaline|oxidised reduced|upstream downstream|anterior posterior|maximum minimum|faster slower|stronger weaker|hotter colder|denser lighter|clockwise anticlockwise|won lost|rose fell|strengthened weakened|strengthens weakens|widens narrows|widen narrow|encrypts decrypts|synchronous asynchronous|ascending descending|oldest youngest|older younger|mandatory optional|unanimously narrowly|symmetric asymmetric|mutable immutable|improved worsened|improves worsens|warmer cooler|inner outer|upper lower|shallower deeper|thicker thinner|heavier lighter|supported opposed|supports opposes|attracts repels|northward southward|eastward westward|northernmost southernmost|easternmost westernmost|soluble insoluble|reversible irreversible|efferent afferent`
export const opposites: ReadonlyMap<string, string> = new Map(
  OPPOSITES.split('|').flatMap((pair) => {
    const [a = '', b = ''] = pair.split(' ')
    return [
      [a, b],
      [b, a],
    ] as [string, string][]
  }),
)

/** Verbs by which a sentence reports what someone said or thinks. */
export const reportingVerbs = new Set(
  `say said says claim claimed claims argue argued argues assert asserted asserts allege alleged alleges believe believed believes contend contended contends suggest suggested suggests insist insisted insists maintain maintained maintains think thought thinks report reported reports state stated states estimate estimated estimates predict predicted predicts warn warned warns hope hoped hopes complain complained stress stressed emphasise emphasised emphasize emphasized speculate speculated theorise theorised hypothesise hypothesised consider considered deny denied denies announce announced acknowledge acknowledged admit admitted`.split(
    /\s+/,
  ),
)
