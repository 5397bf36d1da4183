'use client'

import { useEffect, useReducer, useRef } from 'react'
import { call } from '#components/device/call.ts'
import { flush } from '#components/device/outbox.ts'
import { type AttemptResult, type AttemptView, type RespondReply, snapshotOf, withReply } from '#lib/quiz/attempt-view.ts'
import type { ItemResponse } from '#lib/quiz/public-item.ts'
import { goOn, type QuizSnapshot, stepQuiz } from '#lib/quiz/quiz-machine.ts'

/** Why something did not happen, as a code; `message` is the site's own sentence for it. */
export type Trouble = { code: string; message?: string | undefined }
export type Place = { at: 'home' } | { at: 'attempt'; view: AttemptView; snapshot: QuizSnapshot } | { at: 'result'; result: AttemptResult }
type State = { place: Place; busy: boolean; trouble: Trouble | null }

const onward = new Set(['already_answered', 'out_of_order', 'attempt_finished', 'id_taken'])

/** The attempt stands in the address, so that a reload goes on with it. */
const hash = '#attempt='

/**
 * An attempt at a check, seen from the browser: the same machine as on the server, moved by what the server replies.
 * Whatever fails leaves everything as it was and says why.
 */
export function useAttempt(module: string) {
  const [state, change] = useReducer((before: State, next: Partial<State>): State => ({ ...before, ...next }), {
    place: { at: 'home' },
    busy: false,
    trouble: null,
  })
  const asked = useRef(false)

  const fail = (trouble: Trouble) => change({ busy: false, trouble })
  const show = (view: AttemptView, trouble: Trouble | null = null) => {
    if (view.result) return arrive(view.result)
    history.replaceState(history.state, '', hash + view.id)
    change({ place: { at: 'attempt', view, snapshot: snapshotOf(view) }, busy: false, trouble })
  }
  const arrive = (result: AttemptResult) => {
    history.replaceState(history.state, '', location.pathname + location.search)
    change({ place: { at: 'result', result }, busy: false, trouble: null })
  }
  const leave = (trouble: Trouble | null) => {
    history.replaceState(history.state, '', location.pathname + location.search)
    change({ place: { at: 'home' }, busy: false, trouble })
  }

  async function look(attempt: string, trouble: Trouble | null) {
    const reply = await call<AttemptView>('GET', `/api/quiz/attempts/${encodeURIComponent(attempt)}`)
    if (reply.ok) show(reply.value, trouble)
    else if (reply.code === 'attempt_not_found') leave(trouble && { code: reply.code })
    else fail(reply)
  }

  /** Starts an attempt or goes on with the open one. What was done in lessons goes first: it may open the attempt. */
  async function open() {
    change({ busy: true, trouble: null })
    await flush()
    const reply = await call<AttemptView>('POST', '/api/quiz/attempts', { module })
    if (reply.ok) show(reply.value)
    else fail(reply)
  }

  /** @returns whether the response is stored */
  async function respond(id: string, item: string, response: ItemResponse): Promise<boolean> {
    if (state.place.at !== 'attempt') return false
    const { view, snapshot } = state.place
    change({ busy: true, trouble: null })
    const reply = await call<RespondReply>('POST', `/api/quiz/attempts/${view.id}/responses`, { id, item, response })
    if (!reply.ok) {
      if (onward.has(reply.code)) await look(view.id, { code: 'moved' })
      else if (reply.code === 'attempt_not_found') leave(reply)
      else fail(reply)
      return false
    }
    const next = withReply(view, item, reply.value)
    if (reply.value.state === 'gone') {
      await goTo(next, goOn(snapshotOf(next)), { code: 'gone' })
      return true
    }
    const { score } = reply.value
    change({
      place: {
        at: 'attempt',
        view: next,
        snapshot: stepQuiz(goOn(snapshot), { type: 'RESPOND', item, response: reply.value.response, score }),
      },
      busy: false,
    })
    return true
  }

  async function next() {
    if (state.place.at === 'attempt') await goTo(state.place.view, goOn(state.place.snapshot), null)
  }

  async function goTo(view: AttemptView, snapshot: QuizSnapshot, trouble: Trouble | null) {
    change({ place: { at: 'attempt', view, snapshot }, busy: snapshot.value === 'complete', trouble })
    if (snapshot.value !== 'complete') return
    const reply = await call<AttemptResult>('POST', `/api/quiz/attempts/${view.id}/finish`)
    if (reply.ok) arrive(reply.value)
    else if (onward.has(reply.code)) await look(view.id, { code: 'moved' })
    else fail(reply)
  }

  useEffect(() => {
    if (asked.current) return
    asked.current = true
    if (location.hash.startsWith(hash)) {
      change({ busy: true })
      void look(location.hash.slice(hash.length), null)
    }
  })

  return { ...state, open, respond, next, home: () => leave(null) }
}
