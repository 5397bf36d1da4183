import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { guardPage } from '#app/api/guard.ts'
import { issuer } from '#app/issuer.ts'
import { AdminFrame } from '#components/account/admin/frame.tsx'
import { IssuerForm } from '#components/account/admin/issuer-form.tsx'
import { IssuerKeys } from '#components/account/admin/issuer-keys.tsx'
import { Section } from '#components/account/section.tsx'
import { allKeys } from '#lib/credential/issuer-store.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/admin/issuer'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).issuer
  return { title: say(messages, 'issuer'), description: say(messages, 'issuer-description'), robots: { index: false } }
}

/** Who issues the certificates, what strangers see of it, and with which key it is signed. */
export default async function AdminIssuerPage({ params }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { db } = await guardPage('admin.issuer', undefined, { path: pathFor(locale, '/admin/issuer') })
  const { id, keyId, profile, baseUrl } = await issuer()
  const { admin, issuer: messages } = messagesFor(locale)
  const word = (key: string) => say(messages, key)
  return (
    <AdminFrame current="issuer" messages={admin} locale={locale}>
      <Section id="issuer" title={word('issuer')} about={word('issuer-about')}>
        <IssuerForm profile={profile} messages={messages} />
      </Section>
      <Section id="identity" title={word('identity')} about={word('identity-about')}>
        <IssuerKeys
          id={id}
          keyId={keyId}
          keys={await allKeys(db)}
          document={`${baseUrl}/.well-known/did.json`}
          messages={messages}
          locale={locale}
        />
      </Section>
    </AdminFrame>
  )
}
