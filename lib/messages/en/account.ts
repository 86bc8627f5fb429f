/** Sign-in, sign-up, settings. */
export const account = {} as const
