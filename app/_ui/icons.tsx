/** Line icons on a 24-unit grid; always beside a word or inside a control that has a name. */
const PATHS = {
  today: ['M5 6.5h14M5 12h9M5 17.5h6', 'M20.6 16a2.6 2.6 0 1 1-5.2 0a2.6 2.6 0 0 1 5.2 0'],
  document: ['M6 3.5h8.5L19 8v12.5H6zM14 3.5V8.5h5M9 13h7M9 16.5h5'],
  plan: ['M4 6h16v14H4zM4 10.5h16M8.5 3.5V7M15.5 3.5V7'],
  progress: ['M4 19.5h16M5 15l4.5-5 3.5 3 6-7.5'],
  person: [
    'M15.8 8.5a3.8 3.8 0 1 1-7.6 0a3.8 3.8 0 0 1 7.6 0',
    'M4.5 20c1.2-4 4-5.500 7.500-5.500s6.300 1.500 7.500 5.500',
  ],
  offline: [
    'M3 10a13 13 0 0 1 4.200-2.800M21 10A13 13 0 0 0 11 6M6.500 13.700a8 8 0 0 1 3.200-1.900M17.500 13.700a8 8 0 0 0-2-1.400M12 17.800h.01M4 4l16 16',
  ],
  waiting: ['M12 19V8m0 0-4 4m4-4 4 4M5 4.500h14'],
  saved: ['M12 4v10m0 0-4-4m4 4 4-4M5 19h14'],
  back: ['m15 5-7 7 7 7'],
  forward: ['m9 5 7 7-7 7'],
  close: ['M6 6l12 12M18 6 6 18'],
  right: ['m5 12.500 4.500 4.500L19 7.500'],
  twice: ['m2.500 12.500 4 4L14 8.500M11 15.500l1.500 1.500 9-9'],
  unsure: ['M4 14c2-4 4.500-4 8-1.500s6 2.500 8-1.500'],
  warning: ['M12 4 2.800 19.500h18.400zM12 10v4.500M12 17v.2'],
  picture: ['M4.500 5.500h15v13h-15zM4.500 15.500l4.500-4 3.500 3 2.500-2 4.500 3.500M15 9.500h.01'],
  sound: ['M5 10v4h3l4.500 3.500v-11L8 10zM16 9.500a4 4 0 0 1 0 5M18.500 7.500a7 7 0 0 1 0 9'],
  flag: ['M6.5 20.500V4.500h11l-2.500 4 2.500 4h-11'],
  edit: ['m5 19 1-4L16.500 4.500l3 3L9 18zM14 7l3 3'],
  paste: ['M8.500 5H6v15h12V5h-2.500M9 3.500h6V7H9z'],
  plus: ['M12 5v14M5 12h14'],
  minus: ['M5 12h14'],
  undo: ['M9 6 4.500 10.500 9 15M5 10.500h8.500a5.500 5.500 0 0 1 0 11H10'],
  key: ['M12 15.500a4 4 0 1 1-8 0a4 4 0 0 1 8 0', 'm11 12.500 8-8M16 7.500l2.500 2.500'],
  up: ['m5 15 7-7 7 7'],
  down: ['m5 9 7 7 7-7'],
} as const

export type IconName = keyof typeof PATHS

/** These point along the line of reading, and turn with it. */
const TURNING: ReadonlySet<IconName> = new Set(['back', 'forward', 'undo'])

const lookOf = (name: IconName, small: boolean): string =>
  ['ic', small ? 'ic-s' : '', TURNING.has(name) ? 'ic-turning' : ''].filter(Boolean).join(' ')

export const Icon = ({ name, small = false }: { name: IconName; small?: boolean }) => (
  <svg className={lookOf(name, small)} viewBox="0 0 24 24" aria-hidden="true">
    {PATHS[name].map((d) => (
      <path key={d} d={d} />
    ))}
  </svg>
)
