import type { RefObject } from 'react'
import privacy from '#components/activity/private/private.module.css'
import { SheetFoot } from '#components/toolkit/sheet-frame.tsx'
import sheets from '#components/toolkit/sheets.module.css'
import { countOf, listeningPoints, longest, parts, type Talk, talkText } from '#lib/toolkit/listening-checklist.ts'
import styles from './listening-checklist.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string

/** The page itself: three parts, a tick at each point, a note in each part. Prints on one sheet of A4, filled or empty. */
export function TalkSheet({
  talk,
  hidden,
  date,
  blank,
  heading,
  words,
  onChange,
  onPrint,
  onRemove,
}: {
  talk: Talk
  /** there is no conversation yet: the sheet is only there to be printed */
  hidden: boolean
  /** as one writes it */
  date: string
  /** prints without what was filled in */
  blank: boolean
  heading: RefObject<HTMLHeadingElement | null>
  words: Words
  onChange(talk: Talk): void
  onPrint(what: 'filled' | 'empty'): void
  onRemove(talk: Talk): void
}) {
  const text = talkText(talk, date, words)
  const tick = (id: string, on: boolean) => onChange({ ...talk, ticks: on ? [...talk.ticks, id] : talk.ticks.filter((one) => one !== id) })
  return (
    <article
      className={`${sheets['sheet']} ${styles['sheet']}`}
      data-hidden={hidden || undefined}
      data-blank={blank || undefined}
      aria-labelledby="talk-title"
    >
      <h2 id="talk-title" tabIndex={-1} ref={heading}>
        {talk.name.trim() || words('unnamed')}
      </h2>
      <div className={styles['who']}>
        <div className={privacy['field']}>
          <label htmlFor="talk-name">{words('name')}</label>
          <input
            id="talk-name"
            className={privacy['input']}
            value={talk.name}
            maxLength={longest.name}
            autoComplete="off"
            aria-describedby="talk-name-help"
            onChange={({ target }) => onChange({ ...talk, name: target.value })}
          />
          <small id="talk-name-help">{words('name-help')}</small>
        </div>
        <div className={privacy['field']}>
          <label htmlFor="talk-date">{words('date')}</label>
          <input
            id="talk-date"
            type="date"
            className={privacy['input']}
            value={talk.date}
            onChange={({ target }) => onChange({ ...talk, date: target.value })}
          />
        </div>
        <p className={sheets['written']}>
          <b>{words('name')}</b> <span>{talk.name}</span>
        </p>
        <p className={sheets['written']}>
          <b>{words('date')}</b> <span>{date}</span>
        </p>
      </div>
      <div className={styles['parts']}>
        {parts.map((part) => (
          <section key={part} className={styles['part']} aria-labelledby={`talk-${part}`}>
            <h3 id={`talk-${part}`}>
              {words(part)}
              <small>{words('ticked', { count: countOf(talk, part).ticked })}</small>
            </h3>
            {listeningPoints[part].map(({ group, points }) => (
              <fieldset key={group} className={styles['group']}>
                <legend>{words(`group-${group}`)}</legend>
                {points.map((id) => (
                  <label key={id}>
                    <input type="checkbox" checked={talk.ticks.includes(id)} onChange={({ target }) => tick(id, target.checked)} />
                    <span>{words(`point-${id}`)}</span>
                  </label>
                ))}
              </fieldset>
            ))}
            <div className={`${privacy['field']} ${styles['note']}`}>
              <label htmlFor={`talk-note-${part}`}>{words(`note-${part}`)}</label>
              <textarea
                id={`talk-note-${part}`}
                className={privacy['input']}
                rows={3}
                value={talk.notes[part]}
                maxLength={longest.note}
                onChange={({ target }) => onChange({ ...talk, notes: { ...talk.notes, [part]: target.value } })}
              />
              <p className={sheets['written']}>{talk.notes[part]}</p>
            </div>
          </section>
        ))}
      </div>
      <SheetFoot text={text} file="listening-checklist.txt" words={words} onPrint={onPrint} onRemove={() => onRemove(talk)} />
    </article>
  )
}
