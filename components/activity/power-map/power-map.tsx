'use client'

import { useState } from 'react'
import { Options } from '#components/activity/choice/options.tsx'
import type { ActivityProps } from '#components/activity/island.tsx'
import { FitMark } from '#components/activity/parts/fit-mark.tsx'
import { StepCount } from '#components/activity/parts/step-count.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { newId, record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import { type Arrow, arrowsFrom, hasArrow, latestRound, type PowerMapResponse, toggle } from '#lib/activity/power-map.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import { Comparison } from './comparison.tsx'
import { Dependence } from './dependence.tsx'
import { People } from './people.tsx'
import styles from './power-map.module.css'

/** What the learner sees: the drawing, its comparison, one of the sentences, the end. */
type Screen = 'draw' | 'compare' | 'sentence' | 'end'

/** Draw who depends on whom, see another reading of it, then decide what can be said in which room. */
export default function PowerMap({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'power-map'>>) {
  const statements = useStatements(object)
  /** arrows not yet compared; null: none begun, or the last ones are compared */
  const draft = usePrivate<Arrow[] | null>(object, null)
  const [from, setFrom] = useState<string | null>(null)
  const [went, setWent] = useState<{ screen: Screen; place: number } | null>(null)
  const [picked, pick] = useState<{ sentence: string; option: string } | null>(null)
  const [moves, setMoves] = useState(0)
  const [news, setNews] = useState('')
  const focus = useFocusOn<HTMLHeadingElement>(moves || null)

  const ready = statements !== null
  const round = latestRound(data, statements ?? [])
  const compared = round.arrows !== null && draft.value === null
  const arrows = compared ? (round.arrows ?? []) : arrowsFrom(draft.value, data)
  const open = data.sentences.findIndex(({ id }) => !round.chosen.has(id))
  const resumed: Screen = !compared ? 'draw' : open === -1 ? 'end' : round.chosen.size > 0 ? 'sentence' : 'compare'
  const { screen, place } = compared && went ? went : { screen: resumed, place: Math.max(0, open) }
  const sentence = data.sentences[place]
  const chosen = (picked?.sentence === sentence?.id ? picked?.option : null) ?? round.chosen.get(sentence?.id ?? '') ?? null
  const words = (key: string, values = {}) => say(messages, `power-map-${key}`, values, locale)
  const name = (id: string) => data.people.find((person) => person.id === id)?.name ?? id
  const id = `activity-${data.id}`

  function go(next: { screen: Screen; place: number } | null) {
    setWent(next)
    setNews('')
    setMoves(moves + 1)
  }
  function change(arrow: Arrow) {
    if (!ready || arrow.from === arrow.to) return
    draft.save(toggle(arrows, arrow))
    setNews(words(hasArrow(arrows, arrow) ? 'gone' : 'drawn', { from: name(arrow.from), to: name(arrow.to) }))
  }
  function tap(person: string) {
    if (from === null) {
      setFrom(person)
      setNews(words('from', { name: name(person) }))
      return
    }
    setFrom(null)
    if (from === person) setNews('')
    else change({ from, to: person })
  }
  function tell(response: PowerMapResponse, attempt: string, more: { success?: boolean; completion?: boolean } = {}) {
    record({ verb: 'answered', object, contentHash, attempt, result: { response, ...more } })
  }
  function compare() {
    tell({ arrows: [...arrows] }, newId())
    draft.erase()
    setFrom(null)
    go({ screen: 'compare', place: 0 })
  }
  function settle(option: string) {
    if (!sentence || !round.attempt) return
    const last = !round.chosen.has(sentence.id) && round.chosen.size === data.sentences.length - 1
    const success = sentence.options.some((one) => one.id === option && one.right)
    tell({ sentence: sentence.id, option }, round.attempt, { success, ...(last ? { completion: true } : {}) })
  }

  return (
    <Box id={id} kicker={words('kicker')} title={data.title} lead={data.lead}>
      {screen === 'draw' ? (
        <>
          <h4 className={styles['heading']} ref={focus} tabIndex={-1}>
            {words('draw')}
          </h4>
          <p className={styles['hint']}>{words('how')}</p>
          <div className={styles['layout']}>
            <div>
              <People
                people={data.people}
                arrows={arrows.map((arrow) => ({ ...arrow, look: 'both' as const }))}
                rings={arrows}
                chosen={from}
                label={words('picture', { count: arrows.length, people: data.people.length })}
                onPerson={ready ? tap : undefined}
              />
              <p className={styles['news']} role="status">
                {news}
              </p>
            </div>
            <Dependence people={data.people} arrows={arrows} disabled={!ready} words={words} onToggle={change} />
          </div>
          <div className={styles['actions']}>
            <Button look="primary" disabled={!ready || arrows.length === 0} onClick={compare}>
              {words('compare')}
            </Button>
            <span>{arrows.length === 0 ? words('none-yet') : words('count', { count: arrows.length })}</span>
          </div>
        </>
      ) : screen === 'compare' ? (
        <>
          <Comparison data={data} drawn={arrows} words={words} heading={focus} name={name} />
          <div className={styles['actions']}>
            <Button look="primary" onClick={() => go({ screen: 'sentence', place: Math.max(0, open) })}>
              {words('to-sentences')}
            </Button>
            <Button
              look="quiet"
              onClick={() => {
                draft.save([...arrows])
                go(null)
              }}
            >
              {words('redraw')}
            </Button>
          </div>
        </>
      ) : screen === 'sentence' && sentence ? (
        <>
          <StepCount
            place={place}
            total={data.sentences.length}
            label={words('sentence', { place: place + 1, total: data.sentences.length })}
          />
          <h4 className={styles['sentence']} ref={focus} tabIndex={-1}>
            {sentence.text}
          </h4>
          <p className={styles['prompt']} id={`${id}-prompt`}>
            {sentence.prompt}
          </p>
          <Options
            key={sentence.id}
            name={`${object}/${sentence.id}`}
            labelledBy={`${id}-prompt`}
            chosen={chosen}
            choose={(option) => pick({ sentence: sentence.id, option })}
            settle={settle}
            options={sentence.options.map(({ id: value, text, right, feedback }) => ({
              id: value,
              text,
              reply: (
                <>
                  <FitMark fit={right ? 'good' : 'poor'} word={words(right ? 'fits' : 'costs')} /> {feedback}
                </>
              ),
            }))}
          />
          <div className={styles['actions']}>
            <Button
              look="primary"
              disabled={chosen === null}
              onClick={() => go(place + 1 < data.sentences.length ? { screen: 'sentence', place: place + 1 } : { screen: 'end', place })}
            >
              {words(place + 1 < data.sentences.length ? 'next' : 'end')}
            </Button>
          </div>
        </>
      ) : (
        <>
          <h4 className={styles['heading']} ref={focus} tabIndex={-1}>
            {words('closing')}
          </h4>
          <p className={styles['closing']}>{data.closing}</p>
          <Comparison data={data} drawn={arrows} words={words} name={name} />
          <div className={styles['actions']}>
            <Button
              onClick={() => {
                draft.save([])
                go(null)
              }}
            >
              {words('redraw')}
            </Button>
          </div>
        </>
      )}
    </Box>
  )
}
