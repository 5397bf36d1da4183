import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import PDFDocument from 'pdfkit'
import { describe, expect, it } from 'vitest'
import { credentialInPdf } from './attached.ts'

const json = JSON.stringify({ type: ['VerifiableCredential'], name: 'Ɛ̃sɔ 林' })

/** As pdfkit writes one, which packs what is attached. */
function pdfWith(files: Record<string, string>, options: PDFKit.PDFDocumentOptions = {}): Promise<Uint8Array> {
  const document = new PDFDocument(options)
  const parts: Buffer[] = []
  document.on('data', (part: Buffer) => parts.push(part))
  document.text('A certificate')
  for (const [name, text] of Object.entries(files)) document.file(Buffer.from(text), { name })
  const done = new Promise<Uint8Array>((resolve) => document.on('end', () => resolve(new Uint8Array(Buffer.concat(parts)))))
  document.end()
  return done
}

/** One stream object in what is otherwise hardly a PDF. */
function pdfOf(dictionary: string, data: Uint8Array, ending = '\nendstream'): Uint8Array {
  return Buffer.concat([Buffer.from(`%PDF-1.7\n1 0 obj\n<< ${dictionary} >>\nstream\n`), data, Buffer.from(`${ending}\nendobj\n%%EOF`)])
}

describe('a credential attached to a PDF', () => {
  it.each([{}, { compress: false }, { pdfVersion: '1.7' as const }])('is found in what pdfkit writes with %j', async (options) => {
    expect(await credentialInPdf(await pdfWith({ 'note.txt': 'plain', 'credential.json': json }, options))).toBe(json)
  })

  it.each([
    ['packed, with its length elsewhere', '/Type /EmbeddedFile /Filter /FlateDecode /Length 9 0 R', deflateSync(json), '\nendstream'],
    ['packed, with a list of one filter', '/Type/EmbeddedFile/Filter[/FlateDecode]/Length 9 0 R', deflateSync(json), '\r\nendstream'],
    ['packed, without a line end', '/Type /EmbeddedFile /Filter /FlateDecode', deflateSync(json), 'endstream'],
    ['plain', `/Type /EmbeddedFile /Length ${Buffer.byteLength(json)}`, Buffer.from(json), '\nendstream'],
    ['not marked as a file', '/Filter /FlateDecode', deflateSync(json), '\nendstream'],
  ])('is found where it is %s', async (_, dictionary, data, ending) => {
    expect((await credentialInPdf(pdfOf(dictionary, data, ending)))?.trim()).toBe(json)
  })

  it('is the one that was attached last', async () => {
    const first = pdfOf('/Type /EmbeddedFile /Filter /FlateDecode', deflateSync(json.replace('name', 'older')))
    const second = pdfOf('/Type /EmbeddedFile /Filter /FlateDecode', deflateSync(json))
    expect(await credentialInPdf(Buffer.concat([first, Buffer.from('\n'), second]))).toBe(json)
  })

  it('is not found where there is none', async () => {
    expect(await credentialInPdf(await pdfWith({}))).toBeNull()
    expect(await credentialInPdf(await pdfWith({ 'data.json': '{"a":1}' }))).toBeNull()
    expect(await credentialInPdf(Buffer.from(json))).toBeNull()
    expect(await credentialInPdf(pdfOf('/Type /EmbeddedFile /Filter /LZWDecode', Buffer.from(json)))).toBeNull()
  })

  it('is not unpacked where it would fill the memory', async () => {
    const bomb = deflateSync(`{"VerifiableCredential":"${'a'.repeat(50_000_000)}"}`)
    expect(await credentialInPdf(pdfOf('/Type /EmbeddedFile /Filter /FlateDecode', bomb))).toBeNull()
  })

  it('is not looked for without end in what is made to hold up the reader', async () => {
    expect(await credentialInPdf(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from('stream\nendstream '.repeat(500_000))]))).toBeNull()
  })

  it('never throws, whatever the bytes', async () => {
    const pdf = await pdfWith({ 'credential.json': json })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(pdf.length - 1), fc.nat(255)), { maxLength: 20 }),
        fc.nat(pdf.length),
        async (changes, end) => {
          const copy = pdf.slice(0, end)
          for (const [at, byte] of changes) if (at < end) copy[at] = byte
          const found = await credentialInPdf(copy)
          expect(found === null || typeof found === 'string').toBe(true)
        },
      ),
      { numRuns: 60 },
    )
  })
})
