/** Draws the picture of a certificate: data through its template's schema, the name as outlines, Satori and resvg for the rest. */
import { ImageResponse } from '@vercel/og'
import { pictures } from '#components/certificate/templates/registry.ts'
import { fingerprint } from '#lib/course/fingerprint.ts'
import { packageFile } from '#lib/credential/font-store.ts'
import type { PublicCertificate } from '#lib/credential/schema.ts'
import { shapeName } from '#lib/credential/shape-name.ts'
import { templates } from '#lib/credential/templates/registry.ts'
import { defaultLocale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

/** Everything a picture depends on, as one word: its key in the store and its ETag. */
export function pictureKey({ id, version, template }: Pick<PublicCertificate, 'id' | 'version' | 'template'>, host: string): string {
  return `${id}-${version}-${template}-${templates[template].version}-${fingerprint(host)}`
}

/** @param host where the certificate can be checked, e.g. learn.example.org. @returns PNG */
export async function drawPicture(certificate: PublicCertificate, host: string): Promise<Uint8Array> {
  const template = templates[certificate.template]
  const given = {
    name: certificate.name,
    achievement: certificate.achievement,
    issuedAt: certificate.issuedAt,
    address: `${host}/certificates/${certificate.id}`,
    locale: defaultLocale,
  }
  const name = await shapeName(given.name, template.nameBox)
  const messages = messagesFor(defaultLocale).certificate
  const picture =
    certificate.template === 'course' ? (
      <pictures.course data={templates.course.schema.parse(given)} name={name} messages={messages} />
    ) : (
      <pictures.module data={templates.module.schema.parse(given)} name={name} messages={messages} />
    )
  const image = new ImageResponse(picture, {
    width: template.width,
    height: template.height,
    fonts: await fonts(),
  })
  return new Uint8Array(await image.arrayBuffer())
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
