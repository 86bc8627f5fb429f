export const progress = {
  title: 'Progress',
  emptyTitle: 'No answers yet.',
  emptyBody: 'After your first session this page shows what you keep, what comes due, and where you are strong.',
  emptyStart: 'Start',
} as const
