import type { ReactNode, RefObject } from 'react'
import { Paragraphs } from '#components/activity/parts/paragraphs.tsx'
import { Button } from '#components/ui/button.tsx'
import { type Assemble, belonging, isWhole, outOfPlace, placeOf, verdictOn } from '#lib/activity/assemble.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './assemble.module.css'

type Sentence = Assemble['sentences'][number]

/** What each sentence does or would have done, in the text and out of it; then the worked one, set like a letter. */
export function ResultScreen({
  data,
  order,
  heading,
  words,
  onChange,
  onAgain,
}: {
  data: ActivityOf<'assemble'>
  order: readonly string[]
  heading: RefObject<HTMLHeadingElement | null>
  words: (key: string, values?: Record<string, string | number>) => string
  onChange(): void
  onAgain(): void
}) {
  const most = belonging(data).length
  const moved = outOfPlace(data, order)
  const text = order.flatMap((id) => data.sentences.find((one) => one.id === id) ?? [])
  const out = (verdict: string) => data.sentences.filter((one) => verdictOn(one, order) === verdict)
  const fitting = text.filter(({ part }) => part !== undefined).length
  const partOf = (sentence: Sentence) => {
    const place = placeOf(data, sentence)
    return place === null ? null : words('part', { place, part: data.parts[place - 1]?.label ?? '' })
  }

  return (
    <div className={styles['screen']}>
      <h4 ref={heading} tabIndex={-1}>
        {isWhole(data, order) ? words('all', { count: most }) : words('result', { fitting, count: most })}
      </h4>
      {isWhole(data, order) ? null : <p>{moved.size === 0 ? words('in-order') : words('out-of-order', { count: moved.size })}</p>}
      <Group title={words('yours')}>
        {text.map((sentence) => (
          <Line
            key={sentence.id}
            sentence={sentence}
            fits={sentence.part !== undefined && !moved.has(sentence.id)}
            mark={
              sentence.part === undefined
                ? words('extra')
                : `${partOf(sentence) ?? words('kept')}${moved.has(sentence.id) ? ` (${words('misplaced')})` : ''}`
            }
          />
        ))}
      </Group>
      {out('missed').length > 0 ? (
        <Group title={words('missed')}>
          {out('missed').map((sentence) => (
            <Line key={sentence.id} sentence={sentence} fits={false} mark={partOf(sentence)} />
          ))}
        </Group>
      ) : null}
      {out('left').length > 0 ? (
        <Group title={words('left')}>
          {out('left').map((sentence) => (
            <Line key={sentence.id} sentence={sentence} fits mark={null} />
          ))}
        </Group>
      ) : null}
      <div>
        <h4>{words('worked')}</h4>
        <blockquote className={styles['letter']}>
          <Paragraphs text={data.worked.text} />
        </blockquote>
        <p>
          <b>{words('why')}</b> {data.worked.why}
        </p>
      </div>
      <div className={styles['go']}>
        <Button onClick={onChange}>{words('change')}</Button>
        <Button look="quiet" onClick={onAgain}>
          {words('again')}
        </Button>
      </div>
    </div>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={styles['group']}>
      <h5>{title}</h5>
      <ul>{children}</ul>
    </div>
  )
}

/** A tick where all is well with the sentence, a ring where one would change something; the words say which. */
function Line({ sentence, fits, mark }: { sentence: Sentence; fits: boolean; mark: string | null }) {
  return (
    <li className={styles['line']} data-fits={fits || undefined}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        {fits ? <path d="m3.500 8.500 3 3 6-7" /> : <circle cx="8" cy="8" r="4.5" />}
      </svg>
      <div>
        {mark ? <p className={styles['mark']}>{mark}</p> : null}
        <p className={styles['said']}>{sentence.text}</p>
        <p className={styles['feedback']}>{sentence.feedback}</p>
      </div>
    </li>
  )
}
