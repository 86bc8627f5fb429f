/** Letters. `{link}` stands on a line of its own, so that every mail program makes it one. */
export const mail = {
  resetSubject: 'A new password for Footnote',
  resetText:
    'Somebody, probably you, asked for a new password at {site}.\n\nChoose one here within an hour:\n\n{link}\n\nIf it was not you, do nothing: your password stays as it is.\n',
  entrySubject: 'Your way in to Footnote',
  entryText:
    'Somebody, probably you, wants to sign in at {site} with this address.\n\nOpen this within half an hour:\n\n{link}\n\nIf it was not you, do nothing.\n',
} as const
