'use client'

import { useEffect, useRef, useState } from 'react'

type Entry = { id: string }
/** What was just changed by one press, as it was before: it stands in its old place, with a way back and no hurry. */
export type Trace<T> = { before: T; at: number; after: readonly string[]; text: string }

/** The id of a trace in a list; no entry has it. */
export const traceId = 'just-now'
export const rowId = (id: string) => `row-${id}`
export const undoId = 'row-undo'

/**
 * A list of entries that are written in place, one at a time. After each change the focus stands where the eye is: on the entry that was
 * saved, on the way back after a removal.
 * @param add element id of the button that adds an entry
 */
export function useLedger<T extends Entry>(entries: readonly T[], save: (entries: T[]) => void, add: string) {
  const [open, setOpen] = useState<{ id: string | null; form: string } | null>(null)
  const [trace, setTrace] = useState<Trace<T> | null>(null)
  const focus = useFocusAfter()

  return {
    /** the entry that is being written, and on which form; its id is null for a new one */
    open,
    trace,
    focus,
    /** what a list shows: the entries, and the trace in place of what it was */
    shown: trace ? [...entries, { ...trace.before, id: traceId }] : entries,
    write(id: string | null, form: string) {
      setOpen({ id, form })
    },
    close() {
      if (open) focus(open.id === null ? add : rowId(open.id))
      setOpen(null)
    },
    put(entry: T) {
      const known = entries.some(({ id }) => id === entry.id)
      save(known ? entries.map((one) => (one.id === entry.id ? entry : one)) : [entry, ...entries])
      setOpen(null)
      setTrace(null)
      focus(rowId(entry.id))
    },
    /** one entry becomes others, or none; `text` says what was done, beside the way back */
    replace(before: T, after: readonly T[], text: string) {
      save(entries.flatMap((one) => (one.id === before.id ? after : [one])))
      setOpen(null)
      setTrace({ before, at: entries.findIndex(({ id }) => id === before.id), after: after.map(({ id }) => id), text })
      focus(undoId)
    },
    undo() {
      if (!trace) return
      const rest = entries.filter(({ id }) => id !== trace.before.id && !trace.after.includes(id))
      save(rest.toSpliced(Math.min(trace.at, rest.length), 0, trace.before))
      setTrace(null)
      focus(rowId(trace.before.id))
    },
    /** everything was exchanged at once */
    reset() {
      setOpen(null)
      setTrace(null)
    },
  }
}

/** @returns moves the focus to the element with this id as soon as it is there */
function useFocusAfter(): (id: string) => void {
  const wanted = useRef('')
  useEffect(() => {
    const element = wanted.current ? document.getElementById(wanted.current) : null
    if (!element) return
    wanted.current = ''
    element.focus()
  })
  return (id) => {
    wanted.current = id
  }
}
