/**
 * Bookmarks as the device keeps them under the key `bookmarks`. Pure; small, because every lesson carries it.
 * A bookmark keeps the titles it was made under, so that it still says what it was when a lesson is gone.
 */
export type Bookmark = {
  /** object id of the lesson */
  object: string
  /** id of a heading in it; '' for the lesson itself */
  heading: string
  title: string
  /** milliseconds */
  at: number
}
export const bookmarksKey = 'bookmarks'

/**
 * What was kept, made safe: each place once.
 * @param moves ids of lessons that carry on under another: a bookmark made under the older one is at today's
 */
export function bookmarksFrom(kept: unknown, moves: ReadonlyMap<string, string> = new Map()): Bookmark[] {
  const seen = new Set<string>()
  return (Array.isArray(kept) ? kept : []).flatMap((value): Bookmark[] => {
    const { object: made, heading, title, at } = Object(value)
    const object = moves.get(made) ?? made
    const place = `${object}#${heading}`
    if (![object, heading, title].every((one) => typeof one === 'string') || !Number.isFinite(at) || seen.has(place)) return []
    seen.add(place)
    return [{ object, heading, title, at }]
  })
}

export const isMarked = (kept: unknown, object: string, heading: string): boolean =>
  bookmarksFrom(kept).some((one) => one.object === object && one.heading === heading)

/** Takes the bookmark away where it is, and makes it where it is not. */
export function toggleBookmark(kept: unknown, mark: Bookmark): Bookmark[] {
  const others = bookmarksFrom(kept).filter((one) => one.object !== mark.object || one.heading !== mark.heading)
  return isMarked(kept, mark.object, mark.heading) ? others : [...others, mark]
}
