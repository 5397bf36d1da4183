import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { secondsAloud } from '#lib/activity/own-parts.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { objectId } from '#lib/course/schema.ts'
import messages from '#lib/message/en/toolkit/thirty-seconds.json' with { type: 'json' }
import { say } from '#lib/message/format.ts'
import {
  checks,
  emptyExplanation,
  emptyExplanations,
  explanationsFrom,
  findingsIn,
  fromLesson,
  lengthOf,
  lessonActivity,
  listeners,
  longest,
  mostSheets,
  parts,
  sheetText,
  spoken,
} from './thirty-seconds.ts'
import { mostTimed, saidAt, secondsOf, stop } from './thirty-timer.ts'
import { vagueGroups } from './vague.ts'

const words = (key: string) => say(messages, key)
const help = { watch: vagueGroups(messages), days: messages.days.split(',').map((day) => day.trim()) }
const codes = (part: (typeof parts)[number], text: string) => findingsIn(part, text, help).map(({ code }) => code)

describe('what is kept', () => {
  const sheet = fc.record(
    {
      id: fc.anything(),
      name: fc.string(),
      listener: fc.constantFrom(...listeners, 'nobody', 1),
      parts: fc.anything(),
      ticks: fc.array(fc.anything()),
    },
    { requiredKeys: [] },
  )
  it('never throws, and reads as itself the second time', () => {
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ sheets: fc.array(fc.oneof(sheet, fc.anything())) })), (kept) => {
        const read = explanationsFrom(kept)
        expect(explanationsFrom(JSON.parse(JSON.stringify(read)))).toEqual(read)
        expect(new Set(read.sheets.map(({ id }) => id)).size).toBe(read.sheets.length)
      }),
    )
  })
  it('keeps a space at the end, drops what is too much and what is not known', () => {
    expect(explanationsFrom(null)).toEqual(emptyExplanations)
    const { sheets } = explanationsFrom({
      sheets: Array(mostSheets + 1).fill({
        name: 'Roofs ',
        parts: { number: 'x'.repeat(999), gone: 'y' },
        ticks: ['keep', 'gone', 'theirs'],
      }),
    })
    expect(sheets).toHaveLength(mostSheets)
    expect(sheets[0]).toEqual({
      ...emptyExplanation(sheets[0]!.id),
      name: 'Roofs ',
      parts: { number: 'x'.repeat(longest.part), decision: '', people: '', back: '' },
      ticks: ['theirs', 'keep'],
    })
  })
})

describe('the lesson', () => {
  it('has the same parts and points, at the address from which the tool takes over', async () => {
    const course = await loadCourse()
    const module = course.modules.get('big-picture')
    const lesson = module?.lessons.find(({ slug }) => slug === 'thirty-seconds')
    const activity = lesson?.matter.activities.find(({ kind }) => kind === 'fading')
    if (!module || !lesson || activity?.kind !== 'fading') throw new Error('the lesson has no such activity')
    expect(objectId.activity(module.slug, lesson.slug, activity.id)).toBe(lessonActivity)
    expect(activity.pattern.map(({ id }) => id)).toEqual([...parts])
    expect(activity.own.checklist.map(({ id }) => id)).toEqual([...checks])
  })
  it('gives what was written there, and nothing where nothing was', () => {
    expect(fromLesson({ own: { number: 'Your six harbours', back: 4 }, ticks: ['theirs'], read: 4 })).toEqual({
      parts: { number: 'Your six harbours', decision: '', people: '', back: '' },
      ticks: ['theirs'],
    })
    for (const kept of [undefined, null, {}, { own: { number: '  ' } }, { own: 'x' }]) expect(fromLesson(kept)).toBeNull()
  })
})

describe('the length', () => {
  it('of seventy words is thirty seconds, as the lesson says', () => {
    expect(lengthOf('word '.repeat(70), 'en')).toEqual({ words: 70, seconds: 30, long: false })
    expect(lengthOf('', 'en')).toEqual({ words: 0, seconds: 0, long: false })
    expect(lengthOf('word '.repeat(90), 'en').long).toBe(true)
  })
  it('is that of the lesson, to the nearest five seconds', () => {
    for (let count = 10; count < 200; count++) {
      const { seconds } = lengthOf('word '.repeat(count), 'en')
      expect(Math.abs(seconds - secondsAloud(count))).toBeLessThanOrEqual(3)
    }
  })
})

describe('a second look', () => {
  it.each([
    ['number', 'Your people know how many houses are damaged.', []],
    ['number', 'It is for the 4W of OCHA', ['watch', 'abbreviation']],
    ['number', 'Send it to the UNRCO by telephone', ['abbreviation']],
    ['number', 'YOUR PEOPLE KNOW', []],
    ['number', '', []],
    ['decision', 'The shelter group divides 400 kits', []],
    ['decision', 'The shelter group divides the kits', ['no-day']],
    ['decision', 'On Thursday, the shelter group divides the kits', []],
    ['people', 'They will get kits', ['watch']],
    ['back', '', []],
  ] as const)('at “%s”: “%s” finds %j', (part, text, found) => {
    expect(codes(part, text)).toEqual(found)
  })
  it('misses no day and finds no abbreviation in what the lesson shows as good', async () => {
    const course = await loadCourse()
    const activity = course.modules
      .get('big-picture')
      ?.lessons.find(({ slug }) => slug === 'thirty-seconds')
      ?.matter.activities.find(({ kind }) => kind === 'fading')
    if (activity?.kind !== 'fading') throw new Error('the lesson has no such activity')
    for (const part of parts) {
      const found = codes(part, activity.example.parts[part] ?? '')
      expect(
        found.filter((code) => code !== 'watch'),
        part,
      ).toEqual([])
    }
  })
})

describe('as text', () => {
  it('has the four parts in their order', () => {
    const sheet = {
      ...emptyExplanation('a'),
      name: 'Roofs',
      listener: 'field' as const,
      parts: { number: 'One.', decision: ' Two. ', people: '', back: 'Four.' },
    }
    expect(spoken(sheet)).toBe('One. Two. Four.')
    expect(sheetText(sheet, words)).toBe(
      `Roofs\n${words('listener')}: ${words('listener-field')}\n\n${words('part-number')}:\nOne.\n\n${words('part-decision')}:\nTwo.\n\n${words('part-people')}:\n…\n\n${words('part-back')}:\nFour.\n`,
    )
  })
})

describe('the clock', () => {
  it('counts whole seconds, never backwards from the start, and stops by itself', () => {
    const running = { state: 'running', since: 1000 } as const
    expect([999, 1000, 1999, 2000, 31_000, 10_000_000].map((now) => secondsOf(running, now))).toEqual([0, 0, 0, 1, 30, mostTimed])
    expect(stop(running, 42_500)).toEqual({ state: 'stopped', seconds: 41 })
    expect(secondsOf({ state: 'ready' }, 5)).toBe(0)
  })
  it('is said at ten, twenty and thirty', () => {
    expect([0, 9, 10, 19, 20, 29, 30, 31, 119].map(saidAt)).toEqual([null, null, 10, 10, 20, 20, 30, 30, 30])
  })
})
