'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
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
import { countRated, type Rating, rate, ratingText, readRating, toggleGoal } from '#lib/activity/rating.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import { formatLocale } from '#lib/message/locale.ts'
import styles from './self-rating.module.css'

/**
 * One indicator at a time, with an example; then all of them in a picture, in which the goals are chosen. Private: kept on the
 * device under the activity's object id, where the plan builder reads it. A statement says only that goals were chosen.
 */
export default function SelfRating({
  data,
  object,
  contentHash,
  module,
  messages,
  locale,
  reference,
}: ActivityProps<ActivityOf<'self-rating'>>) {
  const kept = usePrivate<unknown>(object, {})
  const statements = useStatements(object)
  const [moved, setMoved] = useState(0)
  const step = useFocusOn<HTMLFieldSetElement>(moved || null)
  const picture = useFocusOn<HTMLHeadingElement>(moved || null)

  const ready = kept.value !== null
  const rating = readRating(data, data.goals, kept.value)
  const modules = reference?.modules ?? []
  const total = data.indicators.length
  const indicator = data.indicators[rating.at]
  const chosen = rating.goals.length
  const t = (key: string, values = {}) => say(messages, `self-rating-${key}`, values, locale)

  function go(at: number) {
    kept.save({ ...rating, at } satisfies Rating)
    setMoved(moved + 1)
  }
  function choose(id: string) {
    const next = toggleGoal(data, data.goals, rating, id)
    kept.save(next)
    const told = statements?.some(({ result }) => result?.completion)
    if (next.goals.length === data.goals && !told) record({ verb: 'answered', object, contentHash, result: { completion: true } })
  }
  function save() {
    const day = new Intl.DateTimeFormat(formatLocale(locale), { dateStyle: 'long' }).format(new Date())
    const words = { unrated: t('unrated'), goal: t('goal'), evidence: t('example') }
    saveFile(`${module}-${data.id}.txt`, ratingText(data, rating, [data.title, t('day', { day })], words), 'text/plain;charset=utf-8')
  }

  return (
    <Box id={`activity-${data.id}`} kicker={t('kicker')} title={data.title} lead={data.lead}>
      <PrivateNote>{t('private')}</PrivateNote>
      {indicator ? (
        <>
          <StepCount place={rating.at} total={total} label={t('step', { place: rating.at + 1, total })} />
          <RatingStep
            key={indicator.id}
            data={data}
            indicator={indicator}
            module={modules.find(({ slug }) => slug === indicator.module)}
            t={t}
            evidence={data.evidence}
            rated={rating.ratings[indicator.id] ?? {}}
            ready={ready}
            change={(rated) => kept.save(rate(rating, indicator.id, rated))}
            focus={step}
          />
          <div className={styles['turn']}>
            <Button onClick={() => go(rating.at - 1)} disabled={!ready || rating.at === 0}>
              {t('back')}
            </Button>
            <Button look="primary" onClick={() => go(rating.at + 1)} disabled={!ready}>
              {t(rating.at === total - 1 ? 'finish' : rating.ratings[indicator.id]?.step ? 'next' : 'skip')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <h4 className={styles['heading']} ref={picture} tabIndex={-1}>
            {t('picture')}
          </h4>
          <p className={styles['lead']}>
            {t('rated', { count: countRated(data, rating), total })} {t('choose', { count: data.goals })}
          </p>
          <RatingPicture
            data={data}
            rating={rating}
            modules={modules}
            most={data.goals}
            choose={choose}
            change={(id) => go(data.indicators.findIndex((one) => one.id === id))}
            t={t}
          />
          <div className={styles['chosen']} role="status">
            <p>{chosen === data.goals ? t('goals-full', { count: chosen }) : t('goals', { chosen, count: data.goals })}</p>
            {chosen === data.goals ? <p className={styles['closing']}>{data.closing}</p> : null}
          </div>
          <div className={privacy['actions']}>
            <Button look="primary" onClick={save}>
              {t('save')}
            </Button>
            <Button look="quiet" onClick={() => go(0)}>
              {t('again')}
            </Button>
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
          </div>
        </>
      )}
    </Box>
  )
}
