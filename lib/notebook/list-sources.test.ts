import { describe, expect, it } from 'vitest'
import { loadCourse } from '#lib/course/load-course.ts'
import { eachActivity } from '#lib/course/places.ts'
import { notebookIndex, sourceOf } from './list-sources.ts'
import { piecesOf } from './read-pieces.ts'

const words = { trigger: 'If', action: 'then', reply: 'Reply to', colleague: 'Who asks', module: 'The module' }
const course = await loadCourse()
const tools = {
  'networking-schedule': 'a',
  'caut-log': 'b',
  commitments: 'c',
  'information-flow': 'd',
  'listening-checklist': 'e',
  'thirty-seconds': 'f',
}
const activities = eachActivity(course).map(({ activity }) => activity)

/** A value with a text at each place the source knows. */
function fill(fields: readonly { at: readonly string[]; scale?: true }[], shape: unknown, scale: Record<string, string>): unknown {
  const root: unknown = Array.isArray(shape) ? [] : structuredClone(shape)
  const key = (step: string) => (step === '*' ? 0 : step)
  for (const { at, scale: rated } of fields) {
    let here = root as Record<string | number, unknown>
    for (const [i, step] of at.entries()) {
      if (i === at.length - 1) here[key(step)] = rated ? Object.keys(scale)[0] : `words at ${at.join('.')}`
      else {
        here[key(step)] ??= {}
        here = here[key(step)] as Record<string | number, unknown>
      }
    }
  }
  return root
}

describe('the sources of the notebook', () => {
  it('find every text that each activity of the course can keep', () => {
    const read = activities.flatMap((activity) => sourceOf(activity, 'key', '/there', words))
    expect(read.length).toBeGreaterThan(30)
    for (const source of read) {
      const found = piecesOf(source, fill(source.fields, source.shape, source.scale ?? {}))
      expect(found, source.title).toHaveLength(source.fields.length)
      expect(source.fields.length, source.title).toBeGreaterThan(0)
    }
  })

  it('know what the activities that people write in keep', () => {
    const of = (kind: string) => sourceOf(activities.find((one) => one.kind === kind)!, 'key', '/there', words)[0]!
    expect(piecesOf(of('reflection'), { text: 'A talk in the tent', done: true })[0]?.text).toBe('A talk in the tent')
    expect(piecesOf(of('plan'), { trigger: 'the cluster meets', action: 'I ask one question' })).toEqual([
      { label: 'If', text: 'the cluster meets' },
      { label: 'then', text: 'I ask one question' },
    ])
    const [objections] = activities.flatMap((one) => (one.kind === 'objections' ? [one] : []))
    const colleague = objections!.colleagues[0]!
    expect(piecesOf(of('objections'), { replies: { [colleague.id]: 'I hear you' } })).toEqual([
      { label: `Reply to ${colleague.who}: ${colleague.says}`, text: 'I hear you' },
    ])
  })

  it('leave out a draft that nobody changed', () => {
    const [workshop] = activities.flatMap((one) => (one.kind === 'workshop' ? [one] : []))
    const [source] = sourceOf(workshop!, 'key', '/there', words)
    const drafts = Object.fromEntries(workshop!.messages.map(({ id, draft }) => [id, draft]))
    expect(piecesOf(source!, drafts)).toEqual([])
    const [first] = workshop!.messages
    expect(piecesOf(source!, { ...drafts, [first!.id]: 'Dear Mr Osei' })).toEqual([{ label: first!.situation, text: 'Dear Mr Osei' }])
  })

  it('give each key once, and a place to every lesson', () => {
    const { chapters } = notebookIndex(course, tools, words, 'en')
    const keys = chapters.flatMap(({ places }) => places.flatMap(({ sources }) => sources.map(({ key }) => key)))
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys).toContain('networking/lessons/with-a-plan/my-schedule')
    const lessons = [...course.modules.values()].reduce((sum, module) => sum + module.lessons.length, 0)
    expect(chapters.flatMap(({ places }) => places)).toHaveLength(lessons + chapters.length)
  })
})
