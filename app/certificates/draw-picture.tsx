/**
 * Draws the picture of a certificate. @vercel/og lays out all of it, in pieces: the paper, the sentence and the date, which are the same for
 * many and are drawn once; the name and the address, which are one holder's own; the band over a revoked one. The pieces are put together
 * as pixels, the code is set in module by module, and the whole is packed aside, so that the thread that serves the site is held up for few
 * milliseconds.
 */
import { ImageResponse } from '@vercel/og'
import type { ReactElement } from 'react'
import { Band } from '#components/certificate/templates/band.tsx'
import { moduleAccent } from '#components/certificate/templates/module.tsx'
import type { DrawnIssuer } from '#components/certificate/templates/paper.tsx'
import { colour } from '#components/certificate/templates/parts.tsx'
import { papers } from '#components/certificate/templates/registry.ts'
import { Lead, lineHeights, Nameless, NamelessNote, Own, Sentence, When } from '#components/certificate/templates/words.tsx'
import { fingerprint } from '#lib/course/fingerprint.ts'
import { checkPng } from '#lib/credential/check-png.ts'
import { codeOf, drawCode } from '#lib/credential/draw-code.ts'
import { packageFile } from '#lib/credential/font-store.ts'
import type { IssuerProfile } from '#lib/credential/issuer-store.ts'
import { choosePalette, type Ramp, type Rgb } from '#lib/credential/palette.ts'
import { decodePng, encodePng, inColours, layOver, type Picture, type Piece, rowsOf, trimmed } from '#lib/credential/pixels.ts'
import type { PublicCertificate } from '#lib/credential/schema.ts'
import { type ShapedName, shapeName } from '#lib/credential/shape-name.ts'
import { templates } from '#lib/credential/templates/registry.ts'
import { defaultLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export type Depicted = Pick<PublicCertificate, 'id' | 'version' | 'template' | 'achievement' | 'issuedAt' | 'name' | 'showsName'>

/** Everything a picture is made from. */
export type PictureOf = {
  certificate: Depicted
  /** where it can be checked, e.g. https://learn.example.org */
  baseUrl: string
  issuer: Pick<IssuerProfile, 'name' | 'logo' | 'signatory'>
  revoked: boolean
  /** what the code says: the address it is shared under, and the compact form in its fragment. null: without a code, for a preview */
  code: string | null
}

/** Everything a picture depends on, as one word: its key in the store and its ETag. */
export function pictureKey({ certificate: { id, version, template, showsName }, baseUrl, issuer, revoked, code }: PictureOf): string {
  const { name, logo, signatory } = issuer
  const rest = fingerprint({ baseUrl, issuer: { name, logo, signatory }, revoked, code, showsName })
  return `${id}-${version}-${template}-${templates[template].version}-${rest}`
}

/** @returns PNG */
export async function drawPicture(given: PictureOf): Promise<Uint8Array> {
  const { certificate, baseUrl, issuer, revoked, code } = given
  const { achievement } = certificate
  const template = templates[certificate.template]
  const data = template.schema.parse({
    name: certificate.showsName ? certificate.name : null,
    achievement,
    issuedAt: certificate.issuedAt,
    address: `${new URL(baseUrl).host}/certificates/${certificate.id}`,
    locale: defaultLocale,
  })
  const paper = await paperFor(certificate, issuer)
  const drawing = wordsOf(certificate.template, data, isOfMore(issuer, achievement.site))
  // whatever goes wrong with the code, what the words come to is waited for below
  drawing.catch(() => undefined)
  const picture: Picture = { ...paper, data: paper.data.slice() }
  // laid out by now, the words are being drawn aside: meanwhile this thread is free
  await new Promise(setImmediate)
  if (code !== null) drawCode(picture, codeOf(code), { ...template.code, ink: rgb(colour.ink) })
  for (const { piece, left, top } of await drawing) layOver(picture, piece, left, top)
  if (revoked) layOver(picture, await bandFor(certificate.template), 0, 0)
  return encodePng(picture)
}

type Data = ReturnType<(typeof templates)[keyof typeof templates]['schema']['parse']>
type Placed = { piece: Piece; left: number; top: number }

/** The words and where each piece of them stands. Only the name and the address are drawn anew for each certificate. */
async function wordsOf(template: keyof typeof templates, data: Data, hasIssuer: boolean): Promise<Placed[]> {
  const { words, nameBox, issuer } = templates[template]
  const { achievement, issuedAt, address, locale } = data
  const messages = messagesFor(defaultLocale).certificate
  const box = { width: words.width, height: lineHeights.small + 6 }
  const name = data.name === null ? null : await shapeName(data.name, nameBox)
  const sentenceBox = { width: words.sentence, height: 6 * lineHeights.sentence }
  const [lead, own, nameless, sentence, note, when] = await Promise.all([
    keptPiece({ lead: template }, <Lead messages={messages} />, box),
    ownPieces(name, address, box),
    name === null ? keptPiece({ nameless: template }, <Nameless messages={messages} />, { width: words.width, height: 100 }) : null,
    keptPiece({ achievement, template }, <Sentence achievement={achievement} messages={messages} locale={locale} />, sentenceBox),
    name === null ? keptPiece({ note: template }, <NamelessNote messages={messages} />, box) : null,
    keptPiece(
      { day: Math.floor(issuedAt / 86_400_000), minutes: achievement.minutes },
      <When issuedAt={issuedAt} minutes={achievement.minutes} messages={messages} locale={locale} />,
      box,
    ),
  ])
  const nameHeight = name === null ? 64 : Math.ceil(name.height)
  const sentenceHeight = Math.ceil((sentence.top + sentence.height) / lineHeights.sentence) * lineHeights.sentence
  const block = lineHeights.lead + 18 + nameHeight + 22 + sentenceHeight + (note ? 14 + lineHeights.small : 0)
  const bottom = words.top + words.height
  // a module's words stand in the middle of what is free above the date, or above who issued it; those of the course at the top
  const free = (hasIssuer ? issuer.top : bottom - 2 * lineHeights.small) - words.top
  let top = words.top + (template === 'course' ? 0 : Math.max(0, Math.round((free - block) / 2)))
  const placed: Placed[] = []
  const add = (piece: Piece, height: number, left: number = words.left) => {
    placed.push({ piece, left, top })
    top += height
  }
  add(lead, lineHeights.lead + 18)
  // a drawn name is one pixel larger than its ink on every side
  const named = own.name ?? nameless
  if (named) add(named, nameHeight + 22, words.left - 1)
  add(sentence, sentenceHeight + 14)
  if (note) add(note, 0)
  top = bottom - 2 * lineHeights.small
  add(when, lineHeights.small)
  add(own.where, 0)
  return placed
}

/** The name and the address are drawn together: a drawing costs more than what is in it. @param line the box of the address */
async function ownPieces(name: ShapedName | null, address: string, line: { width: number; height: number }) {
  const above = name === null ? 0 : Math.ceil(name.height) + 2
  const width = Math.max(line.width, name === null ? 0 : Math.ceil(name.width) + 2)
  const height = above + line.height
  const pixels = await decodePng(await draw(<Own name={name} above={above} address={address} />, { width, height }))
  return { name: name && trimmed(rowsOf(pixels, 0, above)), where: trimmed(rowsOf(pixels, above, height)) }
}

async function freshPiece(element: ReactElement, size: { width: number; height: number }): Promise<Piece> {
  return trimmed(await decodePng(await draw(element, size)))
}

const mostPieces = 80
const piecesKept = new Map<string, Promise<Piece>>()

function keptPiece(key: unknown, element: ReactElement, size: { width: number; height: number }): Promise<Piece> {
  return keptIn(piecesKept, mostPieces, fingerprint(key), () => freshPiece(element, size))
}

/** About a megabyte each; a site has nine kinds of certificates, and now and then one more while a course changes. */
const mostPapers = 12
const paperKept = new Map<string, Promise<Picture>>()

function paperFor({ template, achievement }: Depicted, profile: PictureOf['issuer']): Promise<Picture> {
  const same = 'module' in achievement ? achievement.module : achievement.modules.map(({ number }) => number)
  const { name, logo, signatory } = profile
  return keptIn(paperKept, mostPapers, fingerprint({ template, same, site: achievement.site, name, logo, signatory }), async () => {
    const issuer = isOfMore(profile, achievement.site) ? await drawnIssuer(profile, templates[template].issuer) : null
    const messages = messagesFor(defaultLocale).certificate
    const element =
      'module' in achievement ? (
        <papers.module achievement={achievement} issuer={issuer} messages={messages} />
      ) : (
        <papers.course achievement={achievement} issuer={issuer} messages={messages} />
      )
    const pixels = await decodePng(await draw(element, templates[template]))
    return inColours(pixels, choosePalette(rampsOf(achievement), pixels.data))
  })
}

function bandFor(template: keyof typeof templates): Promise<Piece> {
  const messages = messagesFor(defaultLocale).certificate
  return keptPiece({ band: template }, <Band place={templates[template].band} messages={messages} />, templates[template])
}

/** What was used longest ago is let go first; what could not be drawn is tried again. */
function keptIn<T>(kept: Map<string, Promise<T>>, most: number, key: string, make: () => Promise<T>): Promise<T> {
  const found = kept.get(key) ?? make()
  kept.delete(key)
  kept.set(key, found)
  found.catch(() => kept.get(key) === found && kept.delete(key))
  const oldest = kept.keys().next().value
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
  return found
}

/** Whether there is more to say of who issued it than the name of the site, which stands on every picture. */
function isOfMore({ name, logo, signatory }: PictureOf['issuer'], site: string): boolean {
  return name !== site || logo !== null || signatory !== null
}

/** Names may be in any script, so they come as outlines: Satori would look on the network for letters it does not have. */
async function drawnIssuer({ name, logo, signatory }: PictureOf['issuer'], box: { width: number; height: number }): Promise<DrawnIssuer> {
  const drawnLogo = logo === null ? null : fitted(logo, { width: 150, height: box.height })
  const free = box.width - (drawnLogo ? drawnLogo.width + 14 : 0) - (signatory ? 57 : 0)
  const one = { width: 10_000, height: 40 }
  const [wide, besides] = await Promise.all([
    shapeName(name, { ...one, size: 23 }),
    signatory && shapeName(signatory.name, { ...one, size: 23 }),
  ])
  // each gets the share of the width that its name would take
  const share = besides ? Math.min(0.7, Math.max(0.3, wide.width / (wide.width + besides.width))) : 1
  const line = (text: string, part: number, size: number) => shapeName(text, { width: free * part, height: size + 3, size })
  return {
    name: await line(name, share, 23),
    logo: drawnLogo,
    signatory: signatory && {
      name: await line(signatory.name, 1 - share, 23),
      title: signatory.title === '' ? null : await line(signatory.title, 1 - share, 17),
    },
  }
}

/** @returns null for what is no PNG: it is left out, and the certificate stays */
function fitted(source: string, most: { width: number; height: number }): DrawnIssuer['logo'] {
  const checked = checkPng(Buffer.from(source.slice(source.indexOf(',') + 1), 'base64'))
  if (!checked.ok) return null
  const scale = Math.min(most.width / checked.width, most.height / checked.height)
  return { source, width: checked.width * scale, height: checked.height * scale }
}

async function draw(element: ReactElement, { width, height }: { width: number; height: number }): Promise<Uint8Array> {
  const image = new ImageResponse(element, { width, height, fonts: await fonts() })
  return new Uint8Array(await image.arrayBuffer())
}

/** What letters, the code and the band are made of, beside the colours of the paper itself. */
function rampsOf(achievement: Depicted['achievement']): Ramp[] {
  const from = (first: string, second: string, steps: number): Ramp => [rgb(first), rgb(second), steps]
  const { sheet, ink, soft, revoked } = colour
  return [
    from(sheet, ink, 32),
    from(sheet, soft, 14),
    from(sheet, revoked, 8),
    from(ink, revoked, 3),
    ...('module' in achievement ? [from(sheet, moduleAccent(achievement), 14)] : []),
  ]
}

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16)
  return [value >> 16, (value >> 8) & 255, value & 255]
}

type Weight = 400 | 500 | 600
type LoadedFont = { name: string; data: ArrayBuffer; weight: Weight; style: 'normal' }
let loading: Promise<LoadedFont[]> | undefined

/** Satori reads no WOFF 2, so these are the WOFF files; latin-ext for the languages that come later. */
function fonts(): Promise<LoadedFont[]> {
  const atkinson = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'
  loading ??= Promise.all([
    font('Newsreader', 500, '@fontsource/newsreader/files/newsreader-latin-500-normal.woff'),
    font('Atkinson', 400, `${atkinson}-latin-400-normal.woff`),
    font('Atkinson', 600, `${atkinson}-latin-600-normal.woff`),
    font('Atkinson', 400, `${atkinson}-latin-ext-400-normal.woff`),
    font('Atkinson', 600, `${atkinson}-latin-ext-600-normal.woff`),
  ])
  loading.catch(() => {
    loading = undefined
  })
  return loading
}

async function font(name: string, weight: Weight, path: string): Promise<LoadedFont> {
  const bytes = await packageFile(path)
  return { name, weight, style: 'normal', data: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) }
}
