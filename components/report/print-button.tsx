'use client'

import { Button } from '#components/ui/button.tsx'

/** @param words in the reader's language */
export function PrintButton({ words }: { words: string }) {
  return <Button onClick={() => window.print()}>{words}</Button>
}
