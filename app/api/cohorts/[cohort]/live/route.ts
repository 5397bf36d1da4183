/**
 * GET: server-sent events for whoever watches a cohort. `?since=<version>`: what their page was made from; a message comes when the
 * cohort has a later version, with that version as `id` and `data`, and no more often than a person could use. A stream ends after
 * some minutes and the browser opens another, so that whoever may no longer see the cohort stops hearing of it. One account has so many
 * open at once and no more: each holds a connection.
 */
import { answer } from '#app/api/answer.ts'
import { guard } from '#app/api/guard.ts'
import { refuse } from '#app/api/reply.ts'
import { findCohort } from '#lib/cohort/store.ts'
import { listenTo } from '#lib/server/live.ts'

export const dynamic = 'force-dynamic'

/** milliseconds */
const gatherFor = 1000
const beatEvery = 20_000
const endAfter = 10 * 60_000

/** streams of one account at once, in this process; a browser asks for six at most over HTTP/1.1 */
const mostOpen = 10
const open = new Map<string, number>()

type Context = { params: Promise<{ cohort: string }> }

export const GET = answer(async (request: Request, context: Context): Promise<Response> => {
  const { cohort: id } = await context.params
  const asked = await guard(request, 'cohort.live', id)
  if (asked instanceof Response) return asked
  const given = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('since') ?? ''
  let said = /^\d{1,15}$/.test(given) ? Number(given) : asked.cohort.version
  const account = asked.who.user?.id ?? ''
  if ((open.get(account) ?? 0) >= mostOpen) return refuse('wait_a_little')
  let end = () => {}
  const stream = new ReadableStream<Uint8Array>({
    start(controller) {
      const encoder = new TextEncoder()
      let over = false
      open.set(account, (open.get(account) ?? 0) + 1)
      let soon: NodeJS.Timeout | undefined
      const write = (text: string) => {
        if (!over) controller.enqueue(encoder.encode(text))
      }
      const look = async () => {
        soon = undefined
        const version = (await findCohort(asked.db, id))?.version
        if (over || version === undefined || version <= said) return
        said = version
        write(`id: ${version}\ndata: ${version}\n\n`)
      }
      const lookSoon = (wait: number) => {
        soon ??= setTimeout(() => look().catch(() => end()), wait)
      }
      const stop = listenTo(`cohort:${id}`, () => lookSoon(gatherFor))
      const beat = setInterval(() => write(': still here\n\n'), beatEvery)
      const last = setTimeout(() => end(), endAfter)
      end = () => {
        if (over) return
        over = true
        const left = (open.get(account) ?? 1) - 1
        if (left > 0) open.set(account, left)
        else open.delete(account)
        stop()
        clearInterval(beat)
        clearTimeout(last)
        clearTimeout(soon)
        try {
          controller.close()
        } catch {
          // the browser has gone
        }
      }
      request.signal.addEventListener('abort', end)
      if (request.signal.aborted) return end()
      write('retry: 3000\n: listening\n\n')
      // what changed between the making of the page and now
      lookSoon(0)
    },
    cancel: () => end(),
  })
  return new Response(stream, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      // a proxy in between is not to gather what it should pass on
      'X-Accel-Buffering': 'no',
    },
  })
})
