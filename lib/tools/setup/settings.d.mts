/** Takes over what `.env` sets and the environment does not. */
export function readSettings(): void
