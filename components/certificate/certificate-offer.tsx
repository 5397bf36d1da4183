'use client'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { call } from '#components/device/call.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { buttonClass } from '#components/ui/button.tsx'
import { type Messages, say } from '#lib/message/format.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import { NameForm } from './name-form.tsx'

type Held = { id: string; name: string }

/**
 * The end of a module, or of the course: before it is satisfied, what it takes; then a field for the name; and once there is a certificate, the way
 * to it. Whether it is satisfied, the learner's own statements say, so it holds offline too; whether there is one, the site.
 */
export function CertificateOffer({
  module,
  moduleTitle,
  scenario = false,
  messages,
  locale,
  met,
}: {
  /** slug of the module, or id of the course */
  module: string
  moduleTitle: string
  /** whether the module has one, which then has to be played */
  scenario?: boolean
  messages: Messages
  locale: Locale
  /** for the course: whether it is complete, which its caller knows */
  met?: boolean
}) {
  const router = useRouter()
  const statements = useStatements(module)
  const said = statements?.some(({ verb, object }) => object === module && (verb === 'satisfied' || verb === 'awarded')) ?? false
  const satisfied = met || said
  const key = (forModule: string, forCourse: string) => say(messages, met === undefined ? forModule : forCourse, { module: moduleTitle })
  const [held, setHeld] = useState<Held | null>(null)
  const [asked, setAsked] = useState(false)
  const kicker = say(messages, 'offerKicker')
  const addressOf = ({ id }: Held) => pathFor(locale, `/certificates/${id}`)

  useEffect(() => {
    if (!satisfied) return
    let current = true
    call<Held | null>('GET', `/api/certificates?module=${encodeURIComponent(module)}`).then((reply) => {
      if (!current) return
      if (reply.ok) setHeld(reply.value)
      setAsked(true)
    })
    return () => {
      current = false
    }
  }, [module, satisfied])

  if (!satisfied || !asked) {
    return (
      <Box id="certificate-offer" kicker={kicker} title={say(messages, satisfied ? 'offerTitle' : 'offerNotYetTitle')}>
        <p>{satisfied ? key('offerLead', 'courseOfferLead') : say(messages, scenario ? 'offerNotYet' : 'offerNotYetCheck')}</p>
      </Box>
    )
  }
  if (held) {
    return (
      <Box id="certificate-offer" kicker={kicker} title={say(messages, 'offerHaveTitle')} lead={key('offerHave', 'courseHave')}>
        <Link className={buttonClass('primary')} href={addressOf(held)} prefetch={false}>
          {say(messages, 'offerOpen')}
        </Link>
      </Box>
    )
  }
  return (
    <Box id="certificate-offer" kicker={kicker} title={say(messages, 'offerTitle')} lead={key('offerLead', 'courseOfferLead')}>
      <NameForm
        module={module}
        submit={say(messages, 'offerMake')}
        waiting={say(messages, 'offerWaiting')}
        messages={messages}
        onSubmit={async (named) => {
          const reply = await call<Held>('POST', '/api/certificates', { module, ...named })
          if (!reply.ok) return reply
          router.push(addressOf(reply.value))
          return null
        }}
      />
    </Box>
  )
}
