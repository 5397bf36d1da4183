import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadCourse } from '#lib/course/load-course.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { preparedQueries } from '#lib/testing/search-queries.ts'
import { find, nearestTerms, openIndex } from './find.ts'
import { passageOf } from './passage.ts'
import { makeSearchFile } from './search-file.ts'

const course = await loadCourse()
const { search, toolkit } = messagesFor('en')
const file = makeSearchFile(course, toolkit, search, 'en')
const index = openIndex(file.index)
const pages = (query: string, limit = 3) => find(index, query, limit).map(({ entry }) => entry.href)

describe('the search in the course', () => {
  it.each(preparedQueries)('finds for “$query” ($why) $page among the first three', ({ query, page }) => {
    expect(pages(query)).toContain(page)
  })

  it('finds each lesson, module, scenario, tool and term by its own name', () => {
    const missed = index.entries.filter(({ title, href }) => !pages(title).includes(href))
    expect(missed.map(({ href }) => href)).toEqual([])
  })

  it('finds a long name with any one letter left out, as the first but two', () => {
    const names = index.entries.filter(({ kind, title }) => kind === 'lesson' && title.length > 18)
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), ({ title, href }, at) => {
        const letter = at % title.length
        expect(pages(title.slice(0, letter) + title.slice(letter + 1))).toContain(href)
      }),
      { numRuns: 200, seed: 4 },
    )
  })

  it('finds nothing for nothing, and nothing for what the course does not have', () => {
    for (const query of ['', '   ', '?!', 'xqzvw', 'zoological']) expect(pages(query), query).toEqual([])
  })

  it('offers the terms that look most like what was not found', () => {
    expect(nearestTerms(index, 'parafrase').map(({ title }) => title)[0]).toBe('paraphrase')
    expect(nearestTerms(index, 'xqzvw')).toHaveLength(3)
  })

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (query) => {
        for (const one of find(index, query)) passageOf(one)
        nearestTerms(index, query)
      }),
      { numRuns: 300 },
    )
  })
})

describe('a passage', () => {
  it('shows the words that were found, marked, and leads to their heading', () => {
    const found = find(index, 'orwell').find(({ entry }) => entry.kind === 'lesson')!
    const { text, heading, href } = passageOf(found)
    expect(text.filter(({ marked }) => marked).map((one) => one.text)).toContain('Orwell')
    expect(heading.map((one) => one.text).join('')).toBe('One thing')
    expect(href).toBe('/modules/bringing-it-together/lessons/room-101#one-thing')
  })

  it('is short, and part of what the page says', () => {
    for (const { query } of preparedQueries)
      for (const found of find(index, query)) {
        const text = passageOf(found)
          .text.map((one) => one.text)
          .join('')
        expect(text.length).toBeLessThan(200)
        const core = text.replace(/^… | …$/g, '')
        expect(found.entry.parts.some(([, , whole]) => whole.includes(core))).toBe(true)
      }
  })

  it('leads only to headings that the pages have', () => {
    const ids = new Map<string, Set<string>>(
      [...course.modules.values()].flatMap(({ slug, lessons }) =>
        lessons.map((lesson) => [`/modules/${slug}/lessons/${lesson.slug}`, new Set(lesson.outline.headings.map(({ id }) => id))] as const),
      ),
    )
    for (const { kind, href, parts } of index.entries)
      if (kind === 'lesson') for (const [, id] of parts) if (id) expect(ids.get(href)?.has(id), `${href}#${id}`).toBe(true)
  })
})

describe('the search index', () => {
  const bytes = Buffer.from(JSON.stringify(file))

  it.each([
    ['gzip', () => gzipSync(bytes).length],
    ['Brotli as the server compresses it', () => brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length],
    ['Brotli at its strongest', () => brotliCompressSync(bytes).length],
  ])('is under 120 kB with %s', (_, size) => {
    expect(size()).toBeLessThan(120_000)
  })

  it('names of a scenario only what no choice decides, and gives no ending away', () => {
    const said = index.entries.flatMap(({ kind, parts }) => (kind === 'scenario' ? parts.flat() : []))
    for (const { scenario } of course.modules.values())
      for (const { title, text } of scenario?.endings ?? []) {
        expect(said).not.toContain(title)
        expect(said.join(' ')).not.toContain(text)
      }
    expect(said).toContain('A kettle on two stones')
    // one comes there only by one way of answering
    expect(said).not.toContain('Leyna, in a good mood')
  })

  it('holds nothing of an item: no stem, option or feedback', () => {
    const said = JSON.stringify(file.index.entries)
    for (const { items } of course.modules.values())
      for (const { stem } of items) if (stem.length > 40) expect(said).not.toContain(JSON.stringify(stem).slice(1, -1))
  })

  it('has every term, lesson, module, scenario and tool once', () => {
    const addresses = index.entries.map(({ href }) => href)
    expect(new Set(addresses).size).toBe(addresses.length)
    const modules = [...course.modules.values()]
    const count = (kind: string) => index.entries.filter((one) => one.kind === kind).length
    expect(count('lesson')).toBe(modules.reduce((sum, { lessons }) => sum + lessons.length, 0))
    expect(count('scenario')).toBe(modules.filter(({ scenario }) => scenario).length)
    expect(count('term')).toBe(Object.keys(course.glossary).length)
    expect(count('tool')).toBe(6)
  })
})
