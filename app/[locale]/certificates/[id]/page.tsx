import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { whoAsks } from '#app/api/who.ts'
import { CertificateView } from '#components/certificate/certificate-view.tsx'
import { HolderTools } from '#components/certificate/holder-tools.tsx'
import { config } from '#lib/config/read-config.ts'
import { readCertificateId } from '#lib/credential/certificate-id.ts'
import { keyFor, wordsOf } from '#lib/credential/describe-achievement.ts'
import type { Certificate } from '#lib/credential/schema.ts'
import { findCertificate } from '#lib/credential/store.ts'
import { database } from '#lib/db/client.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

type Props = PageProps<'/[locale]/certificates/[id]'>

export const dynamic = 'force-dynamic'

const find = cache(async (id: string) => findCertificate(await database(), id))

async function certificateOf(params: Props['params']): Promise<{ locale: Locale; certificate: Certificate | null }> {
  const { locale, id: typed } = await params
  if (!isLocale(locale)) notFound()
  const id = readCertificateId(decodeURIComponent(typed))
  const certificate = id === null ? null : await find(id)
  if (certificate && id !== typed) permanentRedirect(pathFor(locale, `/certificates/${certificate.id}`))
  return { locale, certificate }
}

/** Unlisted: whoever has the address may see it and show it, search engines may not. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, certificate } = await certificateOf(params)
  const messages = messagesFor(locale).certificate
  const robots = { index: false, follow: false }
  if (!certificate) return { title: say(messages, 'notFoundTitle'), robots }
  const { name, achievement, id } = certificate
  const words = { name, ...wordsOf(achievement, messages, locale) }
  const title = say(messages, keyFor(achievement, 'pageTitle'), words)
  const description = say(messages, keyFor(achievement, 'pageDescription'), words)
  const url = `${config().baseUrl}${pathFor(locale, `/certificates/${id}`)}`
  const image = { url: `${config().baseUrl}/certificates/${id}/image.png`, width: 1200, height: 630, alt: description }
  return {
    title,
    description,
    robots,
    alternates: { canonical: url },
    openGraph: { type: 'website', siteName: achievement.site, title, description, url, images: [image] },
    twitter: { card: 'summary_large_image', title, description, images: [image] },
  }
}

export default async function CertificatePage({ params }: Props) {
  const { locale, certificate } = await certificateOf(params)
  if (!certificate) notFound()
  const { actor, ...shown } = certificate
  const messages = messagesFor(locale).certificate
  const image = `/certificates/${shown.id}/image.png?v=${shown.version}`
  const isHolder = (await whoAsks(await headers())).learner === actor
  return (
    <CertificateView certificate={shown} image={image} messages={messages} locale={locale}>
      {isHolder ? (
        <HolderTools
          id={shown.id}
          name={shown.name}
          image={image}
          url={`${config().baseUrl}${pathFor(locale, `/certificates/${shown.id}`)}`}
          title={say(messages, keyFor(shown.achievement, 'pageTitle'), {
            name: shown.name,
            ...wordsOf(shown.achievement, messages, locale),
          })}
          messages={messages}
        />
      ) : null}
    </CertificateView>
  )
}
