/** Turns states and events of the model into sentences. Pure; all words come from the catalogue. */
import { listOf, type Words } from '#components/simulation/parts/words.ts'
import { say } from '#lib/message/format.ts'
import type { Run, Summary } from '#lib/simulation/week-of-in-tray/run.ts'
import { type Event, needs, openTasks, quadrantOf, type State, startState } from '#lib/simulation/week-of-in-tray/step.ts'
import { quadrants, type TaskId } from '#lib/simulation/week-of-in-tray/tasks.ts'
import { daysInRun, hoursInDay, numberOf, type World } from '#lib/simulation/week-of-in-tray/world.ts'

export function dayName({ messages }: Words, day: number): string {
  return say(messages, `day_${day}`)
}

export function hoursText({ messages, locale }: Words, count: number): string {
  return say(messages, 'hours', { count }, locale)
}

/** What the task is called now: a B that has become an A has another story. */
export function titleOf({ messages }: Words, state: State, id: TaskId): string {
  return say(messages, `${state.tasks[id].turned === null ? 'task' : 'turned'}_${id}`)
}

const eventOrder = ['done', 'begun', 'missed', 'turned', 'back', 'gone'] as const
export type News = { kind: Event['type']; task: TaskId | null; text: string }

/** What happened in a day, in the order in which one wants to know it. */
export function dayNews(words: Words, run: Run, day: number): News[] {
  const { messages, locale } = words
  const { state, events } = run.days[day - 1]!
  const before = run.days[day - 2]?.state ?? run.start
  // what was begun and then turned, or came too late, is told once
  const over = events.filter(({ type }) => type === 'turned' || type === 'missed').map(({ task }) => task)
  const told = events.filter(({ type, task }) => type !== 'begun' || !over.includes(task))
  const text = (event: Event): string => {
    switch (event.type) {
      case 'done':
        return say(messages, `${before.tasks[event.task].turned === null ? 'done' : 'late'}_${event.task}`)
      case 'begun':
        return say(messages, 'text_begun', { count: event.left, task: titleOf(words, before, event.task) }, locale)
      case 'turned':
        return say(messages, 'text_turned', { count: event.now, before: event.before, task: titleOf(words, state, event.task) }, locale)
      case 'back':
        return say(messages, 'text_back', { text: say(messages, `back_${event.task}`), day: dayName(words, day + 1) })
      default:
        return say(messages, `${event.type}_${event.task}`)
    }
  }
  const news: News[] = eventOrder.flatMap((kind) =>
    told.filter(({ type }) => type === kind).map((event) => ({ kind, task: event.task, text: text(event) })),
  )
  const moved = events.filter(({ type }) => type === 'moved').map(({ task }) => task)
  if (moved.length > 0) {
    news.push({ kind: 'moved', task: null, text: say(messages, 'text_moved', { numbers: numbers(words, run.world, moved) }) })
  }
  return news
}

function numbers(words: Words, world: World, ids: readonly TaskId[]): string {
  const sorted = ids.map((id) => numberOf(world, id)).toSorted((a, b) => a - b)
  return listOf(
    words,
    sorted.map((number) => number.toLocaleString(words.locale)),
  )
}

/** One or more sentences that say what the drawing shows. */
export function planeSummary(words: Words, world: World, state: State, when: 'morning' | 'evening'): string {
  const { messages } = words
  const open = openTasks(world, state, when)
  const count = Object.fromEntries(
    quadrants.map((letter) => [letter, open.filter((id) => quadrantOf(id, state.tasks[id]) === letter).length]),
  )
  const day = dayName(words, state.day + (when === 'morning' ? 1 : 0))
  const start = startState(world)
  const important = open.filter((id) => ['A', 'B'].includes(quadrantOf(id, state.tasks[id])))
  const turned = important.filter((id) => state.tasks[id].turned !== null)
  const moved = important.filter((id) => !turned.includes(id) && state.tasks[id].urgency > start.tasks[id].urgency)
  return [
    say(messages, `plane_${when}`, { day, open: open.length, ...count }),
    ...(moved.length > 0 ? [say(messages, 'plane_moved', { numbers: numbers(words, world, moved) })] : []),
    ...(turned.length > 0 ? [say(messages, 'plane_turned', { numbers: numbers(words, world, turned) })] : []),
  ].join(' ')
}

/** What a task needs and since when it waits, in a few words each. */
export function taskFacts(words: Words, world: World, state: State, id: TaskId, lastDay: boolean): string[] {
  const { messages, locale } = words
  const task = state.tasks[id]
  const { arrives, size } = world.plans[id]
  return [
    task.spent > 0 ? say(messages, 'still', { hours: hoursText(words, needs(task)) }) : hoursText(words, needs(task)),
    task.turned !== null
      ? say(messages, 'was_b', { count: size, day: dayName(words, task.turned) }, locale)
      : arrives === state.day + 1
        ? say(messages, 'new')
        : say(messages, 'since', { day: dayName(words, arrives) }),
    ...(lastDay ? [say(messages, 'last_day')] : []),
  ]
}

/**
 * The two sentences of the Critical Analysis of the Use of Time: where the hours went, and what that did to B.
 * The first sign that is true decides: much free, much loud, much on fire, much quiet.
 */
export function cautReading(words: Words, { time, late, free, bills, goals, extra }: Summary): [string, string] {
  const { messages, locale } = words
  const all = daysInRun * hoursInDay
  const first =
    free >= 8 ? 'free' : time.C + time.D >= 12 ? 'loud' : time.A >= all / 2 && late > 0 ? 'fire' : time.B >= 7 ? 'quiet' : 'spread'
  const values = { a: time.A, b: time.B, c: time.C + (first === 'loud' ? time.D : 0), d: time.D, late, free, all }
  const left = goals.flatMap((goal) => goal.left).length
  const second =
    bills.length >= 3
      ? say(messages, 'caut_bill_many', { count: bills.length })
      : bills.length > 0
        ? say(messages, 'caut_bill_few', { count: bills.length, extra: hoursText(words, extra) }, locale)
        : left > 0
          ? say(messages, 'caut_bill_a', { left, cd: hoursText(words, time.C + time.D) })
          : say(messages, 'caut_bill_none')
  return [say(messages, `caut_time_${first}`, values), second]
}
