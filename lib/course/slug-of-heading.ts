/**
 * The id that rehype-slug gives a heading (the rule of github-slugger: lower case, no punctuation, spaces to
 * hyphens, a number after a repeated one), so that links to a heading can be checked without compiling.
 */

/** @param seen ids given so far on this page, updated */
export function slugOfHeading(text: string, seen: Map<string, number>): string {
  const base = text
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-')
  let slug = base
  while (seen.has(slug)) {
    const count = (seen.get(base) ?? 0) + 1
    seen.set(base, count)
    slug = `${base}-${count}`
  }
  seen.set(slug, 0)
  return slug
}
