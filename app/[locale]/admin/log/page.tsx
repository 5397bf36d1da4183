import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { guardPage } from '#app/api/guard.ts'
import account from '#components/account/account.module.css'
import { AdminFrame } from '#components/account/admin/frame.tsx'
import { Log } from '#components/account/admin/log.tsx'
import { Section } from '#components/account/section.tsx'
import { namesInAudit } from '#lib/account/audit-names-store.ts'
import { auditPlace, readAudit } from '#lib/account/audit-store.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/admin/log'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).admin
  return { title: say(messages, 'log'), robots: { index: false } }
}

export default async function AdminLogPage({ params, searchParams }: Props) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const here = pathFor(locale, '/admin/log')
  const { db } = await guardPage('admin.audit', undefined, { path: here })
  const given = (await searchParams)['before']
  const before = auditPlace(typeof given === 'string' ? given : null)
  const { entries, next } = await readAudit(db, { before })
  const names = await namesInAudit(db, entries)
  const messages = messagesFor(locale).admin
  return (
    <AdminFrame current="log" messages={messages} locale={locale}>
      <Section id="log" title={say(messages, 'log')} about={say(messages, 'log-about')}>
        <Log entries={entries} names={names} older={next && `${here}?before=${next}`} messages={messages} locale={locale} />
        {before ? (
          <p className={account['more']}>
            <Link href={here} prefetch={false}>
              {say(messages, 'log-newest')}
            </Link>
          </p>
        ) : null}
      </Section>
    </AdminFrame>
  )
}
