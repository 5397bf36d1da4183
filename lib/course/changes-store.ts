/**
 * Tells when a file of content/ was written, added or removed; for whoever watches the course being written (development).
 * Editors write a file in several steps, so what comes within a moment is told once.
 */
import { watch } from 'node:fs'

/** @param settle milliseconds of quiet before it is told; @returns stops watching */
export function watchContent(folder: string, onChange: () => void, settle = 40): () => void {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(folder, { recursive: true }, (_, name) => {
    if (name && !/\.(ya?ml|mdx|json)$/.test(name)) return
    clearTimeout(timer)
    timer = setTimeout(onChange, settle)
  })
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
