import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { unlessGuessing } from '#app/api/join/wrong-codes.ts'
import { whoAsks } from '#app/api/who.ts'
import { JoinDoor } from '#components/join/join-door.tsx'
import { JoinRefused } from '#components/join/join-refused.tsx'
import { Joined } from '#components/join/joined.tsx'
import { assignmentsFor } from '#lib/cohort/assign-store.ts'
import { lookAtCode } from '#lib/cohort/join-store.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { outlineCourse } from '#lib/course/outline-course.ts'
import { database } from '#lib/db/client.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'

export const dynamic = 'force-dynamic'

type Props = PageProps<'/[locale]/join/[code]'>

/** A link that is handed around in a group: no search engine is to find it. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title: say(messagesFor((await params).locale as Locale).join, 'title'),
    robots: { index: false, follow: false },
    // a personal link holds a token: it goes nowhere else
    referrer: 'same-origin',
  }
}

/** The door of a cohort: what it is, who leads it, what they will see, and one step in. Who is in finds what is asked of them. */
export default async function JoinCodePage({ params, searchParams }: Props) {
  const { locale, code } = await params
  if (!isLocale(locale)) notFound()
  const invite = await searchParams.then(({ invite: given }) => (typeof given === 'string' ? given.slice(0, 100) : undefined))
  const typed = decoded(code).slice(0, 60)
  const { learner, user } = await whoAsks(await headers())
  const [db, loaded, now] = [await database(), await loadCourse(locale), Date.now()]
  const messages = messagesFor(locale)
  const found = await unlessGuessing(await headers(), { code: typed, invite }, (one) => lookAtCode(db, one, { learner, invite, now }))
  if (!found.ok) return <JoinRefused code={found.code} typed={typed} door={null} messages={messages.join} locale={locale} />
  const door = found.value
  if (!door.state.ok) return <JoinRefused code={door.state.code} typed={typed} door={door} messages={messages.join} locale={locale} />
  const places = Object.fromEntries(
    outlineCourse(loaded, locale).modules.map(({ slug, number, title, href }) => [slug, { number, title, href }]),
  )
  if (door.state.how === 'already') {
    const asked = learner === null ? [] : await assignmentsFor(db, learner, now)
    return (
      <Joined
        cohort={door.cohort}
        name={door.name}
        asked={asked.filter(({ cohort }) => cohort.id === door.cohort.id)}
        places={places}
        now={now}
        messages={messages.join}
        me={messages.me}
        locale={locale}
      />
    )
  }
  return (
    <JoinDoor
      door={door}
      invite={invite ?? null}
      user={user}
      places={places}
      now={now}
      messages={messages.join}
      me={messages.me}
      offline={say(messages.device, 'onDeviceOffline')}
      locale={locale}
    />
  )
}

function decoded(code: string): string {
  try {
    return decodeURIComponent(code)
  } catch {
    return code
  }
}
