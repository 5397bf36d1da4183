/**
 * Links lead somewhere. Inside the site: to a page of the course, or to a heading on the same page. Outside: https,
 * spelled out. Whether another site still answers is not checked here, since a check must give the same result offline.
 */

import { eachModule, eachText } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

export const brokenLink: Rule = (course) => {
  const pages = new Set([
    '/',
    ...(course.primer ? ['/primer'] : []),
    ...eachModule(course).flatMap(({ slug, lessons, scenario, items }) => [
      `/modules/${slug}`,
      ...lessons.map((lesson) => `/modules/${slug}/lessons/${lesson.slug}`),
      ...(scenario ? [`/modules/${slug}/scenario`] : []),
      ...(items.length > 0 ? [`/modules/${slug}/quiz`] : []),
    ]),
  ])
  return eachText(course).flatMap((text) => {
    const headings = new Set(text.outline.headings.map((heading) => heading.id))
    return text.outline.links.flatMap(({ to, line }) => {
      const sentence = problemOf(to, pages, headings)
      return sentence === undefined ? [] : [{ file: text.file, line, sentence }]
    })
  })
}

function problemOf(to: string, pages: ReadonlySet<string>, headings: ReadonlySet<string>): string | undefined {
  if (to.startsWith('#'))
    return headings.has(to.slice(1)) ? undefined : `No heading on this page has the address “${to}”: correct the link.`
  if (to.startsWith('/')) {
    const page = to.replace(/[?#].*$/, '').replace(/(.)\/$/, '$1')
    return pages.has(page) ? undefined : `The site has no page “${page}”: correct the link.`
  }
  if (/^https:\/\/[^/]+\.[^/]+/.test(to) || /^mailto:\S+@\S+$/.test(to)) return undefined
  return `“${to}” is not an address this site can follow: begin with https:// (another site), / (a page of this one) or # (a heading here).`
}
