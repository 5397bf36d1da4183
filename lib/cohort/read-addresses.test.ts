import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAddresses } from './read-addresses.ts'

const told = (text: string) => readAddresses(text).people.map(({ line, name, email }) => `${line} ${name ? `${name} ` : ''}<${email}>`)
const bad = (text: string) => readAddresses(text).bad.map(({ line, text: shown, reason }) => `${line} ${reason}: ${shown}`)

describe('a list of addresses', () => {
  it.each([
    ['one address a line', 'amal@example.org\nben@example.org', ['1 <amal@example.org>', '2 <ben@example.org>']],
    ['a name before the address', 'Amal Haddad <Amal@Example.org>', ['1 Amal Haddad <amal@example.org>']],
    ['a name in quotes with a comma', '"Haddad, Amal" <amal@example.org>', ['1 Haddad, Amal <amal@example.org>']],
    [
      'many in one line, as from a mail program',
      'Amal Haddad <amal@example.org>; Ben <ben@example.org>;',
      ['1 Amal Haddad <amal@example.org>', '1 Ben <ben@example.org>'],
    ],
    ['many with commas', 'amal@example.org, ben@example.org', ['1 <amal@example.org>', '1 <ben@example.org>']],
    ['many with spaces', 'amal@example.org ben@example.org', ['1 <amal@example.org>', '1 <ben@example.org>']],
    [
      'many with commas and names',
      'Amal <amal@example.org>, Ben <ben@example.org>',
      ['1 Amal <amal@example.org>', '1 Ben <ben@example.org>'],
    ],
    ['a table without a header', 'Amal Haddad,amal@example.org', ['1 Amal Haddad <amal@example.org>']],
    ['a table with the address first', 'amal@example.org,Amal,Haddad', ['1 Amal Haddad <amal@example.org>']],
    [
      'a table with a header',
      'No,Name,Office,E-mail\n1,Amal Haddad,Harda,amal@example.org\n2,Ben,Sorin,ben@example.org',
      ['2 Amal Haddad <amal@example.org>', '3 Ben <ben@example.org>'],
    ],
    [
      'a table with first and last names',
      'Last name;First name;Email address\nHaddad;Amal;amal@example.org',
      ['2 Haddad Amal <amal@example.org>'],
    ],
    ['tabs, as copied from a spreadsheet', 'Name\tEmail\nHaddad, Amal\tamal@example.org', ['2 Haddad, Amal <amal@example.org>']],
    [
      'a byte order mark and line ends of all kinds',
      '\uFEFFEmail\r\na@example.org\rb@example.org\n',
      ['2 <a@example.org>', '3 <b@example.org>'],
    ],
    ['a name in another script', 'أمل <amal@example.org>\n李雷,lei@例え.jp', ['1 أمل <amal@example.org>', '2 李雷 <lei@例え.jp>']],
    ['what was copied from a link', 'mailto:amal@example.org', ['1 <amal@example.org>']],
    ['a number beside it', '17,amal@example.org,2026-11-22', ['1 <amal@example.org>']],
    ['quotes inside quotes', '"Amal ""Mali"" Haddad",amal@example.org', ['1 Amal "Mali" Haddad <amal@example.org>']],
    [
      'a quote that is never closed',
      'Amal "Mali Haddad,amal@example.org\nben@example.org',
      ['1 Amal "Mali Haddad <amal@example.org>', '2 <ben@example.org>'],
    ],
  ])('reads %s', (_, text, people) => {
    expect(told(text)).toEqual(people)
    expect(bad(text)).toEqual([])
  })

  it('tells every bad line with its number and why, and keeps the good ones', () => {
    const text = [
      'Name,Email',
      'Amal,amal@example.org',
      'Ben,',
      '',
      'Chi,chi.example.org',
      'Dora,dora@localhost',
      'Eli,eli@@example.org',
      'Fay,fay smith@example.org',
      'Gus,gus<>@example.org',
      `Hal,${'h'.repeat(65)}@example.org`,
      'Ida,ida@exam_ple.org',
      `${'J'.repeat(121)},jo@example.org`,
      'Kim,kim@example.org',
    ].join('\n')
    expect(bad(text).map((line) => line.slice(0, 40))).toEqual([
      '3 no_address: Ben,',
      '5 no_address: Chi,chi.example.org',
      '6 no_dot: dora@localhost',
      '7 two_at: eli@@example.org',
      '8 space: fay smith@example.org',
      '9 no_address: Gus,gus<>@example.org',
      `10 too_long: ${'h'.repeat(27)}`,
      '11 character: ida@exam_ple.org',
      '12 name_too_long: jo@example.org',
    ])
    expect(told(text)).toEqual(['2 Amal <amal@example.org>', '13 Kim <kim@example.org>'])
  })

  it('counts an address once, whatever its case, and tells where it stood before', () => {
    const { people, repeated } = readAddresses('amal@example.org\nben@example.org\nAMAL@example.org ')
    expect(people).toHaveLength(2)
    expect(repeated).toEqual([{ line: 3, email: 'amal@example.org', first: 1 }])
  })

  it('says of a line of words among addresses that it has none', () => {
    expect(bad('The people of Harda\namal@example.org')).toEqual(['1 no_address: The people of Harda'])
    expect(bad('amal@example.org; ben@example.org; Chi')).toEqual(['1 no_address: Chi'])
  })

  it('tells something of every line that is not empty, whatever is pasted', () => {
    const piece = fc.constantFrom('a@b.org', 'Ann', '"', ',', ';', '\t', '<', '>', '@', ' ', '\n', '\r\n', 'Email', '\uD800', 'é', '=1+1')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const text = pieces.join('')
        const read = readAddresses(text)
        const numbers = new Set([...read.people, ...read.bad, ...read.repeated].map(({ line }) => line))
        const full = text.split(/\r\n|\r|\n/).flatMap((line, i) => (/[^\s,;"]/.test(line) ? [i + 1] : []))
        // a header is the one line of which nothing is told
        expect(full.filter((line) => !numbers.has(line)).length).toBeLessThanOrEqual(1)
        expect(new Set(read.people.map(({ email }) => email)).size).toBe(read.people.length)
      }),
    )
  })

  it('reads back what it wrote', () => {
    const person = fc.record({
      name: fc.stringMatching(/^[A-Za-zé"',; ]{0,30}$/),
      local: fc.stringMatching(/^[a-z0-9]{1,12}$/),
      domain: fc.constantFrom('example.org', 'mail.example.com', 'a-b.int'),
    })
    fc.assert(
      fc.property(fc.uniqueArray(person, { selector: ({ local, domain }) => `${local}@${domain}`, maxLength: 20 }), (people) => {
        const text = ['Name,Email', ...people.map(({ name, local, domain }) => `"${name.replaceAll('"', '""')}",${local}@${domain}`)].join(
          '\n',
        )
        expect(readAddresses(text).people.map(({ email }) => email)).toEqual(people.map(({ local, domain }) => `${local}@${domain}`))
        expect(readAddresses(text).people.map(({ name }) => name)).toEqual(people.map(({ name }) => name.replace(/\s+/g, ' ').trim()))
      }),
    )
  })
})
