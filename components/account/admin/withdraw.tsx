'use client'

import { useRouter } from 'next/navigation'
import account from '#components/account/account.module.css'
import { useSend } from '#components/account/use-send.ts'
import { Erase } from '#components/activity/private/erase.tsx'
import { call } from '#components/device/call.ts'
import { type Messages, say } from '#lib/message/format.ts'

/** Takes an invitation back, while nobody has used it. */
export function Withdraw({ id, email, messages }: { id: string; email: string; messages: Messages }) {
  const router = useRouter()
  const { faultOf, run } = useSend('withdraw', messages)
  return (
    <>
      <Erase
        label={say(messages, 'withdraw')}
        question={say(messages, 'withdraw-question', { email })}
        yes={say(messages, 'withdraw-yes')}
        no={say(messages, 'keep')}
        onErase={async () => {
          if (await run({}, () => call('DELETE', `/api/account/invitations/${id}`))) router.refresh()
        }}
      />
      <p className={account['fault']} role="alert">
        {faultOf(null)}
      </p>
    </>
  )
}
