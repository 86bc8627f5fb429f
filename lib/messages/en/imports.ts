/** Why a text cannot be made into questions. */
export const imports = {
  noFacts:
    'We found nothing in this text to ask about. Dates, names, places, figures and definitions are what we look for.',
} as const
