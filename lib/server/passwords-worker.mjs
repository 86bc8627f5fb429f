// Hashes passwords in a thread of its own; Node runs no TypeScript there.
import { hashSync, verifySync } from '@node-rs/argon2'

/** argon2id, 64 MiB, three passes: about a twentieth of a second on one core. 2 is `Algorithm.Argon2id`, a const enum. */
const COST = { algorithm: 2, memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 }

/** @param {{ password: string, kept?: string }} task with `kept`, whether it is the one hashed there; without, its hash */
export default ({ password, kept }) => (kept === undefined ? hashSync(password, COST) : verifySync(kept, password))
