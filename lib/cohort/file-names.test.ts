import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fileStems, namePart, sameAs } from './file-names.ts'

const one = (name: string, title = 'Networking') => fileStems([{ name, title }], 'certificate')[0]!
const bytes = (text: string) => new TextEncoder().encode(text).length

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
const wrong = /[<>:"/\\|?*\u0000-\u001f\u202a-\u202e\u2066-\u2069]|^[\s.]|^(con|prn|aux|nul|com\d|lpt\d)\s*\./i
const isTaken = (file: string) => bytes(file) <= 255 && file.isWellFormed() && !wrong.test(file)

describe('names of files', () => {
  it.each([
    ['a name of any script stays as it is', 'أمل حداد', 'أمل حداد – Networking'],
    ['of Cyrillic too', 'Олена Коваль', 'Олена Коваль – Networking'],
    ['letters with marks are written as one', 'Jose\u0301', 'Jos\u00e9 – Networking'],
    ['what Windows refuses becomes a space', 'A<b>:"/\\|?*c', 'A b c – Networking'],
    ['line breaks and control characters too', 'A\r\n\u0000\u0085b', 'A b – Networking'],
    ['no way leads out of the folder', '../../etc/passwd', 'etc passwd – Networking'],
    ['no dot hides it', '.profile', 'profile – Networking'],
    ['no mark turns its direction', 'Amal\u202egnp.exe', 'Amalgnp.exe – Networking'],
    ['joiners stay where words need them', 'می\u200cخواهم', 'می\u200cخواهم – Networking'],
    ['the name of a device is none', 'CON.x', 'CON_.x – Networking'],
    ['a name that only begins like one is as it was', 'Con Smith', 'Con Smith – Networking'],
    ['half of a character is none', '\ud83d Amal', '\ufffd Amal – Networking'],
    ['where nothing stays there is a word', ' ??? ', 'certificate – Networking'],
  ])('%s', (_, name, expected) => {
    expect(one(name)).toBe(expected)
  })

  it('the title of a module goes through the same', () => {
    expect(one('Amal', 'Who: what?')).toBe('Amal – Who what')
    expect(one('Amal', '')).toBe('Amal')
    expect(one('aux', '')).toBe('aux_')
  })

  it('a long name is cut between what people see as letters', () => {
    const family = '👩‍👩‍👧‍👦'
    const cut = namePart(family.repeat(20))
    expect(bytes(cut)).toBeLessThanOrEqual(100)
    expect(cut).toBe(family.repeat(4))
  })

  it('those that would be one file somewhere are numbered, in their order', () => {
    const names = ['Amal', 'AMAL', 'Ama\u200el', 'Amal (2)'].map((name) => ({ name, title: '' }))
    expect(fileStems(names, 'x')).toEqual(['Amal', 'AMAL (2)', 'Amal (3)', 'Amal (2) (2)'])
  })

  it('whatever the names: every system takes them, and no two are the same', () => {
    const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('nul', 'Amal', 'amal', '..', 'a'.repeat(300)))
    fc.assert(
      fc.property(fc.array(fc.record({ name: text, title: text }), { maxLength: 20 }), (all) => {
        const stems = fileStems(all, 'certificate')
        expect(new Set(stems.map(sameAs)).size).toBe(all.length)
        expect(stems.map((stem) => `${stem}.png`).filter((file) => !isTaken(file))).toEqual([])
      }),
    )
  })
})
