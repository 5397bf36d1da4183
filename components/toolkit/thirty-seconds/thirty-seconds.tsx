'use client'

import { useEffect, useRef, useState } from 'react'
import { usePrivate } from '#components/device/use-private.ts'
import { Keep } from '#components/toolkit/keep.tsx'
import { Shelf } from '#components/toolkit/shelf.tsx'
import type { ToolProps } from '#components/toolkit/tool.tsx'
import { useTool } from '#components/toolkit/use-tool.ts'
import { Button } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import {
  type Explanation,
  type Explanations,
  emptyExplanation,
  emptyExplanations,
  explanationsFrom,
  fromLesson,
  lengthOf,
  lessonActivity,
  mostSheets,
  spoken,
} from '#lib/toolkit/thirty-seconds.ts'
import { ExplanationSheet } from './explanation-sheet.tsx'
import styles from './thirty-seconds.module.css'

/** A number explained in thirty seconds. Several explanations are kept; one is open. */
export default function ThirtySeconds({ messages, common, titles, locale }: ToolProps) {
  const kept = useTool<Explanations>('thirty-seconds', explanationsFrom)
  const lesson = usePrivate<unknown>(lessonActivity, undefined)
  const [open, setOpen] = useState<string | null>(null)
  const [news, setNews] = useState('')
  const [printing, setPrinting] = useState<'filled' | 'empty' | null>(null)
  const start = useRef<HTMLButtonElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const fresh = useRef<'sheet' | 'start' | null>(null)

  const words = (key: string, values: Record<string, string | number> = {}) => say(messages, key, values, locale)
  const { sheets } = kept.value ?? emptyExplanations
  const sheet = sheets.find(({ id }) => id === open) ?? sheets[0]
  const written = fromLesson(lesson.value)

  // what was pressed is gone or has made something new, so the focus goes there
  useEffect(() => {
    if (fresh.current === 'sheet') heading.current?.focus()
    if (fresh.current === 'start') start.current?.focus()
    fresh.current = null
  })
  // printed when the page shows what is to be printed
  useEffect(() => {
    if (printing === null) return
    window.print()
    setPrinting(null)
  }, [printing])

  if (kept.value === null) return <div className={styles['waiting']} aria-busy="true" />

  const save = (next: Explanation[]) => kept.save({ version: 1, sheets: next })

  function begin(content: Partial<Explanation>, said: string) {
    if (sheets.length >= mostSheets) return setNews(words('full', { count: mostSheets }))
    const next = { ...emptyExplanation(crypto.randomUUID()), ...content }
    save([next, ...sheets])
    setOpen(next.id)
    setNews(said)
    fresh.current = 'sheet'
  }

  return (
    <div className={styles['tool']} data-many={sheets.length > 0 || undefined}>
      <div className={styles['side']}>
        {sheets.length === 0 ? <p className={styles['empty']}>{words('empty')}</p> : null}
        <Shelf
          label={words('shelf')}
          entries={sheets.map((one) => ({
            id: one.id,
            name: one.name.trim() || words('unnamed'),
            about: words('seconds', { seconds: lengthOf(spoken(one), locale).seconds }),
          }))}
          open={sheet?.id ?? null}
          onOpen={(id) => {
            setOpen(id)
            setNews('')
            fresh.current = 'sheet'
          }}
        >
          <div className={styles['buttons']}>
            <Button ref={start} look={sheet ? 'plain' : 'primary'} onClick={() => begin({}, '')}>
              {words('new')}
            </Button>
            {written ? (
              <Button
                look={sheet ? 'quiet' : 'plain'}
                onClick={() => begin({ ...written, name: words('from-lesson') }, words('taken-over'))}
              >
                {words('take-over')}
              </Button>
            ) : null}
            {sheet ? null : (
              <Button look={written ? 'quiet' : 'plain'} onClick={() => setPrinting('empty')}>
                {words('print-empty')}
              </Button>
            )}
          </div>
        </Shelf>
        <p className={styles['news']} role="status">
          {news}
        </p>
      </div>
      <ExplanationSheet
        key={sheet?.id ?? 'none'}
        sheet={sheet ?? emptyExplanation('none')}
        hidden={sheet === undefined}
        blank={printing === 'empty'}
        heading={heading}
        messages={messages}
        locale={locale}
        onChange={(next) => save(sheets.map((one) => (one.id === next.id ? next : one)))}
        onPrint={setPrinting}
        onRemove={(gone) => {
          save(sheets.filter(({ id }) => id !== gone.id))
          setNews(words('removed', { name: gone.name.trim() || words('unnamed') }))
          fresh.current = 'start'
        }}
      />
      <div className={styles['keep']}>
        <Keep
          tool="thirty-seconds"
          name={(tool) => titles[tool]}
          value={kept.value}
          empty={sheets.length === 0}
          from={explanationsFrom}
          nameOf={(value) => words('holds', { count: value.sheets.length })}
          onOpen={(next) => {
            setNews('')
            setOpen(null)
            kept.save(next)
          }}
          onErase={() => {
            setNews('')
            kept.erase()
          }}
          messages={common}
        />
      </div>
    </div>
  )
}
