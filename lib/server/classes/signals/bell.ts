import 'server-only'

type Hear = (classId: string, seq: number) => void

const known = globalThis as { footnoteBell?: Set<Hear> }
const ears = (): Set<Hear> => {
  known.footnoteBell ??= new Set()
  return known.footnoteBell
}

/** Tells whoever listens in this process that a class has a new signal. In vain it is harmless: they look, and find none. */
export const ring: Hear = (classId, seq) => {
  for (const hear of ears()) hear(classId, seq)
}

/** Hears every ring in this process from now on; what it returns ends that. */
export const onRing = (hear: Hear): (() => void) => {
  ears().add(hear)
  return () => void ears().delete(hear)
}
