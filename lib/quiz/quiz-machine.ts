/**
 * One attempt at a module check, as a state machine. The server runs it to decide what is allowed; the browser runs the
 * same machine to show where the learner is. It is pure: marking needs the key and is done outside, the event brings the
 * score. An attempt is resumed by replaying its statements (`replayQuiz`).
 *
 *   answering ──RESPOND──▶ marked ──NEXT──▶ answering … ──▶ complete ──FINISH──▶ finished
 *
 * An item that has left the bank since the draw is passed over.
 */
import { assign, initialTransition, type SnapshotFrom, setup, transition } from 'xstate'
import type { Score } from './marking.ts'

export type QuizItem = { id: string; scored: boolean; gone: boolean }
export type GivenResponse = { item: string; response: unknown; score: Score }
export type QuizEvent = ({ type: 'RESPOND' } & GivenResponse) | { type: 'NEXT' } | { type: 'FINISH' }

export const quizMachine = setup({
  types: {
    input: {} as { items: readonly QuizItem[] },
    context: {} as { items: readonly QuizItem[]; index: number; given: readonly GivenResponse[] },
    events: {} as QuizEvent,
  },
  guards: {
    isCurrent: ({ context, event }) => event.type === 'RESPOND' && context.items[context.index]?.id === event.item,
    isGone: ({ context }) => context.items[context.index]?.gone === true,
    isOver: ({ context }) => context.index >= context.items.length,
  },
  actions: {
    goOn: assign({ index: ({ context }) => context.index + 1 }),
    keep: assign({
      given: ({ context, event }) =>
        event.type === 'RESPOND' ? [...context.given, { item: event.item, response: event.response, score: event.score }] : context.given,
    }),
  },
}).createMachine({
  id: 'quiz',
  context: ({ input }) => ({ items: input.items, index: 0, given: [] }),
  initial: 'answering',
  states: {
    answering: {
      always: [
        { guard: 'isOver', target: 'complete' },
        { guard: 'isGone', target: 'answering', reenter: true, actions: 'goOn' },
      ],
      on: { RESPOND: { guard: 'isCurrent', target: 'marked', actions: 'keep' } },
    },
    marked: { on: { NEXT: { target: 'answering', actions: 'goOn' } } },
    complete: { on: { FINISH: 'finished' } },
    finished: { type: 'final' },
  },
})

export type QuizSnapshot = SnapshotFrom<typeof quizMachine>

export function startQuiz(items: readonly QuizItem[]): QuizSnapshot {
  return initialTransition(quizMachine, { items })[0]
}

/** An event that the state does not allow changes nothing. */
export function stepQuiz(snapshot: QuizSnapshot, event: QuizEvent): QuizSnapshot {
  return transition(quizMachine, snapshot, event)[0]
}

/**
 * Where an attempt stands after what is on record. Going on to the next item is not recorded: a response to it, or the
 * end, implies it. So an attempt resumes at the feedback last shown.
 * @param given responses in the order they were stored
 */
export function replayQuiz(items: readonly QuizItem[], given: readonly GivenResponse[], finished: boolean): QuizSnapshot {
  // a response to an item that has left the bank is passed over like the item itself
  const kept = given.filter((one) => !items.some((item) => item.gone && item.id === one.item))
  let snapshot = startQuiz(items)
  for (const one of kept) {
    snapshot = stepQuiz(goOn(snapshot), { type: 'RESPOND', ...one })
  }
  return finished ? stepQuiz(goOn(snapshot), { type: 'FINISH' }) : snapshot
}

/** Past the feedback, if one is looking at it. */
export function goOn(snapshot: QuizSnapshot): QuizSnapshot {
  return snapshot.value === 'marked' ? stepQuiz(snapshot, { type: 'NEXT' }) : snapshot
}

/** The item one is at: being answered, or just marked. */
export function currentItem(snapshot: QuizSnapshot): QuizItem | undefined {
  return snapshot.context.items[snapshot.context.index]
}
