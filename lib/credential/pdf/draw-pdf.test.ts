/** The PDF as a reader opens it: its pages, its text in the order of reading, its structure, what is attached. */
import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, it, vi } from 'vitest'
import { fontWith } from '#lib/credential/font-store.ts'
import { familiesFor } from '#lib/credential/name-fonts.ts'
import { drawPdf, pageSizes } from './draw-pdf.ts'
import { sampleAchievement, sampleContent, sampleInput, sampleJson, sampleUrl } from './sample.ts'
import { subsetFont } from './subset-font.ts'

const open = (bytes: Uint8Array): Promise<PDFDocumentProxy> => getDocument({ data: bytes.slice(), verbosity: 0 }).promise

async function textOf(page: PDFPageProxy): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

async function wholeText(pdf: PDFDocumentProxy): Promise<string> {
  const pages = Array.from({ length: pdf.numPages }, async (_, index) => textOf(await pdf.getPage(index + 1)))
  return (await Promise.all(pages)).join('\n')
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()

type Node = { role?: string; alt?: string; children?: Node[] }
const nodesIn = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodesIn)]

describe('the PDF of a certificate', () => {
  it.each(['a4', 'letter'] as const)('is one page of %s, upright', async (size) => {
    const pdf = await open(await drawPdf(sampleInput(sampleContent(), size)))
    expect(pdf.numPages).toBe(1)
    const [x, y, width, height] = (await pdf.getPage(1)).view
    expect([x, y]).toEqual([0, 0])
    expect([width, height]).toEqual(pageSizes[size].map((length) => expect.closeTo(length, 1)))
  })

  it('says who, what, when, how it was assessed, by whom and how to check it, in that order', async () => {
    const skills = [{ competency: 'Teamwork', indicator: 'Shares information.' }]
    const text = squeezed(await wholeText(await open(await drawPdf(sampleInput(sampleContent({}, { skills }))))))
    const parts = [
      'Common Ground',
      'Certificate of completion',
      'This certifies that',
      'Amal Haddad-Okoye',
      'completed the module Networking (five lessons, a branching scenario and a check) in the course People behind the data',
      'Ines Tavares',
      'Head of information management',
      'Issued on 21 November 2026',
      'about 50 minutes',
      '7Q2M-K4XD-PPPP-1234',
      'Issued by Relief & Learning <Ltd>',
      'How it was assessed',
      'at least 75% of the points',
      'A branching scenario, played to one of its endings.',
      'Skills',
      'Teamwork. Shares information.',
      'Check this certificate',
      'credential.json',
      'It does not claim competence at work.',
    ]
    let from = 0
    for (const part of parts) {
      const at = text.indexOf(part, from)
      expect(at, `“${part}” after position ${from} of: ${text}`).toBeGreaterThanOrEqual(from)
      from = at + part.length
    }
    expect(text.replaceAll(' ', '')).toContain('learn.example.org/certificates/7Q2M-K4XD-PPPP-1234')
  })

  it.each([
    ['Latin', 'Amal Haddad-Okoye'],
    ['Latin with marks', 'Nguyễn Thị Ánh Tuyết'],
    ['Latin with marks that only a font can place', 'Kɔ̃fí Ŋ́gbɛ̃'],
    ['Cyrillic', 'Олена Коваль'],
    ['Greek', 'Ελένη Παπαδοπούλου'],
    ['Arabic', 'أمل حداد'],
    ['Hebrew', 'רחל כהן'],
    ['Hebrew with points', 'שָׂרָה'],
    ['Devanagari', 'देवेन्द्र कुमार श्रीवास्तव'],
    ['Bengali', 'শ্রী রবীন্দ্রনাথ'],
    ['Tamil', 'கௌரி சுப்பிரமணியம்'],
    ['Burmese', 'အောင်ဆန်းစုကြည်'],
    ['Khmer', 'សុខ ស្រីមុំ'],
    ['Chinese', '王小明'],
    ['Japanese', 'さくら 山田'],
    ['Korean', '김민준'],
    ['Thai', 'สมชาย ใจดี'],
    ['Amharic', 'አበበ ቢቂላ'],
    ['Adlam, beyond the first plane', '𞤀𞤥𞤢𞤣𞤵'],
    ['two directions', 'Amal أمل حداد'],
    ['two directions, one in the other', 'אבי (Avi) כהן'],
    ['two directions, from the right', 'أمل Amal'],
  ])('gives back a name in %s as it was written', async (_, name) => {
    const text = squeezed(await wholeText(await open(await drawPdf(sampleInput(sampleContent({ name }))))))
    expect(text.normalize('NFC')).toContain(`This certifies that ${name.normalize('NFC')} completed the module`)
  })

  it('embeds every font, cut down to what is on the page, with its text', async () => {
    const bytes = await drawPdf(sampleInput(sampleContent({ name: 'Amal 王小明' })))
    const pdf = await open(bytes)
    const page = await pdf.getPage(1)
    const { fnArray, argsArray } = await page.getOperatorList()
    const names = new Set(fnArray.flatMap((op, index) => (op === OPS.setFont ? [argsArray[index]![0] as string] : [])))
    expect(names.size).toBeGreaterThanOrEqual(4)
    for (const name of names) {
      const font = page.commonObjs.get(name) as { name: string; missingFile?: boolean }
      expect([font.name, font.missingFile ?? false]).toEqual([expect.stringMatching(/^CERT[A-Z]{2}\+\w/), false])
    }
    // the whole fonts are some megabytes
    expect(bytes.length).toBeLessThan(100_000)
  })

  it('has a structure, a title, a language, a link and a picture with its words', async () => {
    const bytes = await drawPdf(sampleInput())
    const pdf = await open(bytes)
    const { info, metadata } = await pdf.getMetadata()
    const said = info as Record<string, unknown>
    expect(said).toMatchObject({
      Title: 'Certificate: Networking, Amal Haddad-Okoye',
      Author: 'Relief & Learning <Ltd>',
      Language: 'en-GB',
    })
    expect(metadata.get('dc:title')).toBe('Certificate: Networking, Amal Haddad-Okoye')
    expect(metadata.get('pdfuaid:part')).toBe('1')
    expect((await pdf.getMarkInfo())?.Marked).toBe(true)
    expect(await pdf.getViewerPreferences()).toEqual({ DisplayDocTitle: true })
    const page = await pdf.getPage(1)
    const tree = (await page.getStructTree()) as Node
    const roles = nodesIn(tree).flatMap(({ role }) => role ?? [])
    expect(roles.filter((role) => role === 'H1')).toHaveLength(1)
    expect(new Set(roles)).toEqual(new Set(['Root', 'Document', 'H1', 'H2', 'P', 'L', 'LI', 'LBody', 'Figure', 'Link']))
    const figure = nodesIn(tree).find(({ role }) => role === 'Figure')
    expect(figure?.alt).toContain('learn.example.org/certificates/7Q2M-K4XD-PPPP-1234')
    const links = (await page.getAnnotations()).filter(({ subtype }) => subtype === 'Link')
    expect(links.map(({ url }) => url as string)).toEqual([sampleUrl])
  })

  it('carries the credential byte for byte, and says what it is', async () => {
    const attachments = (await (await open(await drawPdf(sampleInput()))).getAttachments()) as Record<
      string,
      { filename: string; content: Uint8Array; description: string }
    >
    expect(Object.keys(attachments)).toEqual(['credential.json'])
    const { content, description } = attachments['credential.json']!
    expect(new TextDecoder().decode(content)).toBe(sampleJson)
    expect(description).toContain('Open Badges 3.0')
  })

  it('says nothing of the name where the holder does not show it, also not in its metadata', async () => {
    const bytes = await drawPdf(sampleInput(sampleContent({ showsName: false })))
    const pdf = await open(bytes)
    const text = squeezed(await wholeText(pdf))
    expect(text).toContain('This certifies that The holder The holder has chosen not to show a name here. completed')
    expect(text + JSON.stringify(await pdf.getMetadata())).not.toContain('Haddad')
  })

  it('says first that it is revoked, when and why', async () => {
    const standing = { revokedAt: Date.UTC(2026, 10, 22), reason: 'Issued by mistake.' }
    const text = squeezed(await wholeText(await open(await drawPdf(sampleInput(sampleContent({}, { standing }))))))
    expect(text).toMatch(
      /^Common Ground Revoked on 22 November 2026 This certificate no longer counts\. The reason given: Issued by mistake\. Certificate of completion/,
    )
  })

  it('shows the logo of the issuer with its name, and is drawn without one that cannot be read', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const input = sampleInput()
    // one dot, half seen through
    const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGPgEpFrAAABJQC97kY5HgAAAABJRU5ErkJggg=='
    const figures = async (logo: Uint8Array) => {
      const pdf = await open(await drawPdf({ ...input, drawings: { ...input.drawings, logo } }))
      const tree = (await (await pdf.getPage(1)).getStructTree()) as Node
      return nodesIn(tree).flatMap(({ role, alt }) => (role === 'Figure' ? [alt] : []))
    }
    expect(await figures(Buffer.from(png, 'base64'))).toEqual(['Relief & Learning <Ltd>', expect.stringContaining('QR code')])
    expect(warned).not.toHaveBeenCalled()
    expect(await figures(new TextEncoder().encode('no picture'))).toEqual([expect.stringContaining('QR code')])
    expect(warned).toHaveBeenCalledOnce()
    warned.mockRestore()
  })

  it('goes on to another page where the words need it, and leaves nothing out', async () => {
    const title = 'Networking across organizations, districts and languages. '.repeat(5).trim()
    const skills = Array.from({ length: 9 }, (_, index) => ({
      competency: `Competency ${index}`,
      indicator: `indicator ${index} `.repeat(12).trim(),
    }))
    const sample = sampleContent()
    const content = sampleContent(
      {
        name: 'Wolfeschlegelsteinhausenbergerdorff '.repeat(3).trim(),
        achievement: { ...sampleAchievement, module: { ...sampleAchievement.module, title } },
      },
      { skills },
    )
    const pdf = await open(await drawPdf(sampleInput(content, 'letter')))
    expect(pdf.numPages).toBe(2)
    const text = squeezed(await wholeText(pdf))
    for (const { indicator } of skills) expect(text).toContain(indicator)
    for (const part of [title, sample.verify.heading, sample.verify.text, sample.limit, 'page 1 of 2', 'page 2 of 2'])
      expect(text).toContain(part)
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number)
      const [, , width, height] = page.view
      const { items } = await page.getTextContent()
      for (const item of items) {
        if (!('str' in item) || item.str.trim() === '') continue
        const [, , , , x, y] = item.transform as number[]
        expect(x! >= 0 && x! + item.width <= width! + 0.5 && y! > 0 && y! < height!, item.str).toBe(true)
      }
    }
  })

  it('is the same, byte for byte, for the same certificate', async () => {
    expect(await drawPdf(sampleInput())).toEqual(await drawPdf(sampleInput()))
  })
})

describe('a font that is cut down', () => {
  it('keeps the numbers of its glyphs, and their outlines at the weight that was asked for', async () => {
    const { Blob, Face, Font } = await import('harfbuzzjs')
    const { default: decompress } = await import('wawoff2/decompress.js')
    const { packageFile } = await import('#lib/credential/font-store.ts')
    const open = (await fontWith(familiesFor('Hebrew', new Set())[0]!, [0x5e8]))!
    const glyph = open.font.nominalGlyph(0x5e8)!
    const sfnt = await decompress(await packageFile(open.file))
    const whole = new Font(new Face(new Blob(sfnt)))
    const cut = new Font(new Face(new Blob(await subsetFont(sfnt, { axes: open.family.axes, glyphs: [glyph] }))))
    const numbersIn = (path: string) => (path.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number)
    const wanted = numbersIn(open.font.glyphToPath(glyph))
    const given = numbersIn(cut.glyphToPath(glyph))
    expect(given).toHaveLength(wanted.length)
    expect(Math.max(...given.map((value, index) => Math.abs(value - wanted[index]!)))).toBeLessThanOrEqual(1)
    // the default of the font is another weight
    expect(numbersIn(whole.glyphToPath(glyph))).not.toEqual(given)
    expect(cut.glyphHAdvance(glyph)).toBeCloseTo(open.font.glyphHAdvance(glyph), -0.5)
  })
})
