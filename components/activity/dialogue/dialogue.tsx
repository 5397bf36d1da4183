'use client'

import { useState } from 'react'
import type { ActivityProps } from '#components/activity/island.tsx'
import { Blocks } from '#components/activity/parts/blocks.tsx'
import { Paragraphs } from '#components/activity/parts/paragraphs.tsx'
import { useFocusOn } from '#components/activity/parts/use-focus-on.ts'
import { record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import { barAfter, exchanges, lastPath, reached, type Said } from '#lib/activity/dialogue.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { say } from '#lib/message/format.ts'
import styles from './dialogue.module.css'
import { Course, Transcript } from './transcript.tsx'

/**
 * A talk in turns. The bar stays in sight and says in words and blocks how sure one can be by now; all that was said stays
 * readable above. From any turn of it the talk can be taken up again.
 */
export default function Dialogue({ data, object, contentHash, messages, locale }: ActivityProps<ActivityOf<'dialogue'>>) {
  const statements = useStatements(object)
  /** the beginning of a path to go on from, not in a statement before its next turn */
  const [fresh, setFresh] = useState<readonly Said[] | null>(null)
  /** the reply to the last turn is on the screen */
  const [heard, setHeard] = useState(false)
  const [moved, setMoved] = useState(0)
  const news = useFocusOn<HTMLDivElement>(moved || null)
  const words = (key: string, values = {}) => say(messages, `dialogue-${key}`, values, locale)

  const said = exchanges(data, fresh ?? lastPath(statements ?? []))
  const value = barAfter(data, said)
  const last = said.at(-1)
  const turn = data.turns[said.length]
  const over = turn === undefined && !heard
  const { bar } = data
  const end = reached(data.ends, value)
  const path = said.map(({ turn, option }) => ({ turn: turn.id, option: option.id }))

  function go(step: () => void) {
    step()
    setMoved(moved + 1)
  }
  function reply(option: string) {
    if (!turn) return
    const next = [...path, { turn: turn.id, option }]
    const over = next.length === data.turns.length
    const success = reached(data.ends, barAfter(data, exchanges(data, next))) === data.ends.at(-1)
    record({
      verb: 'answered',
      object,
      contentHash,
      result: { response: { path: next }, ...(over ? { completion: true, success } : {}) },
    })
    go(() => {
      setFresh(null)
      setHeard(true)
    })
  }
  const backTo = (place: number) =>
    go(() => {
      setFresh(path.slice(0, place))
      setHeard(false)
    })

  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <div className={styles['setting']}>
        <Paragraphs text={data.setting} />
      </div>
      <div className={styles['bar']}>
        <p>
          <b>{bar.label}</b> <span>{reached(bar.words, value)?.word}</span>
          <span className="visually-hidden">, {words('value', { value, max: bar.max })}</span>
        </p>
        <Blocks value={value} before={heard && last ? last.before : value} max={bar.max} />
      </div>
      <Transcript data={data} said={heard ? said.slice(0, -1) : said} whole={over} backTo={backTo} words={words} />
      <div ref={news} tabIndex={-1} className={styles['screen']} key={`${said.length} ${heard}`}>
        {heard && last ? (
          <>
            <p className={styles['line']}>
              <b>{data.speaker}</b> {last.turn.says}
            </p>
            <p className={styles['mine']}>
              <b>{words('you')}</b> {last.option.text}
            </p>
            <blockquote className={styles['says']}>
              <p className={styles['who']}>{data.speaker}</p>
              <p>{last.option.reply}</p>
            </blockquote>
            <p className={styles['feedback']}>
              <b>
                {words(last.after > last.before ? 'up' : last.after < last.before ? 'down' : 'same', {
                  label: bar.label,
                  value: last.after,
                  max: bar.max,
                })}
                .
              </b>{' '}
              {last.option.feedback}
            </p>
            <Button look="primary" onClick={() => go(() => setHeard(false))}>
              {words(turn ? 'next' : 'finish')}
            </Button>
          </>
        ) : turn ? (
          <>
            <p className={styles['place']}>{words('turn', { place: said.length + 1, total: data.turns.length })}</p>
            <blockquote className={styles['says']}>
              <p className={styles['who']}>{data.speaker}</p>
              <p>{turn.says}</p>
            </blockquote>
            {turn.sign ? (
              <p className={styles['sign']}>
                <b>{words('sign')}</b> {turn.sign}
              </p>
            ) : null}
            <section aria-label={words('choose')}>
              <h4>{words('choose')}</h4>
              <ul className={styles['choices']}>
                {turn.options.map(({ id, text }) => (
                  <li key={id}>
                    <button type="button" className={styles['choice']} disabled={statements === null} onClick={() => reply(id)}>
                      {text}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          </>
        ) : (
          <>
            <h4 className={styles['end']}>{end?.title}</h4>
            <Course said={said} bar={bar} words={words} />
            <div className={styles['closing']}>
              <Paragraphs text={end?.text ?? ''} />
            </div>
            <Button onClick={() => backTo(0)}>{words('again')}</Button>
          </>
        )}
      </div>
    </Box>
  )
}
