/** An activity can be played to its end: what one may choose has something that fits, and every choice has its answer. */

import { outcomeOf, type Situation } from '#lib/activity/combine.ts'
import type { Activity, ActivityOf } from '#lib/activity/schema.ts'
import { eachActivity } from '#lib/course/places.ts'
import type { Rule } from './rule.ts'

type Path = (string | number)[]
type Found = { path: Path; sentence: string }

export const deadEndActivity: Rule = (course) =>
  eachActivity(course).flatMap(({ activity, file, path }) =>
    deadEnds(activity).map((found) => ({ file, path: [...path, ...found.path], sentence: found.sentence })),
  )

function deadEnds(activity: Activity): Found[] {
  switch (activity.kind) {
    case 'cases':
      return activity.cases.flatMap((one, a) =>
        one.questions.flatMap((question, b) => nothingFits(question.options, ['cases', a, 'questions', b, 'options'])),
      )
    case 'ladder':
      return activity.rungs.flatMap((rung, a) => nothingFits(rung.options, ['rungs', a, 'options']))
    case 'studio':
      return activity.speakers.flatMap(({ options }, at) => nothingFits(options, ['speakers', at, 'options']))
    case 'objections':
      return activity.colleagues.flatMap(({ back }, at) => nothingFits(back.options, ['colleagues', at, 'back', 'options']))
    case 'power-map':
      return activity.sentences.flatMap(({ options }, at) => nothingFits(options, ['sentences', at, 'options']))
    case 'combine':
      return activity.situations.flatMap((situation, at) => ofSituation(situation, ['situations', at]))
    case 'flow':
      return activity.steps.flatMap((step, at) =>
        step.hit
          .filter((id) => id === step.id || !activity.steps.some((other) => other.id === id))
          .map((id) => ({ path: ['steps', at, 'hit'], sentence: `“${id}” is not another step: write one of ${list(activity.steps)}.` })),
      )
    case 'advise':
      return ofAdvise(activity)
    default:
      return []
  }
}

function nothingFits(options: readonly { right: boolean }[], path: Path): Found[] {
  return options.some(({ right }) => right) ? [] : [{ path, sentence: 'No option is right: set right: true on at least one of them.' }]
}

function ofSituation(situation: Situation, path: Path): Found[] {
  const unknown = situation.outcomes.flatMap(({ when }, at) =>
    Object.entries(when).flatMap(([part, options]): Found[] => {
      const known = situation.parts.find(({ id }) => id === part)
      const where = [...path, 'outcomes', at, 'when', part]
      if (!known) return [{ path: where, sentence: `There is no part “${part}”: write one of ${list(situation.parts)}.` }]
      return options
        .filter((id) => !known.options.some((option) => option.id === id))
        .map((id) => ({ path: where, sentence: `“${part}” has no option “${id}”: write one of ${list(known.options)}.` }))
    }),
  )
  if (unknown.length > 0) return unknown
  const outcomes = combinations(situation).map((choice) => outcomeOf(situation, choice))
  return [
    ...(outcomes.includes(null)
      ? [{ path: [...path, 'outcomes'], sentence: 'Some combinations have no outcome: let the last one be for all others, with when: {}.' }]
      : []),
    ...(outcomes.some((outcome) => outcome?.fit === 'good')
      ? []
      : [
          {
            path: [...path, 'outcomes'],
            sentence: 'No combination reaches a good outcome: an earlier one takes them all, or there is none.',
          },
        ]),
    ...situation.outcomes.flatMap((outcome, at) =>
      outcomes.includes(outcome)
        ? []
        : [
            {
              path: [...path, 'outcomes', at],
              sentence: 'No combination reaches this outcome: earlier ones take them all. Put it before them, or take it out.',
            },
          ],
    ),
  ]
}

function combinations({ parts }: Situation): Record<string, string>[] {
  return parts.reduce<Record<string, string>[]>(
    (all, part) => all.flatMap((choice) => part.options.map(({ id }) => Object.assign({ [part.id]: id }, choice))),
    [{}],
  )
}

function ofAdvise({ offices, practices, conditions, risks, verdicts }: ActivityOf<'advise'>): Found[] {
  const missing = offices.flatMap((office) =>
    practices.flatMap((practice) => {
      const count = verdicts.filter((one) => one.office === office.id && one.practice === practice.id).length
      return count === 1 ? [] : [{ path: ['verdicts'], sentence: `“${practice.id}” for “${office.id}” has ${count} verdicts: write one.` }]
    }),
  )
  const unknown = verdicts.flatMap((verdict, at) =>
    [
      { path: ['office'], ids: [verdict.office], known: offices },
      { path: ['practice'], ids: [verdict.practice], known: practices },
      { path: ['condition', 'fits'], ids: verdict.condition.fits, known: conditions },
      { path: ['risk', 'fits'], ids: verdict.risk.fits, known: risks },
    ].flatMap(({ path, ids, known }) =>
      ids
        .filter((id) => !known.some((one) => one.id === id))
        .map((id) => ({ path: ['verdicts', at, ...path], sentence: `There is no “${id}”: write one of ${list(known)}.` })),
    ),
  )
  return [...missing, ...unknown]
}

const list = (known: readonly { id: string }[]) => known.map(({ id }) => id).join(', ')
