/**
 * Tells the jobs of this process that a letter waits for which somebody waits, too. Routes and the server's own code are
 * loaded apart from each other, so they meet on `globalThis`. Where no jobs run (a command, a test) nothing happens: the next
 * server that looks at the queue sends the letter, within a minute.
 */
const key = Symbol.for('common-ground.hasten-letters')
const holder = globalThis as { [key]?: (() => void) | undefined }

export function hastenLetters(): void {
  holder[key]?.()
}

/** @param hasten null: they run no more */
export function letJobsBeHastened(hasten: (() => void) | null): void {
  holder[key] = hasten ?? undefined
}
