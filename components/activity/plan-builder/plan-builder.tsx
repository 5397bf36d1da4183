'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { printOnly } from '#components/activity/parts/print-only.ts'
import print from '#components/activity/parts/print-sheet.module.css'
import { RatingPicture } from '#components/activity/parts/rating-picture.tsx'
import { RatingStep } from '#components/activity/parts/rating-step.tsx'
import { StepCount } from '#components/activity/parts/step-count.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { Erase } from '#components/activity/private/erase.tsx'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { saveFile } from '#components/activity/private/save-file.ts'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import { makeIcs } from '#lib/activity/make-ics.ts'
import { type Built, dayAfter, noteText, planSentences, readBuilt, type Screen } from '#lib/activity/plan-builder.ts'
import { compareRatings, countRated, rate, ratingText, readRating, toggleGoal } from '#lib/activity/rating.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import styles from './plan-builder.module.css'
import { PlanForm } from './plan-form.tsx'
import { PlanSheet } from './plan-sheet.tsx'

/**
 * Rate again without seeing the first rating, compare the two, choose, plan, take the plan along. Private: everything is kept
 * on the device under the activity's object id; the first rating is read under its own. A statement says only that a plan was made.
 */
export default function PlanBuilder({
  data,
  object,
  contentHash,
  module,
  messages,
  locale,
  reference,
}: ActivityProps<ActivityOf<'plan-builder'>>) {
  const kept = usePrivate<unknown>(object, {})
  const first = usePrivate<unknown>(data.early, {})
  const statements = useStatements(object)
  const [moved, setMoved] = useState(0)
  const [none, setNone] = useState(false)
  const step = useFocusOn<HTMLFieldSetElement>(moved || null)
  const heading = useFocusOn<HTMLHeadingElement>(moved || null)

  const ready = kept.value !== null
  const built = readBuilt(data, kept.value)
  const early = readRating(data, data.indicators.length, first.value)
  const hasEarly = countRated(data, early) > 0
  const changes = compareRatings(data, early, built)
  const modules = reference?.modules ?? []
  const total = data.indicators.length
  const indicator = data.indicators[built.at]!
  const chosen = built.goals.length
  const t = (key: string, values = {}) => say(messages, `plan-builder-${key}`, values, locale)

  const sentences = planSentences(built, (plan) => t('sentence', plan))
  const note = noteText(data.colleague.note, sentences, built.colleague)
  const dayName = (days: number) => new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'full' }).format(dayAfter(new Date(), days))

  function go(screen: Screen, at = built.at) {
    kept.save({ ...built, screen, at } satisfies Built)
    setNone(false)
    setMoved(moved + 1)
  }
  function choose(id: string) {
    kept.save(toggleGoal(data, data.plans, built, id))
    setNone(false)
  }
  function finish() {
    go('sheet')
    if (!statements?.some(({ result }) => result?.completion))
      record({ verb: 'answered', object, contentHash, result: { completion: true } })
  }
  function remind() {
    const now = new Date()
    const reminders = data.reviews.map((days) => {
      const day = dayAfter(now, days)
      return {
        uid: `${object.replaceAll('/', '-')}-${now.getTime()}-${days}@${location.hostname}`,
        now: now.getTime(),
        day: { year: day.getFullYear(), month: day.getMonth() + 1, day: day.getDate() },
        hour: 9,
        minutes: 15,
        summary: t('review', { title: t('sheet') }),
        description: sentences.join('\n'),
        url: location.href.split('#')[0]!,
      }
    })
    saveFile(`${module}-${data.id}.ics`, makeIcs(...reminders), 'text/calendar;charset=utf-8')
  }
  function save() {
    const head = [
      t('sheet'),
      t('day', { day: dayName(0) }),
      '',
      ...sentences,
      ...(built.colleague.trim() ? [t('asks', { name: built.colleague.trim() })] : []),
      `${t('look')}: ${data.reviews.map(dayName).join('; ')}`,
      '',
      data.title,
    ]
    const words = { unrated: t('unrated'), goal: t('goal'), evidence: t('example-of') }
    saveFile(`${module}-${data.id}.txt`, ratingText(data, built, head, words), 'text/plain;charset=utf-8')
  }
  const erase = (
    <Erase
      label={t('erase')}
      question={t('erase-ask')}
      yes={t('erase-yes')}
      no={t('erase-no')}
      onErase={() => {
        kept.erase()
        setMoved(moved + 1)
      }}
    />
  )

  return (
    <div className={print['sheet']} data-print-sheet>
      <Box id={`activity-${data.id}`} kicker={t('kicker')} title={data.title} lead={data.lead}>
        <div className={styles['private']}>
          <PrivateNote>{t('private')}</PrivateNote>
        </div>
        {built.screen === 'rate' ? (
          <>
            <StepCount place={built.at} total={total} label={t('step', { place: built.at + 1, total })} />
            <RatingStep
              key={indicator.id}
              data={data}
              indicator={indicator}
              module={modules.find(({ slug }) => slug === indicator.module)}
              evidence={data.evidence}
              rated={built.ratings[indicator.id] ?? {}}
              ready={ready}
              change={(rated) => kept.save({ ...built, ...rate(built, indicator.id, rated) })}
              focus={step}
              t={t}
            />
            <div className={styles['turn']}>
              <Button onClick={() => go('rate', built.at - 1)} disabled={!ready || built.at === 0}>
                {t('back')}
              </Button>
              <Button
                look="primary"
                onClick={() => go(built.at === total - 1 ? 'choose' : 'rate', Math.min(built.at + 1, total - 1))}
                disabled={!ready}
              >
                {t(built.at === total - 1 ? 'finish' : built.ratings[indicator.id]?.step ? 'next' : 'skip')}
              </Button>
            </div>
          </>
        ) : built.screen === 'choose' ? (
          <>
            <h4 className={styles['heading']} ref={heading} tabIndex={-1}>
              {t(hasEarly ? 'picture' : 'picture-alone')}
            </h4>
            <div className={styles['readings']}>
              {changes.length === 0 ? <p>{data.readings.noEarly}</p> : null}
              {changes.map(({ name, count, total }) => (
                <p key={name}>{say({ reading: data.readings[name] }, 'reading', { count, total }, locale)}</p>
              ))}
            </div>
            <p className={styles['help']}>
              {hasEarly ? t('legend') : t('rated', { count: countRated(data, built), total })} {t('choose', { count: data.plans })}
            </p>
            <RatingPicture
              data={data}
              rating={built}
              early={hasEarly ? early : undefined}
              modules={modules}
              most={data.plans}
              choose={choose}
              change={(id) =>
                go(
                  'rate',
                  data.indicators.findIndex((one) => one.id === id),
                )
              }
              t={t}
            />
            <p className={styles['gap']} role="status">
              {none ? t('goals-none') : t('goals', { chosen, count: data.plans })}
            </p>
            <div className={styles['turn']}>
              <Button onClick={() => go('rate', total - 1)}>{t('back')}</Button>
              <Button look="primary" onClick={() => (chosen === 0 ? setNone(true) : go('write'))}>
                {t('write')}
              </Button>
            </div>
          </>
        ) : built.screen === 'write' ? (
          <PlanForm
            data={data}
            built={built}
            modules={modules}
            save={kept.save}
            back={() => go('choose')}
            done={finish}
            heading={heading}
            t={t}
          />
        ) : (
          <PlanSheet
            data={data}
            built={built}
            sentences={sentences}
            note={note}
            days={data.reviews.map(dayName)}
            modules={modules}
            heading={heading}
            t={t}
          >
            <div className={privacy['actions']}>
              <Button look="primary" onClick={remind}>
                {t('calendar', { count: data.reviews.length })}
              </Button>
              <Button onClick={printOnly}>{t('print')}</Button>
              <Button onClick={save}>{t('save')}</Button>
              <Button look="quiet" onClick={() => go('write')}>
                {t('edit')}
              </Button>
              {erase}
            </div>
          </PlanSheet>
        )}
      </Box>
    </div>
  )
}
