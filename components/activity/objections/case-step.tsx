import { type RefObject, useState } from 'react'
import { OwnField } from '#components/activity/parts/own-field.tsx'
import { Button } from '#components/ui/button.tsx'
import fold from '#components/ui/fold.module.css'
import { countWords } from '#lib/activity/count-words.ts'
import { joinParts, type Parts, secondsAloud } from '#lib/activity/own-parts.ts'
import type { ActivityOf } from '#lib/activity/schema.ts'
import styles from './objections.module.css'

/** The case in its parts: the rules, an example to open, the fields, how long it takes to say. */
export function CaseStep({
  data,
  parts,
  put,
  ready,
  heading,
  words,
  locale,
  onWrite,
  onPut,
}: {
  data: ActivityOf<'objections'>
  parts: Parts
  /** it was put to the colleagues before */
  put: boolean
  ready: boolean
  heading: RefObject<HTMLHeadingElement | null>
  words: (key: string, values?: Record<string, string | number>) => string
  locale: string
  onWrite(parts: Parts): void
  onPut(): void
}) {
  const [hint, setHint] = useState('')
  const { fields, rules, example } = data
  const count = countWords(joinParts(parts, fields), locale)

  function go() {
    const empty = fields.find(({ id }) => !parts[id]?.trim())
    setHint(empty ? words('fill-first', { part: empty.label }) : '')
    if (empty) document.getElementById(`${data.id}-${empty.id}`)?.focus()
    else onPut()
  }

  return (
    <div className={styles['step']}>
      <h4 ref={heading} tabIndex={-1}>
        {words('case')}
      </h4>
      <div className={styles['rules']}>
        <h5>{words('rules')}</h5>
        <ul>
          {rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </div>
      <details>
        <summary className={fold['summary']}>{words('example')}</summary>
        <dl className={styles['parts']}>
          {fields.map(({ id, label }) =>
            example[id] ? (
              <div key={id}>
                <dt>{label}</dt>
                <dd>{example[id]}</dd>
              </div>
            ) : null,
          )}
        </dl>
      </details>
      {fields.map(({ id, label, help }) => (
        <OwnField
          key={id}
          id={`${data.id}-${id}`}
          label={label}
          help={help}
          value={parts[id] ?? ''}
          disabled={!ready}
          onChange={(text) => {
            setHint('')
            onWrite({ ...parts, [id]: text })
          }}
        />
      ))}
      <div>
        <p className={styles['length']}>{count > 0 ? words('length', { words: count, count: secondsAloud(count) }) : ''}</p>
        <Button look="primary" disabled={!ready} onClick={go}>
          {words(put ? 'next-colleague' : 'put')}
        </Button>
        <p role="status" className={styles['news']}>
          {hint}
        </p>
      </div>
    </div>
  )
}
