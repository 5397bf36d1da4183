'use client'

import { useEffect, useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { newId, record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import { type Advice, adviceGiven, drawOffice, isSound, judge, type Office } from '#lib/activity/advise.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import { AdviceForm } from './advice-form.tsx'
import { AdviceVerdict } from './advice-verdict.tsx'
import styles from './advise.module.css'

/** An office asks. The learner names a practice, what it needs first and what it risks; then the same practice meets another office. */
export default function Advise({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'advise'>>) {
  const statements = useStatements(object)
  /** begun in this page, not yet in a statement; `office` where the learner wants the same one again */
  const [fresh, setFresh] = useState<{ attempt: string; office: Office } | null>(null)
  const [moved, setMoved] = useState(0)
  const screen = useFocusOn<HTMLDivElement>(moved || null)
  const [gave, setGave] = useState(0)
  const verdict = useFocusOn<HTMLDivElement>(gave || null)
  const t = (key: string, values = {}) => say(messages, `advise-${key}`, values, locale)

  const loaded = statements !== null
  const given = adviceGiven(data, statements ?? [])
  const shown = fresh ? given.find(({ attempt }) => attempt === fresh.attempt) : given.at(-1)
  const advised = given.map(({ office }) => office.id)

  function begin(office?: Office) {
    const attempt = newId()
    setFresh({ attempt, office: office ?? drawOffice(data, attempt, advised) })
  }
  const first = loaded && given.length === 0 && fresh === null
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first office is drawn once
  useEffect(() => {
    if (first) begin()
  }, [first])

  function give(advice: Omit<Advice, 'office'>) {
    if (!fresh) return
    const response: Advice = { office: fresh.office.id, ...advice }
    const result = judge(data, fresh.attempt, response)
    record({
      verb: 'answered',
      object,
      contentHash,
      attempt: fresh.attempt,
      result: { response, success: result !== null && isSound(result), ...(given.length === 0 ? { completion: true } : {}) },
    })
    setGave(gave + 1)
  }
  function go(office?: Office) {
    begin(office)
    setMoved(moved + 1)
  }

  const office = shown?.office ?? fresh?.office
  return (
    <Box id={`activity-${data.id}`} kicker={t('kicker')} title={data.title} lead={data.lead}>
      <div className={styles['screen']} ref={screen} tabIndex={-1}>
        {office ? (
          <div className={styles['file']}>
            <p className={styles['tab']}>{t('office')}</p>
            <h4>{office.title}</h4>
            <p>{office.profile}</p>
            <ul>
              {office.facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          </div>
        ) : (
          <p className={styles['waiting']}>{t('waiting', { count: data.offices.length })}</p>
        )}
        {shown ? (
          <div className={styles['screen']} ref={verdict} tabIndex={-1}>
            <AdviceVerdict key={shown.attempt} data={data} given={shown} all={given} t={t} />
            <div className={styles['actions']}>
              <Button look="primary" onClick={() => go()}>
                {t('another')}
              </Button>
              <Button onClick={() => go(shown.office)}>{t('same')}</Button>
            </div>
          </div>
        ) : fresh ? (
          <AdviceForm key={fresh.attempt} data={data} give={give} t={t} />
        ) : null}
      </div>
    </Box>
  )
}
