import { describe, expect, it } from 'vitest'
import { countWords, outlineLesson } from './outline-lesson.ts'

describe('the outline of a lesson', () => {
  it('names headings with the ids they get, and the lines of the file', () => {
    expect(outlineLesson('## One\n\n### *Two* & a half\n\n## One', 10).headings).toEqual([
      { depth: 2, text: 'One', id: 'one', line: 10 },
      { depth: 3, text: 'Two & a half', id: 'two--a-half', line: 12 },
      { depth: 2, text: 'One', id: 'one-1', line: 14 },
    ])
  })

  it('lists components with their attributes and their text', () => {
    expect(outlineLesson('A <Term id="ford">ford *here*</Term>.\n\n<Activity id="a" open />').elements).toEqual([
      { name: 'Term', attributes: { id: 'ford' }, text: 'ford here', line: 1 },
      { name: 'Activity', attributes: { id: 'a', open: true }, text: '', line: 3 },
    ])
  })

  it('lists links and pictures, in Markdown, by reference and in HTML', () => {
    const outline = outlineLesson('[a](/a) [b][b] <a href="/c">c</a> ![d](/d.png) <img src="/e.png" />\n\n[b]: https://b.example\n')
    expect(outline.links.map((link) => link.to)).toEqual(['/a', '/c', 'https://b.example'])
    expect(outline.images.map((image) => image.alt)).toEqual(['d', undefined])
  })

  it('lists code, and does not take a remark for code', () => {
    expect(outlineLesson("import a from 'b'\n\n{/* a remark */}\n\n{a}").code).toEqual([
      { what: 'import', line: 1 },
      { what: '{a}', line: 5 },
    ])
  })

  it('counts the words a reader reads: those of tables and terms, not those of attributes', () => {
    expect(
      outlineLesson('One <Term id="not this">two</Term>.\n\n| three | four |\n|---|---|\n| five | six |\n\n<Diagram title="not this" />')
        .words,
    ).toBe(6)
  })

  it('says where a text breaks off', () => {
    expect(outlineLesson('Fine.\n\n<Case>\n\nNever closed.', 20).broken).toEqual({
      sentence: expect.stringContaining('Expected a closing tag for `<Case>`'),
      line: 22,
    })
  })
})

it.each([
  ['Who is this?', 3],
  ['We don’t re-count 412 contacts – or 3.', 7],
  ['', 0],
  ['…', 0],
  ['Où êtes-vous ?', 2],
])('counts the words of %j', (text, words) => {
  expect(countWords(text)).toBe(words)
})
