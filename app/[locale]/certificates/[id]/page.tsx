import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound, permanentRedirect } from 'next/navigation'
import { cache } from 'react'
import { whoAsks } from '#app/api/who.ts'
import { checkHere } from '#app/certificates/check-here.ts'
import { issuer as currentIssuer } from '#app/issuer.ts'
import { CarriedCode } from '#components/certificate/carried-code.tsx'
import { CertificateView } from '#components/certificate/certificate-view.tsx'
import { HolderTools } from '#components/certificate/holder-tools.tsx'
import { inScript, linkedData } from '#components/certificate/linked-data.ts'
import { embedded } from '#components/certificate/share-links.ts'
import { verifyHref } from '#components/certificate/verify-href.ts'
import { wordsFor } from '#components/certificate/words.ts'
import { buttonClass } from '#components/ui/button.tsx'
import { MessagePage } from '#components/ui/message-page.tsx'
import { loadCourse } from '#lib/course/load-course.ts'
import { withIndicators } from '#lib/credential/achievement-of.ts'
import { readCertificateId } from '#lib/credential/certificate-id.ts'
import { signedCredential } from '#lib/credential/credential-store.ts'
import { isOfCourse, keyFor, titleOf, wordsOf } from '#lib/credential/describe-achievement.ts'
import { isNoSigningKey } from '#lib/credential/no-signing-key.ts'
import type { Certificate } from '#lib/credential/schema.ts'
import { findCertificate } from '#lib/credential/store.ts'
import { database } from '#lib/db/client.ts'
import { say } from '#lib/message/format.ts'
import { formatLocale, isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { sayGone, sayUnavailable } from '#lib/server/page-status.ts'

type Props = PageProps<'/[locale]/certificates/[id]'>

export const dynamic = 'force-dynamic'

/**
 * The certificate with its credential, and whether whoever asks holds it. `null`: there is none. `signed` is null where it would have to be
 * signed and cannot be: no page shows what a key signed that was called back.
 */
const find = cache(async (id: string) => {
  const [issuer, { learner }, db] = await Promise.all([currentIssuer(), whoAsks(await headers()), database()])
  const signed = await signedCredential(db, id, issuer, Date.now()).catch((error: unknown) => {
    if (isNoSigningKey(error)) return 'not_now' as const
    throw error
  })
  const certificate = signed === 'not_now' ? await findCertificate(db, id) : signed?.certificate
  if (!signed || !certificate) return null
  const isHolder = certificate.actor === learner
  return { signed: signed === 'not_now' ? null : signed, issuer, isHolder, gone: certificate.visibility === 'private' && !isHolder }
})

async function pageOf(params: Props['params']) {
  const { locale, id: typed } = await params
  if (!isLocale(locale)) notFound()
  const id = readCertificateId(decodeURIComponent(typed))
  const found = id === null ? null : await find(id)
  if (found && id !== typed) permanentRedirect(pathFor(locale, `/certificates/${id}`))
  return { locale, found }
}

/** Title, description and the sentence to pass on, with the name where the holder shows it. */
function wordsFrom({ achievement, name, showsName }: Certificate, locale: Locale) {
  const messages = messagesFor(locale).certificate
  const words = { name, ...wordsOf(achievement, messages, locale) }
  const key = (named: string) => keyFor(achievement, showsName ? named : `${named}Nameless`)
  return {
    title: say(messages, key('pageTitle'), words),
    description: say(messages, key('pageDescription'), words),
    text: say(messages, key('shareText'), words),
    certification: isOfCourse(achievement) ? titleOf(achievement) : say(messages, 'shareCertification', words),
  }
}

function addressesOf(baseUrl: string, { id, version }: Certificate, revoked: boolean, locale: Locale) {
  const page = `${baseUrl}${pathFor(locale, `/certificates/${id}`)}`
  const files = `/certificates/${id}`
  // with its version: who keeps pictures of other sites asks for a new one when a name was corrected or hidden, or the certificate revoked
  const image = `${files}/image.png?v=${version}${revoked ? '-revoked' : ''}`
  return {
    page,
    picture: `${baseUrl}${image}`,
    lasting: `${baseUrl}${files}/image.png`,
    image,
    files: {
      picture: image,
      badge: `${files}/badge.png`,
      a4: `${files}/certificate.pdf?size=a4`,
      letter: `${files}/certificate.pdf?size=letter`,
      credential: `${files}/credential.json`,
    },
    check: verifyHref(pathFor(locale, '/verify'), page),
    camera: pathFor(locale, '/verify'),
    framework: pathFor(locale, '/framework'),
  }
}

/**
 * Public: search engines may list it. Unlisted: whoever has the address may see it and show it, search engines may not. Private, and what
 * is not there: nothing is said.
 */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, found } = await pageOf(params)
  const messages = messagesFor(locale).certificate
  const hidden = { index: false, follow: false }
  if (!found) return { title: say(messages, 'notFoundTitle'), robots: hidden }
  const { signed, issuer, gone } = found
  if (gone) return { title: say(messages, 'goneTitle'), robots: hidden }
  if (!signed) return { title: say(messages, 'unsignedTitle'), robots: hidden }
  const { certificate, standing } = signed
  const words = wordsFrom(certificate, locale)
  const revoked = standing.revokedAt !== null
  const title = revoked ? say(messages, 'pageTitleRevoked', { title: words.title }) : words.title
  if (certificate.visibility === 'private') return { title, robots: hidden }
  const description = revoked ? say(messages, 'pageDescriptionRevoked', { issuer: issuer.profile.name }) : words.description
  const { page, picture } = addressesOf(issuer.baseUrl, certificate, revoked, locale)
  const image = { url: picture, width: 1200, height: 630, alt: title, type: 'image/png' }
  return {
    title,
    description,
    robots: certificate.visibility === 'public' && !revoked ? { index: true, follow: true } : hidden,
    alternates: { canonical: page },
    openGraph: {
      type: 'website',
      siteName: certificate.achievement.site,
      title,
      description,
      url: page,
      locale: formatLocale(locale).replace('-', '_'),
      images: [image],
    },
    twitter: { card: 'summary_large_image', title, description, images: [{ url: picture, alt: title }] },
  }
}

export default async function CertificatePage({ params }: Props) {
  const { locale, found } = await pageOf(params)
  if (!found) notFound()
  const { signed, issuer, isHolder, gone } = found
  const messages = messagesFor(locale).certificate
  if (gone) {
    sayGone()
    return (
      <MessagePage title={say(messages, 'goneTitle')} text={say(messages, 'goneText')}>
        <CarriedCode verify={pathFor(locale, '/verify')} messages={wordsFor('code', messages)} />
        <a className={buttonClass()} href={pathFor(locale, '/verify')}>
          {say(messages, 'goneCheck')}
        </a>
      </MessagePage>
    )
  }
  if (!signed) {
    sayUnavailable()
    return (
      <MessagePage title={say(messages, 'unsignedTitle')} text={say(messages, 'unsignedText')}>
        <CarriedCode verify={pathFor(locale, '/verify')} messages={wordsFor('code', messages)} />
        <a className={buttonClass()} href={pathFor(locale, '/verify')}>
          {say(messages, 'goneCheck')}
        </a>
      </MessagePage>
    )
  }
  const { certificate } = signed
  const { id, module, name, showsName, issuedAt, updatedAt, version, visibility } = certificate
  const [state, course] = await Promise.all([checkHere(signed, issuer, Date.now()), loadCourse(locale)])
  const achievement = withIndicators(certificate.achievement, course, module)
  const words = wordsFrom(certificate, locale)
  const { profile, baseUrl } = issuer
  const { page, picture, lasting, image, files, check, camera, framework } = addressesOf(
    baseUrl,
    certificate,
    signed.standing.revokedAt !== null,
    locale,
  )
  const shared = { url: page, title: words.title, text: words.text }
  return (
    <>
      {state.kind === 'verified' && visibility !== 'private' ? (
        <script type="application/ld+json">
          {inScript(
            linkedData({
              url: page,
              id,
              name: titleOf(achievement),
              description: words.description,
              image: picture,
              holder: showsName ? name : null,
              issuedAt,
              updatedAt,
              achievement,
              issuer: { name: profile.name, url: profile.url },
              framework: `${baseUrl}${framework}`,
            }),
          )}
        </script>
      ) : null}
      <CertificateView
        certificate={{ id, achievement, issuedAt, updatedAt, version, name: showsName ? name : null }}
        state={state}
        issuer={profile}
        image={image}
        addresses={{ check, camera, file: files.credential, framework }}
        messages={messages}
        locale={locale}
      >
        {isHolder ? (
          <HolderTools
            held={{ id, module, name, showsName, issuedAt, visibility, revoked: state.kind === 'revoked' }}
            shared={shared}
            certification={words.certification}
            organisation={profile.name}
            files={files}
            embed={embedded({ url: page, image: lasting, alt: words.title })}
            messages={messages}
          />
        ) : null}
      </CertificateView>
    </>
  )
}
