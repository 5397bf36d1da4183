/** Which private things of a device may have a copy on the site: job aids, notes, bookmarks. What lessons ask for in private never has. Pure. */
import { bookmarksKey } from '#lib/notebook/bookmarks.ts'
import { notePrefix } from '#lib/notebook/note.ts'
import { toolIds, toolKey } from '#lib/toolkit/tools.ts'

const aids = new Set<string>(toolIds.map(toolKey))
const longest = 300

export function isCopied(key: unknown): key is string {
  if (typeof key !== 'string' || key.length > longest) return false
  return key === bookmarksKey || aids.has(key) || (key.startsWith(notePrefix) && /^[a-z0-9][a-z0-9/-]*$/.test(key.slice(notePrefix.length)))
}
