import type { PointerEvent } from 'react'

/** Below this many pixels it was a tap. */
const least = 6

/**
 * Dragging as an extra, by mouse or finger: the thing follows the pointer and is dropped on the element under it that carries
 * `data-zone`. Give the thing `touch-action: none`. Nothing happens where it is let go elsewhere.
 */
export function startDrag(event: PointerEvent<HTMLElement>, drop: (zone: string) => void): void {
  if (event.button !== 0) return
  const thing = event.currentTarget
  const start = { x: event.clientX, y: event.clientY }
  let over: HTMLElement | null = null
  let moved = false

  function move(now: globalThis.PointerEvent) {
    const [x, y] = [now.clientX - start.x, now.clientY - start.y]
    moved ||= Math.hypot(x, y) > least
    if (!moved) return
    thing.style.translate = `${x}px ${y}px`
    thing.dataset['dragged'] = ''
    mark(
      document
        .elementsFromPoint(now.clientX, now.clientY)
        .find((one): one is HTMLElement => one instanceof HTMLElement && 'zone' in one.dataset) ?? null,
    )
  }
  function mark(zone: HTMLElement | null) {
    delete over?.dataset['over']
    over = zone
    if (over) over.dataset['over'] = ''
  }
  function end(last: globalThis.PointerEvent) {
    const zone = over?.dataset['zone']
    mark(null)
    thing.style.translate = ''
    delete thing.dataset['dragged']
    listening.abort()
    if (moved && zone && last.type === 'pointerup') drop(zone)
  }

  const listening = new AbortController()
  const { signal } = listening
  thing.setPointerCapture(event.pointerId)
  thing.addEventListener('pointermove', move, { signal })
  thing.addEventListener('pointerup', end, { signal })
  thing.addEventListener('pointercancel', end, { signal })
}
