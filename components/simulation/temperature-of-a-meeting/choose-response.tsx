'use client'

import { type FormEvent, useId, useState } from 'react'
import type { Words } from '#components/simulation/parts/words.ts'
import { Button } from '#components/ui/button.tsx'
import option from '#components/ui/option.module.css'
import { say } from '#lib/message/format.ts'
import type { MomentId } from '#lib/simulation/temperature-of-a-meeting/moments.ts'
import { type Response, type Shown, thrown, ways, whens, wheres } from '#lib/simulation/temperature-of-a-meeting/plan.ts'
import styles from './choose-response.module.css'
import { responseText, whenText } from './describe.ts'

const choices = ['keep', 'throw', 'ask', 'pause', 'show'] as const
type Choice = (typeof choices)[number]
type Dials = Partial<Omit<Shown, 'kind'>>

/** One response; where something is shown, three dials, and one's own words as they change with them. */
export function ChooseResponse({
  words,
  moment,
  id,
  before,
  choose,
}: {
  words: Words
  /** counted from 0 */
  moment: number
  id: MomentId
  /** what was chosen the last time, where a moment is tried again */
  before: Response | null
  choose(response: Response): void
}) {
  const name = useId()
  const t = (key: string, values = {}) => say(words.messages, key, values)
  const [choice, setChoice] = useState<Choice | null>(null)
  const [dials, setDials] = useState<Dials>({})
  const [asked, setAsked] = useState(false)
  const response = responseOf(choice, dials)
  const { when, where, way } = dials

  function submit(event: FormEvent) {
    event.preventDefault()
    if (response) choose(response)
    else setAsked(true)
  }

  function hint(each: Choice): string {
    if (each === 'throw') return t(`say_${id}_accuse`)
    return t(each === 'ask' ? `say_${id}_ask` : `${each}_hint`)
  }

  return (
    <form className={styles['form']} onSubmit={submit}>
      <fieldset className={option['group']}>
        <legend className={styles['legend']}>{t('choose_legend')}</legend>
        {before ? <p className={styles['before']}>{t('last_time', { response: responseText(words, before, moment) })}</p> : null}
        {choices.map((each) => (
          <label key={each} className={`${option['option']} ${styles['option']}`}>
            <input type="radio" name={name} checked={choice === each} onChange={() => setChoice(each)} />
            <span>
              <b>{t(each)}</b> <span className={styles['hint']}>{hint(each)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {choice === 'show' ? (
        <div className={styles['dials']}>
          <Dial
            name={`${name}-when`}
            legend={t('when_legend')}
            values={whens}
            value={when}
            text={(value) => whenText(words, value, moment)}
            turn={(value) => setDials({ ...dials, when: value })}
          />
          <Dial
            name={`${name}-where`}
            legend={t('where_legend')}
            values={wheres}
            value={where}
            text={(value) => t(`where_${value}`)}
            turn={(value) => setDials({ ...dials, where: value })}
          />
          <Dial
            name={`${name}-way`}
            legend={t('way_legend')}
            values={ways}
            value={way}
            text={(value) => t(`way_${value}`)}
            turn={(value) => setDials({ ...dials, way: value })}
          />
          <p role="status" className={styles['words']}>
            {when && where && way ? (
              <>
                <span>{t('your_words', { when: whenText(words, when, moment), where: t(`short_${where}`) })}</span> {t(`say_${id}_${way}`)}
              </>
            ) : null}
          </p>
        </div>
      ) : null}
      <div className={styles['act']}>
        <Button look="primary" type="submit" aria-disabled={response === null}>
          {t('do')}
        </Button>
        <p role="status">{asked && !response ? t(choice === 'show' ? 'dials_first' : 'choose_first') : ''}</p>
      </div>
    </form>
  )
}

function Dial<T extends string>({
  name,
  legend,
  values,
  value,
  text,
  turn,
}: {
  name: string
  legend: string
  values: readonly T[]
  value: T | undefined
  text(value: T): string
  turn(value: T): void
}) {
  return (
    <fieldset className={styles['dial']}>
      <legend>{legend}</legend>
      <div>
        {values.map((each) => (
          <label key={each}>
            <input type="radio" name={name} checked={value === each} onChange={() => turn(each)} />
            <span>{text(each)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function responseOf(choice: Choice | null, { when, where, way }: Dials): Response | null {
  if (choice === null) return null
  if (choice === 'throw') return thrown
  if (choice !== 'show') return { kind: choice }
  return when && where && way ? { kind: 'show', when, where, way } : null
}
