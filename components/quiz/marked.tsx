import type { ReactNode, RefObject } from 'react'
import { usePrivate } from '#components/device/use-private.ts'
import fold from '#components/ui/fold.module.css'
import options from '#components/ui/option.module.css'
import type { AttemptItem } from '#lib/quiz/attempt-view.ts'
import { type Row, reviewRows } from '#lib/quiz/review-response.ts'
import styles from './marked.module.css'
import type { Say } from './text.ts'

type MarkedItem = Extract<AttemptItem, { state: 'marked' }>

/** A marked item: the verdict in words, the reason for what was chosen and for what is right, the rest on request. */
export function Marked({
  shown,
  module,
  heading,
  say,
  children,
}: {
  shown: MarkedItem
  module: string
  heading: RefObject<HTMLHeadingElement | null>
  say: Say
  children: ReactNode
}) {
  const { item, response, reveal, score, scored } = shown
  const rows = reviewRows(item, response, reveal)
  const listed = rows.filter((row) => row.state !== 'left')
  const others = rows.filter((row) => row.state === 'left')
  const degree = score.scaled >= 1 ? 'full' : score.scaled > 0 ? 'partial' : 'none'
  const List = item.kind === 'order' || item.kind === 'sjt' ? 'ol' : 'ul'
  return (
    <div className={styles['marked']}>
      {item.kind === 'tf-reason' ? <blockquote className={styles['statement']}>{item.statement}</blockquote> : null}
      <div className={styles['verdict']} data-degree={degree}>
        <Sign state={degree === 'full' ? 'right' : degree === 'partial' ? 'missed' : 'wrong'} />
        <h3 ref={heading} tabIndex={-1}>
          {say(`${scored ? 'marked' : 'practice'}_${degree}`)}
        </h3>
        {scored && score.max > 1 ? <p>{say('points', { raw: score.raw, max: score.max, count: score.max })}</p> : null}
      </div>
      {scored ? null : <p className={styles['soft']}>{say('practiceMarked')}</p>}
      <List className={styles['rows']}>
        {listed.map((row) => (
          <ReviewRow key={row.id} row={row} kind={item.kind} say={say} />
        ))}
      </List>
      {others.length > 0 ? (
        <details>
          <summary className={fold['summary']}>
            {item.kind === 'match' ? say('fitsNothing') : say('others', { count: others.length })}
          </summary>
          <ul className={styles['rows']}>
            {others.map((row) => (
              <ReviewRow key={row.id} row={row} kind={item.kind} say={say} />
            ))}
          </ul>
        </details>
      ) : null}
      {item.kind === 'sjt' ? <Would item={item} module={module} say={say} /> : null}
      {children}
    </div>
  )
}

function ReviewRow({ row, kind, say }: { row: Row; kind: MarkedItem['item']['kind']; say: Say }) {
  const tag = tagOf(row, kind, say)
  return (
    <li className={styles['row']} data-state={row.state} data-kind={kind}>
      <p className={styles['text']}>
        {row.lead ? <span className={styles['lead']}>{leadOf(row.lead, say)}</span> : null}
        <span>{row.text}</span>
      </p>
      {tag ? (
        <p className={styles['tag']}>
          <Sign state={row.state} />
          {tag}
        </p>
      ) : null}
      <p className={styles['why']}>{row.feedback}</p>
    </li>
  )
}

function leadOf(lead: NonNullable<Row['lead']>, say: Say): string {
  if (lead.kind === 'place') return String(lead.place)
  return lead.kind === 'verdict' ? say(String(lead.verdict)) : lead.text
}

function tagOf({ state, given }: Row, kind: MarkedItem['item']['kind'], say: Say): string | null {
  if (state === 'left') return null
  switch (kind) {
    case 'single':
    case 'tf-reason':
      return say(`tag_${state}`)
    case 'multi':
      return say(`tagMulti_${state}`)
    case 'order':
    case 'sjt':
      return say(`tagPlace_${state}`, { place: given?.kind === 'place' ? given.place : 0 })
    case 'match':
    case 'sort':
      return say(`tagPair_${state}`, { text: given?.kind === 'text' ? given.text : '' })
    default:
      return kind satisfies never
  }
}

/** Shape, not colour: a tick, a cross, an open ring. The words beside it say the same. */
function Sign({ state }: { state: Row['state'] }) {
  const path = {
    right: 'M4.500 10.500l3.700 3.700 7.300-8',
    wrong: 'M5.500 5.500l9 9M14.500 5.500l-9 9',
    missed: 'M10 4.500a5.500 5.500 0 1 1 0 11a5.500 5.500 0 1 1 0-11Z',
    left: '',
  }[state]
  return (
    <svg className={styles['sign']} viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}

/** What one would do is not what one should do. Kept on this device, never sent. */
function Would({ item, module, say }: { item: Extract<MarkedItem['item'], { kind: 'sjt' }>; module: string; say: Say }) {
  const own = usePrivate<string>(`${module}/quiz/${item.id}#would`, '')
  return (
    <fieldset className={`${options['group']} ${styles['would']}`}>
      <legend>{say('wouldTitle')}</legend>
      {item.options.map((option) => (
        <label key={option.id} className={options['option']}>
          <input
            type="radio"
            name={`${item.id}-would`}
            value={option.id}
            checked={own.value === option.id}
            onChange={() => own.save(option.id)}
          />
          <span>{option.text}</span>
        </label>
      ))}
      <p className={styles['soft']}>{say('wouldNote')}</p>
    </fieldset>
  )
}
