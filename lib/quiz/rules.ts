/** By what rules a quiz is answered; a live round has those of its kind. */
export type QuizRules = {
  /** Minutes from a learner's start; null: until it closes. */
  readonly limitMinutes: number | null
  /** How many attempts each has; null: as many as they like. */
  readonly attempts: number | null
  /** Which of several attempts is the mark. */
  readonly counts: 'best' | 'last' | 'mean'
  /** Share from which it is passed, 0–1; null: nobody fails. */
  readonly pass: number | null
  /** Questions in an order of each attempt's own. */
  readonly shuffle: boolean
  /** How many are drawn for each attempt; null: all. */
  readonly draw: number | null
  /** When a learner is told what was right: after each answer, when they have handed in, or when it has closed for everyone. */
  readonly feedback: 'each' | 'after' | 'closed'
  /** How long after the end an answer that was written in time may arrive, in seconds. */
  readonly graceSeconds: number
  /** Seconds for each question of a live round; absent: until its answer is shown. */
  readonly limitSeconds?: number
  /** Whether a right answer of a live round is worth the more the sooner it comes; absent: it is not. */
  readonly speed?: boolean
}
