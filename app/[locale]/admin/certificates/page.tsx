import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { guardPage } from '#app/api/guard.ts'
import account from '#components/account/account.module.css'
import styles from '#components/account/admin/admin.module.css'
import { Certificates } from '#components/account/admin/certificates.tsx'
import { AdminFrame } from '#components/account/admin/frame.tsx'
import issuer from '#components/account/admin/issuer.module.css'
import { Section } from '#components/account/section.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { listCertificates, listPlace } from '#lib/credential/listing-store.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/admin/certificates'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).issuer
  return { title: say(messages, 'certificates'), description: say(messages, 'certificates-description'), robots: { index: false } }
}

/** To find a certificate, and to revoke it. */
export default async function AdminCertificatesPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const here = pathFor(locale, '/admin/certificates')
  const { db } = await guardPage('admin.certificates', undefined, { path: here })
  const given = await searchParams
  const one = (name: string) => (typeof given[name] === 'string' ? given[name] : '')
  const search = one('search').trim().slice(0, 200)
  const revoked = one('revoked') === '1'
  const before = listPlace(one('before'))
  const { certificates, next } = await listCertificates(db, { search, revoked, before })
  const { admin, issuer: messages } = messagesFor(locale)
  const word = (key: string) => say(messages, key)
  const asked = { ...(search ? { search } : {}), ...(revoked ? { revoked: '1' } : {}) }
  const address = (more: Readonly<Record<string, string>>) => {
    const query = new URLSearchParams({ ...asked, ...more }).toString()
    return query === '' ? here : `${here}?${query}`
  }
  return (
    <AdminFrame current="certificates" messages={admin} locale={locale}>
      <Section id="certificates" title={word('certificates')} about={word('certificates-about')}>
        <search>
          <form className={styles['search']} action={here}>
            <label>
              {word('search')}
              <input type="search" name="search" defaultValue={search} autoComplete="off" key={search} />
            </label>
            <button type="submit" className={buttonClass()}>
              {word('search-send')}
            </button>
            {search || revoked ? <Link href={here}>{word('search-all')}</Link> : null}
            <label className={issuer['only']}>
              <input type="checkbox" name="revoked" value="1" defaultChecked={revoked} key={String(revoked)} />
              {word('only-revoked')}
            </label>
          </form>
        </search>
        <Certificates
          certificates={certificates}
          none={revoked ? word('none-revoked') : search ? say(messages, 'none-found', { search }) : word('none')}
          older={next && address({ before: next })}
          messages={messages}
          locale={locale}
        />
        {before ? (
          <p className={account['more']}>
            <Link href={address({})} prefetch={false}>
              {word('newest')}
            </Link>
          </p>
        ) : null}
      </Section>
    </AdminFrame>
  )
}
