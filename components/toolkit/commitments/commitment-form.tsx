'use client'

import { useId, useMemo, useState } from 'react'
import { Watch } from '#components/activity/parts/watch.tsx'
import { Choice } from '#components/toolkit/choice.tsx'
import { Field } from '#components/toolkit/field.tsx'
import styles from '#components/toolkit/ledger.module.css'
import type { SayDay } from '#components/toolkit/say-day.ts'
import { newId } from '#components/toolkit/use-tool.ts'
import { WriteForm } from '#components/toolkit/write-form.tsx'
import fold from '#components/ui/fold.module.css'
import { findVague } from '#lib/activity/schedule.ts'
import type { Messages } from '#lib/message/format.ts'
import { type Commitment, commitmentStates, commitmentsOf, isLate, mostWords, rowOfCommitment } from '#lib/toolkit/commitments.ts'
import { vagueGroups } from '#lib/toolkit/vague.ts'
import type { Words } from './commitment-list.tsx'

const blank: Commitment = { id: '', who: '', what: '', by: '', seen: '', state: 'open', moved: '', told: '' }

/** A promise with its four parts; for one that is in the log, also how it stands. */
export function CommitmentForm({
  commitment,
  day,
  words,
  messages,
  onSave,
  onCancel,
}: {
  /** null for a new one */
  commitment: Commitment | null
  day: SayDay
  words: Words
  messages: Messages
  onSave(commitment: Commitment): void
  onCancel(): void
}) {
  const id = useId()
  const [draft, setDraft] = useState(commitment ?? blank)
  const [tried, setTried] = useState<object | null>(null)
  const vague = useMemo(() => vagueGroups(messages), [messages])
  const change = (part: Partial<Commitment>) => setDraft({ ...draft, ...part })
  const late = draft.moved !== '' && isLate(draft.by, draft.told)
  const faults = {
    what: draft.what.trim() === '' ? words('what-missing') : '',
    moved: draft.state === 'renegotiated' && !draft.moved ? words('moved-missing') : '',
    told: late ? words('told_late', { date: day.long(draft.by) }) : '',
  }
  const field = (name: 'who' | 'what' | 'by' | 'seen' | 'moved' | 'told', kind: 'text' | 'date' | 'long') => ({
    id: `${id}-${name}`,
    name,
    kind,
    label: words(name),
    ...(name === 'moved' || name === 'told' ? {} : { help: words(`${name}-help`) }),
    value: draft[name],
    ...(name === 'who' || name === 'what' || name === 'seen' ? { most: mostWords[name] } : {}),
    fault: (tried && faults[name as keyof typeof faults]) || undefined,
    onChange: (value: string) => change({ [name]: value }),
  })

  function save() {
    const [whole] = commitmentsOf([rowOfCommitment(draft)], () => commitment?.id ?? newId())
    if (whole && !faults.moved && !faults.told) onSave(whole)
    else setTried({})
  }

  return (
    <WriteForm
      id={id}
      title={words(commitment ? 'edit-title' : 'add-title')}
      first={commitment === null}
      save={words('save')}
      cancel={words('cancel')}
      fault={tried}
      onSave={save}
      onCancel={onCancel}
    >
      <div className={styles['fields']}>
        <Field {...field('what', 'long')}>
          <Watch findings={findVague(draft.what, vague)} line={({ word, advice }) => words('vague', { word, advice })} />
        </Field>
        <Field {...field('who', 'text')} />
        <Field {...field('by', 'date')} />
        <Field {...field('seen', 'long')}>
          <Watch findings={findVague(draft.seen, vague)} line={({ word, advice }) => words('vague', { word, advice })} />
        </Field>
      </div>
      {commitment ? (
        <details open={commitment.state !== 'open' || Boolean(faults.moved || faults.told)}>
          <summary className={fold['summary']}>{words('more')}</summary>
          <div className={styles['fields']}>
            <Choice
              id={`${id}-state`}
              label={words('state')}
              options={commitmentStates.map((state) => ({ id: state, text: words(`state-${state}`) }))}
              value={draft.state}
              onChange={(chosen) => {
                const state = commitmentStates.find((one) => one === chosen) ?? 'open'
                // an open promise has one day, the one above
                change(state === 'open' ? { state, moved: '', told: '' } : { state })
              }}
            />
            {draft.state === 'open' ? null : (
              <>
                <Field {...field('moved', 'date')} />
                {draft.moved ? <Field {...field('told', 'date')} /> : null}
              </>
            )}
          </div>
        </details>
      ) : null}
    </WriteForm>
  )
}
