/** A page that is not there, and a page that broke. */
export const lost = {
  notFoundTitle: 'Nothing stands here.',
  notFoundBody: 'The address leads to no page. It may have been mistyped, or the text was taken away.',
  toToday: 'Go to today',
  toStart: 'Go to the start',
  brokenTitle: 'This page stopped.',
  retry: 'Try again',
  brokenBody: 'Something went wrong on our side. Your answers are kept on this device and nothing was lost.',
} as const
