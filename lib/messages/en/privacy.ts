/** What is stored, why, for how long and who sees it. Periods are filled in from the code that keeps them. */
export const privacy = {
  title: 'Your data',
  head: 'What is stored, and for how long',
  lede: 'Footnote keeps what it needs to help you learn, and nothing for anyone else.',
  keptHead: 'What the server keeps, and why',
  keptAccount:
    'Your account: a name or an e-mail address to sign in with. Your password is kept only in a form that cannot be turned back. Passkeys and accounts elsewhere are kept where you sign in with them. A guest has none of this.',
  keptAnswers:
    'Your answers: what you answered, when, how long it took and by which clock. From them it works out when to ask you again. With them the exams you plan, your minutes a day, and the tests you sit.',
  keptTexts:
    'The texts and lists you add, with their pictures and sounds, the tags you put on facts, the facts and questions made of them, the sets you study, and the classes you are in.',
  keptSettings:
    'Your settings, the address of your calendar and of each browser that wants to be reminded, and the mistakes in questions and the shared sets that you report.',
  keptDevices:
    'Your sign-ins and devices: how each browser names itself, and when it was used. So that you can end them.',
  keptLog:
    'A security log: sign-ins, wrong passwords, changes to the account, with the network address. So that misuse can be noticed.',
  longHead: 'For how long',
  longAccount: 'An account and all that is in it',
  untilDeleted: 'until you delete it',
  longGuest: 'A guest and all that is theirs, after the last use',
  longSession: 'A sign-in, after it was ended or last used',
  longLog: 'A line of the security log',
  longLink: 'A link that lets you in once, at most',
  longCookie: 'The cookie that keeps you signed in, after the last renewal',
  days: { one: '{n} day', other: '{n} days' },
  longBackups:
    'What is past its time is removed once a day. Footnote makes no backups by itself. Whoever runs this installation may: ask them how long a deleted account stays in theirs.',
  whoHead: 'Who sees it',
  whoYou: 'You. Nobody else sees your answers, unless you join a class, or a text or set that is private.',
  whoShared:
    'A set that you share is seen by whoever has its link, or by everyone in the library: its questions, the text or, if you choose so, only the sentences that are cited, and the name in your account. You see how many study it and which mistakes they report, and not who they are. They may make a copy of their own, which stays when you take yours back.',
  whoClass:
    'In a class that you join, those who teach it see your name and, of the sets that are assigned there, how many answers you gave since you joined and how much you would recall. Whoever leads it is named to all who are in it.',
  whoOperator:
    'Whoever runs this installation sees names, e-mail addresses, when an account was last used, the security log, sets made public, and sets that somebody reports. The pages show them no answers and no private texts; but whoever has the machine has the files on it.',
  whoNobody:
    'No company behind it: the pages load nothing from elsewhere, count nobody and show no advertising. A letter passes through the mail service of this installation, and an account elsewhere learns that you signed in with it.',
  whoModel:
    'The text of documents that you add, with its title, is sent to a language model that whoever runs this installation has chosen, at {host}. It proposes further questions. Nothing about you is sent with it: no name, no address, no answers. What becomes of the text there is for its operator to say: ask before you add a text that must stay private.',
  deviceHead: 'On your device',
  deviceStore:
    'Your browser keeps a copy of your answers and texts, so that you can study without a network, a cookie that says who you are, and how the pages should look. Nothing there serves to follow you.',
  deviceStays:
    'Signing out leaves the copy where it is. Deleting your account in a browser removes it from that browser; on others, clear the site’s data.',
  takeHead: 'Take it, or delete it',
  takeBody: 'In Settings you can download everything as one file, and put it back here or elsewhere.',
  deleteBody:
    'There you can also delete your account. All of the above is gone from the server at once, with what the security log says about you. A set that others study stays for them without your name. One line remains: that an account was deleted, not whose.',
  settings: 'Open Settings',
  link: 'What is stored, and for how long',
} as const
