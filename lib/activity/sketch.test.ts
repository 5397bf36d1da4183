import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addContact, type Contact, contactsFrom, placeContacts, readSketch, shorten, sketchCsv } from './sketch.ts'

const rings = [
  { id: 'near', label: 'Near', meaning: 'tonight' },
  { id: 'middle', label: 'Middle', meaning: 'this week' },
  { id: 'far', label: 'Far', meaning: 'perhaps' },
] as const

/** `n` near, `m` middle, `f` far; then who wrote (i/t) and who asked (i/t/-) last. */
function picture(...codes: string[]): Contact[] {
  const ring = { n: 'near', m: 'middle', f: 'far' }
  const who = { i: 'me', t: 'they', '-': 'nobody' } as const
  return codes.map((code, index) => ({
    id: `c${index + 1}`,
    initials: 'AB',
    ring: ring[code[0] as 'n'],
    wrote: code[1] ? (who[code[1] as 'i'] as 'me') : undefined,
    asked: code[2] ? who[code[2] as 'i'] : undefined,
  }))
}

describe('what the picture says', () => {
  it.each([
    ['nothing about an empty page', [], []],
    ['that a few are a beginning', ['n', 'm', 'f'], [{ name: 'few', count: 3, total: 3 }]],
    ['that all are near', ['n', 'n', 'n', 'm'], [{ name: 'onlyClose', count: 3, total: 4 }]],
    ['that nearly all are far', ['f', 'f', 'f', 'f', 'n'], [{ name: 'onlyFar', count: 4, total: 5 }]],
    ['that you do the asking', ['nii', 'mii', 'fit', 'm-i'], [{ name: 'iAsk', count: 3, total: 4 }]],
    ['that they do the asking', ['nit', 'mit', 'fii', 'mit'], [{ name: 'theyAsk', count: 3, total: 4 }]],
    ['that somebody waits for you', ['nti', 'mtt', 'ft-', 'mi-'], [{ name: 'silent', count: 3, total: 4 }]],
    ['that it is well mixed', ['nii', 'mtt', 'fi-', 'mtt'], [{ name: 'balanced', count: 4, total: 4 }]],
    [
      'two things, the shape first',
      ['nti', 'nti', 'nti', 'nti'],
      [
        { name: 'onlyClose', count: 4, total: 4 },
        { name: 'iAsk', count: 4, total: 4 },
      ],
    ],
    ['nothing about asking when hardly any of it is known', ['nii', 'm', 'f', 'mii'], [{ name: 'balanced', count: 4, total: 4 }]],
  ])('is %s', (_, codes, readings) => {
    expect(readSketch(picture(...codes), rings)).toEqual(readings)
  })

  it('is one or two readings, each about some of the contacts', () => {
    const code = fc
      .tuple(fc.constantFrom('n', 'm', 'f'), fc.constantFrom('i', 't'), fc.constantFrom('i', 't', '-'))
      .map((parts) => parts.join(''))
    fc.assert(
      fc.property(fc.array(code, { minLength: 1, maxLength: 12 }), (codes) => {
        const readings = readSketch(picture(...codes), rings)
        expect(readings.length).toBeGreaterThanOrEqual(1)
        expect(readings.length).toBeLessThanOrEqual(2)
        for (const { count, total } of readings) {
          expect(count).toBeGreaterThan(0)
          expect(count).toBeLessThanOrEqual(total)
          expect(total).toBeLessThanOrEqual(codes.length)
        }
      }),
    )
  })
})

describe('a contact', () => {
  it.each([
    ['Leyna Dabo', 'LEYN'],
    ['l. d.', 'LD'],
    ['李明', '李明'],
    ['  ', ''],
    ['é̂a', 'É̂A'],
  ])('is kept by initials: “%s” becomes “%s”', (typed, kept) => {
    expect(shorten(typed)).toBe(kept)
  })

  it('gets an id that no other has, also after one was taken away', () => {
    const two = addContact(addContact([], 'ab', 'near'), 'cd', 'far')
    const again = addContact(two.slice(1), 'ef', 'near')
    expect(again.map(({ id }) => id)).toEqual(['c2', 'c3'])
  })

  it('stands on its own ring, at its own spot', () => {
    const radii = [30, 60, 90]
    const spots = placeContacts(picture('n', 'n', 'm', 'f', 'f', 'f'), rings, radii)
    for (const { contact, x, y } of spots) {
      expect(Math.hypot(x, y)).toBeCloseTo(radii[rings.findIndex(({ id }) => id === contact.ring)] ?? 0, 1)
    }
    expect(new Set(spots.map(({ x, y }) => `${x} ${y}`)).size).toBe(6)
  })

  it('is read from what the device kept, whatever that was', () => {
    const kept = [
      { id: 'c1', initials: 'Ab', ring: 'moon', wrote: 'me', asked: 'sun' },
      null,
      'x',
      { id: 'c2', initials: 'cd', ring: 'near' },
    ]
    expect(contactsFrom(kept, { rings: [...rings], most: 12 })).toEqual([
      { id: 'c1', initials: 'AB', ring: 'far', wrote: 'me', asked: undefined },
      { id: 'c2', initials: 'CD', ring: 'near', wrote: undefined, asked: undefined },
    ])
    expect(contactsFrom(kept, { rings: [...rings], most: 1 })).toHaveLength(1)
    expect(contactsFrom(undefined, { rings: [...rings], most: 1 })).toEqual([])
  })

  it('is a row of the file, in the reader’s words', () => {
    const words = { columns: ['Initials', 'Ring', 'Wrote last', 'Asked last'], me: 'I', they: 'they', nobody: 'nobody' }
    expect(sketchCsv(picture('nt-', 'f'), rings, words)).toBe(
      '\uFEFFInitials,Ring,Wrote last,Asked last\r\nAB,Near,they,nobody\r\nAB,Far,,\r\n',
    )
  })
})
