/** Question sets that people made public. */
export const library = {
  title: 'Library',
  lede: 'Sets that people here have made public. Any of them can be begun at once.',
  find: 'Words in the title',
  search: 'Search',
  by: 'By {name}',
  studied: { one: '{n} studies it', other: '{n} study it' },
  empty: 'Nobody has made a set public yet.',
  none: 'No set has these words in its title.',
  more: 'There are more. Search to find them.',
  closed: 'There is no library here.',
  closedBody: 'Whoever runs this Footnote keeps shared sets to links.',
} as const
