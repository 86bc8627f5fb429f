import type { MessageKey } from '#lib/messages/index.ts'
import { t } from './words.ts'

/** Why a request is refused → the HTTP status that says so, and what the learner reads when nothing more exact is known. */
const REFUSALS = {
  'bad-request': { status: 400, message: 'errors.badRequest' },
  'sign-in-needed': { status: 401, message: 'errors.signInNeeded' },
  'wrong-credentials': { status: 401, message: 'errors.wrongCredentials' },
  'not-allowed': { status: 403, message: 'errors.notAllowed' },
  'sign-up-closed': { status: 403, message: 'errors.signUpClosed' },
  suspended: { status: 403, message: 'errors.suspended' },
  'sign-in-again': { status: 403, message: 'errors.signInAgain' },
  'wrong-origin': { status: 403, message: 'errors.wrongOrigin' },
  'not-found': { status: 404, message: 'errors.notFound' },
  'wrong-method': { status: 405, message: 'errors.wrongMethod' },
  conflict: { status: 409, message: 'errors.conflict' },
  'email-taken': { status: 409, message: 'errors.emailTaken' },
  'name-taken': { status: 409, message: 'errors.nameTaken' },
  'other-account': { status: 409, message: 'errors.otherAccount' },
  'link-over': { status: 410, message: 'errors.linkOver' },
  'too-large': { status: 413, message: 'errors.tooLarge' },
  'wrong-type': { status: 415, message: 'errors.wrongType' },
  'wrong-host': { status: 421, message: 'errors.noHost' },
  'cannot-use': { status: 422, message: 'errors.cannotUse' },
  'too-many': { status: 429, message: 'errors.busy' },
  failed: { status: 500, message: 'errors.failed' },
  'cannot-reach': { status: 502, message: 'ways.noAnswer' },
  busy: { status: 503, message: 'errors.busy' },
  'no-room': { status: 507, message: 'errors.noRoom' },
} as const satisfies Record<string, { status: number; message: MessageKey }>

export type RefusalCode = keyof typeof REFUSALS

export const statusOf = (code: RefusalCode): number => REFUSALS[code].status

export type RefusalDetails = {
  /** What is wrong with which field of a form, fit for a learner. */
  readonly fields?: Readonly<Record<string, string>>
  /** When trying again makes sense: the `retry-after` header. */
  readonly retryAfterSeconds?: number
}

/** A request that is not carried out, for a reason the learner can be told. Anything else that is thrown is a fault of ours. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly details: RefusalDetails

  /** `message` is shown to the learner; without one, the catalogue's text for the code. */
  constructor(code: RefusalCode, message?: string, details: RefusalDetails = {}) {
    super(message ?? t(REFUSALS[code].message))
    this.code = code
    this.details = details
  }
}

/** The wire form of a refusal. */
export type ErrorBody = {
  readonly error: {
    readonly code: RefusalCode
    readonly message: string
    readonly fields?: Readonly<Record<string, string>>
  }
}

export const errorBody = (refusal: Refusal): ErrorBody => ({
  error: {
    code: refusal.code,
    message: refusal.message,
    ...(refusal.details.fields ? { fields: refusal.details.fields } : {}),
  },
})

/** What is told of anything thrown: a refusal as it is; the rest is logged whole and told as a fault of ours. */
export const asRefusal = (thrown: unknown): Refusal => {
  if (thrown instanceof Refusal) return thrown
  console.error('Unexpected failure', thrown)
  return new Refusal('failed')
}
