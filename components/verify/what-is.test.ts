import { describe, expect, it } from 'vitest'
import { whatIsFile, whatIsText } from './what-is.ts'

const home = 'https://ground.example'
const id = '7Q2M-K4XD-00AB-CDEF'
const digits = '31415926535897932384626433832795028841971693993751'
const json = `${home}/certificates/${id}/credential.json`

describe('whatIsText', () => {
  it.each([
    ['', { kind: 'nothing' }],
    ['  \n ', { kind: 'nothing' }],
    [' {"a":1}\n', { kind: 'json', text: '{"a":1}' }],
    ['\uFEFF[1]', { kind: 'json', text: '[1]' }],
    ['eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2ln', { kind: 'foreign', what: 'JSON Web Token' }],
    [id, { kind: 'link', url: json }],
    ['7q2mk4xdooabcdef', { kind: 'link', url: json }],
    [`${home}/certificates/${id}`, { kind: 'link', url: json }],
    [`${home}/certificates/${id}/`, { kind: 'link', url: json }],
    [`ground.example/certificates/${id}`, { kind: 'link', url: json }],
    [`/certificates/${id}`, { kind: 'link', url: json }],
    [json, { kind: 'link', url: json }],
    [`${home}/certificates/${id}#criteria`, { kind: 'link', url: json }],
    [`${home}/certificates/${id}/badge.png`, { kind: 'link', url: `${home}/certificates/${id}/badge.png` }],
    [`${home}/certificates/${id}#${digits}`, { kind: 'compact', digits, base: home, page: `${home}/certificates/${id}` }],
    [
      `https://other.example/ground/certificates/${id}#${digits}`,
      { kind: 'compact', digits, base: 'https://other.example/ground', page: `https://other.example/ground/certificates/${id}` },
    ],
    ['https://badges.example/a/b.json?x=1#top', { kind: 'link', url: 'https://badges.example/a/b.json?x=1' }],
    ['badges.example/a', { kind: 'link', url: 'https://badges.example/a' }],
    ['http://badges.example/a', { kind: 'strange' }],
    ['https://me:secret@badges.example/a', { kind: 'strange' }],
    ['javascript:alert(1)', { kind: 'strange' }],
    ['data:text/plain,a', { kind: 'strange' }],
    ['https://localhost/a', { kind: 'strange' }],
    ['https://192.168.1.1/a', { kind: 'strange' }],
    ['https://[::1]/a', { kind: 'strange' }],
    ['printer.local/a', { kind: 'strange' }],
    ['hello', { kind: 'strange' }],
    ['My certificate is genuine.', { kind: 'strange' }],
  ])('%j', (text, given) => {
    expect(whatIsText(text, home)).toEqual(given)
  })

  it('knows its own site also where that is served without https, and no other', () => {
    const local = 'http://localhost:3411'
    expect(whatIsText(`${local}/certificates/${id}`, local)).toEqual({ kind: 'link', url: `${local}/certificates/${id}/credential.json` })
    expect(whatIsText(`localhost:3411/certificates/${id}`, local)).toEqual({
      kind: 'link',
      url: `${local}/certificates/${id}/credential.json`,
    })
    expect(whatIsText(`http://localhost:9999/certificates/${id}`, local)).toEqual({ kind: 'strange' })
  })
})

describe('whatIsFile', () => {
  const bytes = (...all: (string | number)[]) =>
    Uint8Array.from(all.flatMap((one) => (typeof one === 'number' ? [one] : [...one].map((letter) => letter.charCodeAt(0)))))
  it.each([
    ['png', bytes(0x89, 'PNG\r\n', 0x1a, '\n', 0)],
    ['pdf', bytes('%PDF-1.7\n')],
    ['pdf', bytes('\r\n'.repeat(20), '%PDF-1.4')],
    ['image', bytes(0xff, 0xd8, 0xff, 0xe0)],
    ['image', bytes('GIF89a')],
    ['image', bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 ')],
    ['image', bytes(0, 0, 0, 32, 'ftypavif')],
    ['text', bytes('{"@context": []}')],
    ['text', new TextEncoder().encode(`${'a'.repeat(1023)}é and more`)],
    ['other', bytes('PK', 3, 4, 0, 0)],
    ['other', bytes(0xff, 0xfe, 0)],
    ['other', bytes()],
  ] as const)('tells %s', (kind, content) => {
    expect(whatIsFile(content)).toBe(kind)
  })
})
