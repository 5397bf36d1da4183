import { expect, it } from 'vitest'
import { lessonsOfTerms } from './lessons-of-term.ts'
import { lettersOfGlossary } from './letters-of-glossary.ts'
import { loadCourse } from './load-course.ts'

const term = (name: string) => ({ term: name, definition: 'A thing.' })

it('puts terms in the order of a dictionary: case and accents do not count, digits come last', () => {
  const letters = lettersOfGlossary({ a: term('éclair'), b: term('3W/4W'), c: term('Eel'), d: term('CAUT'), e: term('cash') }, 'en')
  expect(letters.map(({ letter, terms }) => [letter, terms.map((one) => one.term)])).toEqual([
    ['C', ['cash', 'CAUT']],
    ['E', ['éclair', 'Eel']],
    ['#', ['3W/4W']],
  ])
})

it('leaves no term of the course out', async () => {
  const { glossary } = await loadCourse()
  const listed = lettersOfGlossary(glossary, 'en').flatMap(({ terms }) => terms.map(({ id }) => id))
  expect(listed.sort()).toEqual(Object.keys(glossary).sort())
})

it('knows the lessons in which a term is marked, each once', async () => {
  const places = lessonsOfTerms(await loadCourse())
  expect(places.get('caut')?.map(({ lesson }) => lesson.slug)).toContain('the-caut-matrix')
  for (const found of places.values()) expect(new Set(found.map(({ lesson }) => lesson.file)).size).toBe(found.length)
})
