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
 * The end of a module: before it is satisfied, what it takes; then a field for the name; and once there is a certificate, the way
 * to it. Whether it is satisfied, the learner's own statements say, so it holds offline too; whether there is one, the site.
 */
export function CertificateOffer({
  module,
  moduleTitle,
  messages,
  locale,
}: {
  module: string
  moduleTitle: string
  messages: Messages
  locale: Locale
}) {
  const router = useRouter()
  const statements = useStatements(module)
  const satisfied = statements?.some(({ verb, object }) => object === module && (verb === 'satisfied' || verb === 'awarded')) ?? false
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
        <p>{satisfied ? say(messages, 'offerLead', { module: moduleTitle }) : say(messages, 'offerNotYet')}</p>
      </Box>
    )
  }
  if (held) {
    return (
      <Box
        id="certificate-offer"
        kicker={kicker}
        title={say(messages, 'offerHaveTitle')}
        lead={say(messages, 'offerHave', { module: moduleTitle })}
      >
        <Link className={buttonClass('primary')} href={addressOf(held)} prefetch={false}>
          {say(messages, 'offerOpen')}
        </Link>
      </Box>
    )
  }
  return (
    <Box
      id="certificate-offer"
      kicker={kicker}
      title={say(messages, 'offerTitle')}
      lead={say(messages, 'offerLead', { module: moduleTitle })}
    >
      <NameForm
        submit={say(messages, 'offerMake')}
        waiting={say(messages, 'offerWaiting')}
        messages={messages}
        onSubmit={async (name) => {
          const reply = await call<Held>('POST', '/api/certificates', { module, name })
          if (!reply.ok) return reply
          router.push(addressOf(reply.value))
          return null
        }}
      />
    </Box>
  )
}
