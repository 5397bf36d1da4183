'use client'

import { useEffect, useRef, useState } from 'react'

/** Several sheets of one kind, of which one is open: which one, what was said last, what is being printed, and where the focus goes. */
export function useSheets() {
  const [open, setOpen] = useState<string | null>(null)
  const [news, setNews] = useState('')
  const [printing, setPrinting] = useState<'filled' | 'empty' | null>(null)
  const start = useRef<HTMLButtonElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const next = useRef<typeof start | typeof heading | null>(null)

  // what was pressed is gone or has made something new, so the focus goes there
  useEffect(() => {
    next.current?.current?.focus()
    next.current = null
  })
  // printed when the page shows what is to be printed
  useEffect(() => {
    if (printing === null) return
    window.print()
    setPrinting(null)
  }, [printing])

  return {
    open,
    news,
    printing,
    print: setPrinting,
    /** of the button that begins a sheet, and of the title of the open one */
    start,
    heading,
    tell: setNews,
    show(id: string, text = '') {
      setOpen(id)
      setNews(text)
      next.current = heading
    },
    removed(text: string) {
      setNews(text)
      next.current = start
    },
    /** everything was exchanged at once */
    reset() {
      setOpen(null)
      setNews('')
    },
  }
}
export type Sheets = ReturnType<typeof useSheets>
