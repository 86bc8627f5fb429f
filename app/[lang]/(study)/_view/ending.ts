/** An event of the window: time is about to be up, and whatever holds a draft writes it down. */
export const ENDING = 'footnote-ending'
