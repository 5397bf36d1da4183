/**
 * An activity that goes on from another finds it: the second rating compares with the first, so both ask about the same
 * indicators on the same scale; the step of a log finds its log.
 */
import type { Activity, ActivityOf } from '#lib/activity/schema.ts'
import type { LoadedCourse } from '#lib/course/loaded.ts'
import { eachLesson } from '#lib/course/places.ts'
import type { ContentPath } from '#lib/course/problem.ts'
import { objectId } from '#lib/course/schema.ts'
import type { Rule } from './rule.ts'

export const carriedOn: Rule = (course) => {
  const all = activitiesByObject(course)
  return [...all.values()].flatMap(({ activity, file, path }) => {
    const at = (key: string, sentence: string) => [{ file, path: [...path, key], sentence }]
    const kindsAt = (kind: Activity['kind']) => [...all].flatMap(([object, one]) => (one.activity.kind === kind ? [object] : []))
    if (activity.kind === 'log-step') {
      return all.get(activity.log)?.activity.kind === 'log' ? [] : at('log', nowhere(activity.log, 'log', kindsAt('log')))
    }
    if (activity.kind !== 'plan-builder') return []
    const early = all.get(activity.early)?.activity
    if (early?.kind !== 'self-rating') return at('early', nowhere(activity.early, 'self-rating', kindsAt('self-rating')))
    return differences(early, activity).flatMap(({ key, sentence }) => at(key, sentence))
  })
}

function differences(early: ActivityOf<'self-rating'>, late: ActivityOf<'plan-builder'>): { key: string; sentence: string }[] {
  const steps = (rating: Pick<typeof early, 'scale'>) => rating.scale.map(({ id, label }) => `${id} “${label}”`).join(', ')
  const ids = late.indicators.map(({ id }) => id)
  const missing = early.indicators.filter(({ id }) => !ids.includes(id))
  const added = late.indicators.filter(({ id }) => !early.indicators.some((one) => one.id === id))
  const reworded = late.indicators.filter(({ id, text }) => early.indicators.some((one) => one.id === id && one.text !== text))
  const list = (indicators: readonly { id: string }[]) => indicators.map(({ id }) => id).join(', ')
  return [
    ...(steps(early) === steps(late)
      ? []
      : [{ key: 'scale', sentence: `The first rating had other steps (${steps(early)}): use the same ones, or nothing can be compared.` }]),
    ...(missing.length > 0
      ? [{ key: 'indicators', sentence: `The first rating also asked about ${list(missing)}: add it here, or take it out there.` }]
      : []),
    ...(added.length > 0
      ? [{ key: 'indicators', sentence: `The first rating did not ask about ${list(added)}: add it there, or take it out here.` }]
      : []),
    ...(reworded.length > 0
      ? [{ key: 'indicators', sentence: `The first rating says ${list(reworded)} in other words: use the same ones in both.` }]
      : []),
  ]
}

function nowhere(object: string, kind: string, known: readonly string[]): string {
  return `There is no ${kind} at “${object}”: ${known.length > 0 ? `write one of ${known.join(', ')}` : 'add one to an earlier lesson first'}.`
}

function activitiesByObject(course: LoadedCourse): Map<string, { activity: Activity; file: string; path: ContentPath }> {
  return new Map(
    eachLesson(course).flatMap(({ module, lesson }) =>
      lesson.matter.activities.map((activity, index) => [
        objectId.activity(module.slug, lesson.slug, activity.id),
        { activity, file: lesson.file, path: ['activities', index] },
      ]),
    ),
  )
}
