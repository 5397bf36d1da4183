/**
 * Lessons and activities that carry on under another id since a release. What this device keeps stands under the name of
 * its day; it is read under today's. The page says which they are; most say nothing, since nothing has moved.
 */
export type Moves = ReadonlyMap<string, string>

/** Name of the element in the head of a page that holds them, as JSON: older id → id of today. */
export const movesName = 'moves'

export function readMoves(text: string | null | undefined): Moves {
  if (!text) return new Map()
  try {
    const given: unknown = JSON.parse(text)
    if (typeof given !== 'object' || given === null) return new Map()
    return new Map(Object.entries(given).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
  } catch {
    return new Map()
  }
}

/** The key of today for a key under which something private is kept. */
export function keyOfToday(key: string, moves: Moves): string {
  for (const [older, today] of moves) {
    if (key === `notes/${older}`) return `notes/${today}`
    if (key === older || key.startsWith(`${older}#`)) return today + key.slice(older.length)
  }
  return key
}

/** Keys under which something private may still be kept: `<id>`, `<id>#<name>`, `notes/<id>` with the ids of before. */
export function olderKeys(key: string, moves: Moves): string[] {
  return [...moves].flatMap(([older, today]) => {
    if (key === `notes/${today}`) return [`notes/${older}`]
    return key === today || key.startsWith(`${today}#`) ? [older + key.slice(today.length)] : []
  })
}
