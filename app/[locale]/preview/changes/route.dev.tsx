/** Tells open pages that content/ has changed: an event stream, in development only (the name of this file is no route in a build). */
import { watchContent } from '#lib/course/changes-store.ts'
import { contentFolder, loadDraft } from '#lib/course/load-course.ts'

export const dynamic = 'force-dynamic'

export function GET(request: Request): Response {
  const text = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      // a page may have gone while the course was read
      const tell = (line: string) => request.signal.aborted || controller.enqueue(text.encode(line))
      const stop = watchContent(contentFolder(), async () => {
        // read before the page asks: what it then waits for is only its own making
        await loadDraft().catch(() => undefined)
        tell('event: changed\ndata:\n\n')
      })
      request.signal.addEventListener('abort', () => {
        stop()
        controller.close()
      })
      tell('retry: 1000\n\n')
    },
  })
  // no-transform: a compressed stream would be held back until there is enough of it
  return new Response(stream, { headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform' } })
}
