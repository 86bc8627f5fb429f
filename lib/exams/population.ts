import learners from './learners.json' with { type: 'json' }

/**
 * Weights of FSRS-6 of 24 learners, fitted to their own reviews: what a learner is taken to be like until their answers say
 * more. From the published results of srs-benchmark (open-spaced-repetition/srs-benchmark on GitHub), users 1 to 39 without
 * those who recalled nearly everything. They are measured figures, without anybody's texts, answers or names; the repository
 * names no licence for its results.
 */
export const POPULATION: readonly (readonly number[])[] = learners
