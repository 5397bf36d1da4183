'use client'
import { useRouter } from 'next/navigation'
import { call } from '#components/device/call.ts'
import { type Messages, say } from '#lib/message/format.ts'
import { AskFirst } from './ask-first.tsx'

export function LeaveCohort({ cohort, messages }: { cohort: { id: string; name: string }; messages: Messages }) {
  const router = useRouter()
  const t = (key: string) => say(messages, key, { cohort: cohort.name })
  async function leave() {
    const left = await call('POST', `/api/cohorts/${cohort.id}/leave`)
    // who was taken out in the meantime is out as well
    if (!left.ok && left.code !== 'not_found') return left
    // puts right the hint by which the first page knows whether something may be due
    await call('GET', '/api/me/assignments')
    document.getElementById('cohorts')?.focus()
    router.refresh()
    return { ok: true as const, value: null }
  }
  return (
    <AskFirst label={t('leave')} question={t('leaveAsk')} yes={t('leaveYes')} no={t('leaveNo')} failed={t('leaveFailed')} onYes={leave} />
  )
}
