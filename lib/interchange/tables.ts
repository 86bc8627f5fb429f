import * as of from './column.ts'

/** A file of the archive with a row a line: its columns, in order. */
export type Table = {
  readonly file: string
  readonly model: string
  readonly columns: Readonly<Record<string, of.Column>>
}

const { later, maybe } = of
const FORMS = of.oneOf('choice', 'cloze', 'typed', 'true-false', 'number', 'order', 'match')

/** What is put back, in an order in which everything that a row hangs on comes before it. */
export const RESTORED = {
  documents: {
    file: 'texts.jsonl',
    model: 'Document',
    columns: { id: of.id('document'), importHash: maybe(of.text), createdAt: of.instant },
  },
  editions: {
    file: 'text-versions.jsonl',
    model: 'DocumentVersion',
    columns: {
      ...{ id: of.id('edition'), documentId: of.id('document'), version: of.count, title: of.text },
      ...{ source: maybe(of.text), language: of.text, text: of.text, sha256: of.text, words: of.count },
      createdAt: of.instant,
    },
  },
  sections: {
    file: 'sections.jsonl',
    model: 'Section',
    columns: {
      ...{ id: of.id('section'), documentVersionId: of.id('edition'), position: of.count, heading: of.text },
      ...{ start: of.count, end: of.count },
    },
  },
  sentences: {
    file: 'sentences.jsonl',
    model: 'Sentence',
    columns: {
      ...{ documentVersionId: of.id('edition'), position: of.count, start: of.count, end: of.count },
      skipped: later(of.text),
    },
  },
  media: {
    file: 'media.jsonl',
    model: 'Media',
    columns: { id: of.text, type: of.text, data: of.text, createdAt: of.instant },
  },
  facts: {
    file: 'facts.jsonl',
    model: 'Fact',
    columns: {
      ...{ id: of.id('fact'), verdict: later(of.oneOf('accepted', 'rejected')), verdictReason: later(of.text) },
      ...{ judgedAt: later(of.instant), createdAt: of.instant },
    },
  },
  factVersions: {
    file: 'fact-versions.jsonl',
    model: 'FactVersion',
    columns: {
      ...{ factId: of.id('fact'), version: of.count, statement: of.text, kind: of.text, slots: maybe(of.json) },
      ...{ language: of.text, documentVersionId: maybe(of.id('edition')), sectionId: maybe(of.id('section')) },
      ...{ quoteStart: maybe(of.count), quoteEnd: maybe(of.count), quoteExact: maybe(of.text) },
      ...{ rowFront: maybe(of.text), rowBack: maybe(of.text), attribution: maybe(of.text) },
      ...{ confidence: maybe(of.share), engineVersion: maybe(of.text), createdAt: of.instant },
      ...{ rowImage: later(of.text), rowSound: later(of.text) },
    },
  },
  factTags: {
    file: 'fact-tags.jsonl',
    model: 'FactTag',
    columns: { factId: of.id('fact'), tag: of.text },
  },
  questions: {
    file: 'questions.jsonl',
    model: 'Question',
    columns: { id: of.id('question'), asked: later(of.flag), createdAt: of.instant },
  },
  questionVersions: {
    file: 'question-versions.jsonl',
    model: 'QuestionVersion',
    columns: {
      ...{ questionId: of.id('question'), version: of.count, form: FORMS, direction: of.direction, stem: of.text },
      ...{ key: of.textOrTexts, accepted: of.texts, options: maybe(of.options), left: maybe(of.texts) },
      ...{
        unit: maybe(of.text),
        rationale: of.text,
        tier: of.oneOf('A', 'B', 'C'),
        lints: of.texts,
        language: of.text,
      },
      ...{ image: maybe(of.text), sound: maybe(of.text), engineVersion: maybe(of.text), createdAt: of.instant },
    },
  },
  questionFacts: {
    file: 'question-facts.jsonl',
    model: 'QuestionFact',
    columns: {
      ...{ questionId: of.idOf('question', 'questionVersion'), questionVersion: of.count, position: of.count },
      ...{ factId: of.idOf('fact', 'factVersion'), factVersion: of.count },
    },
  },
  sets: {
    file: 'sets.jsonl',
    model: 'QuestionSet',
    columns: {
      ...{ id: of.id('set'), documentId: maybe(of.id('document')), slug: maybe(of.text) },
      ...{ visibility: of.oneOf('private', 'public'), takenDownAt: maybe(of.instant) },
      ...{ forms: later(of.texts), onlyAccepted: later(of.flag), createdAt: of.instant },
      ...{ tags: later(of.texts), leftOut: later(of.texts), instead: later(of.json) },
    },
  },
  setParts: {
    file: 'set-parts.jsonl',
    model: 'SetPart',
    columns: {
      ...{ setId: of.id('set'), position: of.count, partId: of.id('set'), version: of.count },
      sections: maybe(of.texts),
    },
  },
  setVersions: {
    file: 'set-versions.jsonl',
    model: 'SetVersion',
    columns: {
      ...{ id: of.id('set-version'), setId: of.id('set'), version: of.count, title: of.text, language: of.text },
      ...{ aliases: of.groups, contentHash: of.text, packHash: of.text, engineVersion: maybe(of.text) },
      ...{ excerpts: later(of.flag), directions: later(of.texts), createdAt: of.instant },
      ...{ counts: later(of.texts), colour: later(of.text), order: later(of.text) },
    },
  },
  setItems: {
    file: 'set-facts.jsonl',
    model: 'SetItem',
    columns: {
      ...{ setVersionId: of.id('set-version'), position: of.count, factId: of.idOf('fact', 'factVersion') },
      ...{ factVersion: of.count, forms: maybe(of.texts) },
    },
  },
  setQuestions: {
    file: 'set-questions.jsonl',
    model: 'SetQuestion',
    columns: {
      ...{ setVersionId: of.id('set-version'), position: of.count },
      ...{ questionId: of.idOf('question', 'questionVersion'), questionVersion: of.count },
    },
  },
  setDocuments: {
    file: 'set-texts.jsonl',
    model: 'SetDocument',
    columns: { setVersionId: of.id('set-version'), position: of.count, documentVersionId: of.id('edition') },
  },
  enrolments: {
    file: 'studied-sets.jsonl',
    model: 'Enrolment',
    columns: {
      ...{ setId: of.id('set'), addedAt: of.instant, newPerDayMax: maybe(of.count), pausedAt: maybe(of.instant) },
      ...{ desiredRetention: later(of.share), answering: later(of.oneOf('mixed', 'cards')) },
    },
  },
  attempts: {
    file: 'sittings.jsonl',
    model: 'Attempt',
    columns: {
      ...{ id: of.id('attempt'), assignmentId: maybe(of.text), setVersionId: maybe(of.text), context: of.text },
      ...{ startedAt: of.instant, finishedAt: maybe(of.instant) },
    },
  },
} as const satisfies Record<string, Table>

/** What a learner chose: one line, or none while the defaults hold. */
export const SETTINGS = {
  file: 'settings.json',
  model: 'LearnerSettings',
  columns: {
    ...{ newPerDayMax: of.count, reviewsPerDayMax: of.count, desiredRetention: of.share, ratingButtons: of.count },
    ...{ timeZone: maybe(of.text), theme: of.text, rolloverHour: of.count, updatedAt: of.instant },
    ...{ minutesPerDay: later(of.count), answering: later(of.text), weekdaysOff: later(of.count) },
    ...{ datesOff: later(of.text), weeklyGoal: later(of.count) },
  },
} as const satisfies Table

/** What is there to be read, and has no meaning anywhere but where it was written. */
export const TOLD = {
  profile: {
    file: 'profile.json',
    model: 'User',
    columns: {
      ...{ id: of.text, kind: of.text, role: of.text, name: maybe(of.text), email: maybe(of.text) },
      ...{ login: maybe(of.text), suspendedAt: maybe(of.instant), createdAt: of.instant, lastSeenAt: of.instant },
    },
  },
  rejected: {
    file: 'rejected-answers.jsonl',
    model: 'RejectedEntry',
    columns: {
      ...{ entryId: maybe(of.text), deviceId: maybe(of.text), reason: of.text, body: of.text },
      receivedAt: of.instant,
    },
  },
  devices: {
    file: 'devices.jsonl',
    model: 'Device',
    columns: { id: of.text, userAgent: maybe(of.text), firstSeenAt: of.instant, lastSeenAt: of.instant },
  },
  sessions: {
    file: 'sign-ins.jsonl',
    model: 'LoginSession',
    columns: {
      ...{ userAgent: maybe(of.text), createdAt: of.instant, lastSeenAt: of.instant, revokedAt: maybe(of.instant) },
    },
  },
  identities: {
    file: 'other-accounts.jsonl',
    model: 'Identity',
    columns: { provider: of.text, subject: of.text, email: maybe(of.text), createdAt: of.instant },
  },
  passkeys: {
    file: 'passkeys.jsonl',
    model: 'Passkey',
    columns: {
      ...{ id: of.text, publicKey: of.text, counter: of.text, transports: of.texts, name: maybe(of.text) },
      ...{ createdAt: of.instant, lastUsedAt: maybe(of.instant) },
    },
  },
  links: {
    file: 'links.jsonl',
    model: 'OneTimeLink',
    columns: {
      ...{ purpose: of.text, email: maybe(of.text), createdAt: of.instant, expiresAt: of.instant },
      usedAt: maybe(of.instant),
    },
  },
  events: {
    file: 'security-log.jsonl',
    model: 'SecurityEvent',
    columns: { kind: of.text, address: maybe(of.text), at: of.instant, detail: maybe(of.json) },
  },
  flags: {
    file: 'reports.jsonl',
    model: 'Flag',
    columns: {
      ...{ questionId: of.text, questionVersion: of.count, reason: of.text, note: maybe(of.text) },
      ...{ createdAt: of.instant, resolvedAt: maybe(of.instant) },
    },
  },
  feed: {
    file: 'calendar.jsonl',
    model: 'CalendarFeed',
    columns: { createdAt: of.instant },
  },
  pushes: {
    file: 'reminders.jsonl',
    model: 'PushSubscription',
    columns: {
      ...{ endpoint: of.text, hour: of.count, timeZone: of.text, language: of.text, toldDay: maybe(of.count) },
      createdAt: of.instant,
    },
  },
  setReports: {
    file: 'set-reports.jsonl',
    model: 'SetReport',
    columns: {
      ...{ setId: of.text, reason: of.text, note: maybe(of.text), createdAt: of.instant },
      resolvedAt: maybe(of.instant),
    },
  },
  classes: {
    file: 'classes.jsonl',
    model: 'ClassMember',
    columns: {
      ...{ classId: of.text, role: of.text, joinedAt: of.instant, readAt: maybe(of.instant), letters: later(of.flag) },
    },
  },
  classEvents: {
    file: 'class-log.jsonl',
    model: 'ClassEvent',
    columns: { classId: of.text, kind: of.text, detail: maybe(of.json), at: of.instant },
  },
  quizAttempts: {
    file: 'quizzes.jsonl',
    model: 'QuizAttempt',
    columns: {
      ...{ id: of.text, assignmentId: of.text, number: of.count, startedAt: of.instant },
      ...{ handedInAt: maybe(of.instant), points: maybe(of.share), outOf: maybe(of.share), undecided: of.count },
      loggedAt: maybe(of.instant),
    },
  },
  quizAnswers: {
    file: 'quiz-answers.jsonl',
    model: 'QuizAnswer',
    columns: {
      ...{ attemptId: of.text, place: of.count, late: of.flag, given: of.text, elapsedMs: of.share },
      ...{ spentMs: of.share, seq: of.count, receivedAt: of.instant, standing: of.text, share: maybe(of.share) },
      ...{ toldAt: maybe(of.instant), entryId: maybe(of.text) },
    },
  },
  extensions: {
    file: 'extensions.jsonl',
    model: 'Extension',
    columns: {
      ...{ assignmentId: of.text, closesAt: maybe(of.instant) },
      ...{ extraMinutes: of.count, extraAttempts: of.count },
    },
  },
  notices: {
    file: 'class-notices.jsonl',
    model: 'Notice',
    columns: {
      ...{ classId: of.text, text: of.text, assignmentId: maybe(of.text), mailed: maybe(of.count), at: of.instant },
    },
  },
  mends: {
    file: 'class-corrections.jsonl',
    model: 'Mend',
    columns: {
      ...{ assignmentId: of.text, questionId: of.text, kind: of.text, answer: maybe(of.json), at: of.instant },
      undoneAt: maybe(of.instant),
    },
  },
  jobs: {
    file: 'jobs.jsonl',
    model: 'Job',
    columns: {
      ...{ kind: of.text, state: of.text, progress: of.share, attempts: of.count, error: maybe(of.text) },
      ...{ input: maybe(of.json), output: maybe(of.json), createdAt: of.instant, finishedAt: maybe(of.instant) },
    },
  },
} as const satisfies Record<string, Table>
