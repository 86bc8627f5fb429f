// Every line the set-up prints goes through here, so that start, test and build speak alike.
const stamp = () => new Date().toISOString().slice(11, 19)

export const say = (line) => console.log(`${stamp()}  ${line}`)

/** Ends the process with one line that says what to do. */
export const giveUp = (line) => {
  console.error(line)
  process.exit(1)
}
