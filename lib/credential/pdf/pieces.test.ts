/** The pure parts of the PDF: breaking lines, stacking blocks, paths, what is said of skills, names of files. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, looks, stack } from './blocks.ts'
import { fileName } from './content.ts'
import { pathOperators } from './cubic-path.ts'
import { unseenPieces } from './draw-line.ts'
import { sampleContent } from './sample.ts'
import { breakCells } from './set-text.ts'
import { competenciesAlone, skillLines, skillsIn } from './skills.ts'

const cellsOf = (text: string) => Array.from(text, (letter) => ({ text: letter }))
const broken = (text: string, width: number) =>
  breakCells(cellsOf(text), width, (cells) => cells.length).map((line) => line.map((cell) => cell.text).join(''))

describe('lines', () => {
  it.each([
    ['one two three', 20, ['one two three']],
    ['one two three', 7, ['one two ', 'three']],
    ['see learn.example.org/certificates/7Q2M', 24, ['see learn.example.org/', 'certificates/7Q2M']],
    ['unbreakable word', 5, ['unbre', 'akabl', 'e ', 'word']],
    ['王小明王小明', 4, ['王小明王', '小明']],
    ['', 5, []],
  ])('of “%s” in %d are %j', (text, width, lines) => {
    expect(broken(text, width)).toEqual(lines)
  })

  it('lose no letter and are never wider than the column, but for the space at their end', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z/王]{0,9}( [a-z/王]{1,9}){0,9}$/), fc.integer({ min: 1, max: 30 }), (text, width) => {
        const lines = broken(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(line.trimEnd().length).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('blocks', () => {
  const block = (lines: number, rest: Partial<Block> = {}): Block => ({
    tag: 'P',
    look: { ...looks.text, leading: 10 },
    width: 100,
    lines: Array.from({ length: lines }, () => ({ text: '', width: 0, runs: [] })),
    direction: 'ltr',
    before: 5,
    keepsWithNext: false,
    ...rest,
  })

  it('stand under each other as far as there is room', () => {
    const { placed, rest, end } = stack([block(1), block(2), block(3)], { top: 100, bottom: 140, must: false })
    expect([placed.map(({ y }) => y), rest.length, end]).toEqual([[100, 115], 1, 135])
  })

  it('do not leave a heading alone at the end', () => {
    const { placed, rest } = stack([block(1), block(1, { keepsWithNext: true }), block(3)], { top: 0, bottom: 40, must: false })
    expect([placed.length, rest.length]).toEqual([1, 2])
  })

  it('always come to an end on a page of their own', () => {
    expect(stack([block(9)], { top: 0, bottom: 40, must: true }).rest).toEqual([])
    expect(stack([block(9)], { top: 0, bottom: 40, must: false }).placed).toEqual([])
  })
})

describe('paths', () => {
  it('have the same curve with two handles as with one', () => {
    expect(pathOperators('M0 0Q3 6 6 0L6 -9Z')).toBe('0 0 m\n2 4 4 4 6 0 c\n6 -9 l\nh')
  })
  it('know curves that are written from where they begin', () => {
    expect(pathOperators('M10 10q3 6 6 0q-3-6-6 0z')).toBe('10 10 m\n12 14 14 14 16 10 c\n14 6 12 6 10 10 c\nh')
  })
})

describe('unseen text', () => {
  const run = (text: string, rightToLeft: boolean) => ({ text, rightToLeft })
  const pieces = (...runs: { text: string; rightToLeft: boolean }[]) => unseenPieces(runs).map((piece) => piece.join(''))
  it.each([
    ['one line from the right, whatever fonts it has', [run('אב', true), run(' ', true), run('גד', true)], ['דג בא']],
    ['two directions, the space between them apart', [run('אב ', true), run('Avi', false)], ['בא', ' ', 'Avi']],
    ['letters beyond the first plane, as they are read', [run('𞤀𞤥', true)], ['𞤀𞤥']],
  ])('has %s', (_, runs, expected) => {
    expect(pieces(...runs)).toEqual(expected)
  })
})

describe('skills', () => {
  const skill = (competency: string, indicator: string) => ({ competency, indicator })
  it('are what the credential aligns to, each once', () => {
    const alignment = [
      { targetName: 'Shares.', targetDescription: 'Teamwork' },
      { targetName: 'Shares.', targetDescription: 'Teamwork' },
      { targetName: 'Asks.' },
      { targetDescription: 'Nothing' },
    ]
    const json = JSON.stringify({ credentialSubject: { achievement: { alignment } } })
    expect(skillsIn(json)).toEqual([skill('Teamwork', 'Shares.'), skill('', 'Asks.')])
    expect(skillsIn('{}')).toEqual([])
  })

  it('stand together by competency, and nothing in them makes other words bold', () => {
    const lines = skillLines([skill('Team*work', 'Shares.'), skill('', 'Asks *well*.'), skill('Team*work', 'Helps.')])
    expect(lines).toEqual(['*Teamwork.* Shares. Helps.', 'Asks well.'])
  })

  it('are told by their competencies where there are very many', () => {
    const many = Array.from({ length: 20 }, (_, index) => skill(index % 2 ? 'Teamwork' : 'Communication', `indicator ${index}`))
    expect(competenciesAlone(many)).toEqual(['Communication', 'Teamwork'])
    expect(competenciesAlone(many.slice(0, 5))).toBeNull()
  })
})

describe('words', () => {
  it.each([
    ['What are soft skills?', 'what-are-soft-skills-certificate.pdf'],
    ['Réseautage / 人脉', 'réseautage-人脉-certificate.pdf'],
    ['../..\\', 'module-certificate.pdf'],
  ])('name the file of “%s” %s', (title, file) => {
    expect(fileName(title)).toBe(file)
  })

  it('of the course say every module, the tasks, and what one is able to do', () => {
    const { modules, outcomes } = {
      modules: [
        { number: 1, title: 'Networking' },
        { number: 2, title: 'Listening' },
      ],
      outcomes: ['Listen.'],
    }
    const { sections, facts } = sampleContent({
      template: 'course',
      achievement: {
        site: 'Common Ground',
        course: 'People',
        courseVersion: '1',
        passMark: 0.8,
        minutes: 400,
        modules,
        lessons: 9,
        scenarios: 0,
        outcomes,
      },
    })
    expect(sections.map(({ heading }) => heading)).toEqual(['How it was assessed', 'The modules', 'What the course is about'])
    expect(sections[0]!.items.join(' ')).toMatch(/80%.*A task at work/)
    expect(sections[0]!.items.join(' ')).not.toContain('scenario')
    expect(sections[1]!.lead?.replaceAll('\u00a0', ' ')).toBe('1. Networking · 2. Listening')
    expect(facts[1]).toEqual({ label: 'Length of the course', value: 'about 6.5 hours' })
  })
})
