'use client'

import { usePrivate } from '#components/device/use-private.ts'
import { Keep } from '#components/toolkit/keep.tsx'
import { SheetFrame } from '#components/toolkit/sheet-frame.tsx'
import shared from '#components/toolkit/sheets.module.css'
import type { ToolProps } from '#components/toolkit/tool.tsx'
import { useSheets } from '#components/toolkit/use-sheets.ts'
import { newId, useTool } from '#components/toolkit/use-tool.ts'
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

/** A number explained in thirty seconds. Several explanations are kept; one is open. */
export default function ThirtySeconds({ messages, common, titles, locale }: ToolProps) {
  const kept = useTool<Explanations>('thirty-seconds', explanationsFrom)
  const lesson = usePrivate<unknown>(lessonActivity, undefined)
  const shelf = useSheets()

  const words = (key: string, values: Record<string, string | number> = {}) => say(messages, key, values, locale)
  const { sheets } = kept.value ?? emptyExplanations
  const sheet = sheets.find(({ id }) => id === shelf.open) ?? sheets[0]
  const written = fromLesson(lesson.value)

  if (kept.value === null) return <div className={shared['waiting']} aria-busy="true" />

  const save = (next: Explanation[]) => kept.save({ version: 1, sheets: next })

  function begin(content: Partial<Explanation>, said: string) {
    if (sheets.length >= mostSheets) return shelf.tell(words('full', { count: mostSheets }))
    const next = { ...emptyExplanation(newId()), ...content }
    save([next, ...sheets])
    shelf.show(next.id, said)
  }

  return (
    <SheetFrame
      sheets={shelf}
      entries={sheets.map((one) => ({
        id: one.id,
        name: one.name.trim() || words('unnamed'),
        about: words('seconds', { seconds: lengthOf(spoken(one), locale).seconds }),
      }))}
      current={sheet?.id ?? null}
      words={words}
      buttons={
        <>
          <Button ref={shelf.start} look={sheet ? 'plain' : 'primary'} onClick={() => begin({}, '')}>
            {words('new')}
          </Button>
          {written ? (
            <Button look={sheet ? 'quiet' : 'plain'} onClick={() => begin({ ...written, name: words('from-lesson') }, words('taken-over'))}>
              {words('take-over')}
            </Button>
          ) : null}
          {sheet ? null : (
            <Button look={written ? 'quiet' : 'plain'} onClick={() => shelf.print('empty')}>
              {words('print-empty')}
            </Button>
          )}
        </>
      }
      keep={
        <Keep
          tool="thirty-seconds"
          name={(tool) => titles[tool]}
          value={kept.value}
          empty={sheets.length === 0}
          from={explanationsFrom}
          nameOf={(value) => words('holds', { count: value.sheets.length })}
          onOpen={(next) => {
            shelf.reset()
            kept.save(next)
          }}
          onErase={() => {
            shelf.reset()
            kept.erase()
          }}
          messages={common}
        />
      }
    >
      <ExplanationSheet
        key={sheet?.id ?? 'none'}
        sheet={sheet ?? emptyExplanation('none')}
        hidden={sheet === undefined}
        blank={shelf.printing === 'empty'}
        heading={shelf.heading}
        messages={messages}
        locale={locale}
        onChange={(next) => save(sheets.map((one) => (one.id === next.id ? next : one)))}
        onPrint={shelf.print}
        onRemove={(gone) => {
          save(sheets.filter(({ id }) => id !== gone.id))
          shelf.removed(words('removed', { name: gone.name.trim() || words('unnamed') }))
        }}
      />
    </SheetFrame>
  )
}
