/**
 * Where one list of an activity names the entries of another, the two fit together: each part has its text, each row its
 * range, each place its person. What does not fit would leave a hole on the screen.
 */
import type { Activity, ActivityOf } from '#lib/activity/schema.ts'
import { eachActivity } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

type Path = (string | number)[]
type Found = { path: Path; sentence: string }
type Named = readonly { id: string }[]

export const partsThatFit: Rule = (course) =>
  eachActivity(course).flatMap(({ activity, file, path }) =>
    misfits(activity).map((found) => ({ file, path: [...path, ...found.path], sentence: found.sentence })),
  )

function misfits(activity: Activity): Found[] {
  switch (activity.kind) {
    case 'fading':
      return ofFading(activity)
    case 'assemble':
      return ofAssemble(activity)
    case 'sliders':
      return activity.rows.flatMap((row, at) => [
        ...eachOnce(Object.keys(row.ranges), activity.scales, ['rows', at, 'ranges'], 'scale'),
        ...Object.entries(row.ranges).flatMap(([scale, [low, high]]) =>
          low <= high
            ? []
            : [{ path: ['rows', at, 'ranges', scale], sentence: `The range goes from ${low} to ${high}: write the lower value first.` }],
        ),
      ])
    case 'objections':
      return eachOnce(Object.keys(activity.example), activity.fields, ['example'], 'field')
    case 'commitment':
      return activity.repairs.flatMap(({ model }, at) => eachOnce(Object.keys(model), activity.fields, ['repairs', at, 'model'], 'field'))
    case 'matrix':
      return activity.tasks.flatMap(({ places }, at) => eachOnce(Object.keys(places), activity.experts, ['tasks', at, 'places'], 'expert'))
    case 'power-map':
      return activity.arrows.flatMap(({ from, to }, at) => [
        ...known([from], activity.people, ['arrows', at, 'from'], 'person'),
        ...known([to], activity.people, ['arrows', at, 'to'], 'person'),
      ])
    case 'grid':
      return [
        ...known([activity.example.row], activity.rows, ['example', 'row'], 'row'),
        ...known([activity.example.column], activity.columns, ['example', 'column'], 'column'),
      ]
    default:
      return []
  }
}

/** The given parts of the half and those of its model are the pattern: none twice, none left out. */
function ofFading({ pattern, example, half }: ActivityOf<'fading'>): Found[] {
  const given = Object.keys(half.given)
  const model = Object.keys(half.model)
  const twice = model.filter((id) => given.includes(id))
  return [
    ...eachOnce(Object.keys(example.parts), pattern, ['example', 'parts'], 'part'),
    ...known(Object.keys(example.why), pattern, ['example', 'why'], 'part'),
    ...known(given, pattern, ['half', 'given'], 'part'),
    ...known(model, pattern, ['half', 'model'], 'part'),
    ...twice.map((id) => ({
      path: ['half', 'model', id],
      sentence: `The part “${id}” is given already: take it out of given or out of model.`,
    })),
    ...pattern
      .filter(({ id }) => !given.includes(id) && !model.includes(id))
      .map(({ id }) => ({ path: ['half'], sentence: `The half leaves out the part “${id}”: add it to given, or to model.` })),
    ...(given.length > 0 && model.length === 0
      ? [{ path: ['half', 'model'], sentence: 'The half is complete, so there is nothing to write: move a part from given to model.' }]
      : []),
  ]
}

function ofAssemble({ parts, sentences }: ActivityOf<'assemble'>): Found[] {
  return [
    ...sentences.flatMap(({ part }, at) => (part === undefined ? [] : known([part], parts, ['sentences', at, 'part'], 'part'))),
    ...parts.flatMap(({ id }, at) =>
      sentences.some(({ part }) => part === id)
        ? []
        : [{ path: ['parts', at], sentence: `No sentence is of the part “${id}”: write one, or take the part out.` }],
    ),
  ]
}

function known(ids: readonly string[], names: Named, path: Path, what: string): Found[] {
  return ids
    .filter((id) => !names.some((one) => one.id === id))
    .map((id) => ({ path, sentence: `There is no ${what} “${id}”: write one of ${names.map((one) => one.id).join(', ')}.` }))
}

function eachOnce(ids: readonly string[], names: Named, path: Path, what: string): Found[] {
  return [
    ...known(ids, names, path, what),
    ...names
      .filter(({ id }) => !ids.includes(id))
      .map(({ id }) => ({ path, sentence: `Nothing is said about the ${what} “${id}”: add it.` })),
  ]
}
