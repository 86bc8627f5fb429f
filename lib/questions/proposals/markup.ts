/** Marks, addresses and invisible characters that no quote, question or answer of a proposal may hold. */
export const MARKUP = /[<>{}|`@\\_*~^]|https?:|www\.|:\/\/|\.(?:com|org|net|io|example)\b|\p{C}/iu
