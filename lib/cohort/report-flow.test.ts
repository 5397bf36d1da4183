import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tinyStory } from '#lib/scenario/tiny-story.ts'
import type { Statement } from '#lib/statement/schema.ts'
import { statement } from '#lib/testing/small-course.ts'
import { fewest } from './report-figures.ts'
import { choicesAt, cutWays, dividedScene, type Flow, flowOf, reportScenario } from './report-flow.ts'
import { type Way, waysOf } from './report-runs.ts'

const story = tinyStory({
  scenes: { s1: { a: 's2', b: 's3', c: 's3' }, s2: { a: 's3', b: 's4' }, s3: { a: 's4', b: 'e1' }, s4: { a: 'e1', b: 'e2' } },
  endings: { e1: true, e2: false },
})
const scenes = new Set(story.scenes.map(({ id }) => id))
const next = (place: string, choice: string) => story.scenes.find(({ id }) => id === place)!.choices.find(({ id }) => id === choice)!.to

/** plays by a list of numbers; stops where the list ends */
function wayOf(learner: string, moves: readonly number[], given: Partial<Way> = {}): Way {
  const places = [given.places?.[0] ?? 's1']
  const choices: string[] = []
  for (const move of moves) {
    const scene = story.scenes.find(({ id }) => id === places.at(-1))
    if (!scene) break
    const choice = scene.choices[move % scene.choices.length]!
    choices.push(choice.id)
    places.push(choice.to)
  }
  const end = scenes.has(places.at(-1)!) ? 'stopped' : 'ended'
  return { learner, run: learner, first: true, turned: false, ...given, places, choices, end }
}
const movesArb = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 5 })
const waysArb = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 11 }), movesArb, fc.boolean(), fc.constantFrom('s1', 's2', 's3')), { maxLength: 30 })
  .map((all) => all.map(([who, moves, first, from]) => wayOf(`l${who}`, moves, { first, places: [first ? 's1' : from] })))

const total = (numbers: Iterable<number>) => [...numbers].reduce((sum, one) => sum + one, 0)
function published(flow: Flow) {
  // how runs came out is shown whatever the group; what is asked of here is what was chosen
  const { ends: _ends, ...followed } = flow
  return { ...followed, places: [...flow.places].sort(), choices: [...flow.choices].sort(), lines: [...flow.lines].sort() }
}

describe('the flow', () => {
  it('counts, with nothing cut, what one counts by hand', () => {
    fc.assert(
      fc.property(waysArb, (ways) => {
        const flow = flowOf(cutWays(ways, scenes, 0))
        for (const { id, choices } of story.scenes) {
          for (const choice of choices) {
            const taken = ways.filter((way) => way.places.some((place, i) => place === id && way.choices[i] === choice.id)).length
            expect(flow.choices.get(`${id}/${choice.id}`) ?? 0).toBe(taken)
          }
          const stopped = ways.filter((way) => way.end === 'stopped' && way.places.at(-1) === id).length
          expect(flow.places.get(id)?.stopped ?? 0).toBe(stopped)
        }
        for (const { id } of story.endings)
          expect(flow.places.get(id)?.ended ?? 0).toBe(ways.filter(({ places }) => places.at(-1) === id).length)
      }),
    )
  })

  it('loses and makes nobody at any place', () => {
    fc.assert(
      fc.property(waysArb, (ways) => {
        const { first, all } = reportScenario(ways, scenes)
        for (const flow of [first, all]) {
          for (const [id, place] of flow.places) {
            expect(place.came).toBe(place.chosen + place.ended + place.stopped + place.former + place.cut)
            expect(place.came).toBe(place.began + total([...flow.lines].flatMap(([line, n]) => (line.endsWith(` ${id}`) ? [n] : []))))
            expect(place.chosen).toBe(total([...flow.choices].flatMap(([choice, n]) => (choice.startsWith(`${id}/`) ? [n] : []))))
          }
          expect(flow.runs).toBe(flow.ended + flow.stopped + flow.former + flow.cut)
        }
        expect(all.runs).toBe(ways.length)
        expect(first.runs).toBe(ways.filter((way) => way.first).length)
      }),
    )
  })

  it('shows no choice of a group of fewer than five', () => {
    fc.assert(
      fc.property(waysArb, (ways) => {
        const cut = cutWays(ways, scenes)
        for (const { id } of story.scenes) {
          const came = new Set(cut.filter(({ places }) => places.includes(id)).map(({ learner }) => learner))
          if (came.size < fewest.group) expect(choicesAt(flowOf(cut), story.scenes.find((scene) => scene.id === id)!)).toBeNull()
          if (came.size >= fewest.group) expect(cut.some(({ places, end }) => end === 'cut' && places.at(-1) === id)).toBe(false)
        }
      }),
    )
  })

  it('says the same whatever was chosen where a group is too small, so that nothing can be worked out', () => {
    fc.assert(
      fc.property(waysArb, fc.array(movesArb, { minLength: 30, maxLength: 30 }), (ways, others) => {
        const before = reportScenario(ways, scenes)
        const parts = [
          cutWays(
            ways.filter(({ first }) => first),
            scenes,
          ),
          cutWays(
            ways.filter(({ first }) => !first),
            scenes,
          ),
        ].flat()
        // the same people come to the same small scenes, and do something quite different there
        const changed = parts.map((way, index): Way => {
          if (way.end !== 'cut') return { ...way, end: way.end }
          const on = wayOf(way.learner, others[index % others.length]!, { places: [way.places.at(-1)!] })
          return { ...way, places: [...way.places.slice(0, -1), ...on.places], choices: [...way.choices, ...on.choices], end: on.end }
        })
        const after = reportScenario(changed, scenes)
        for (const which of ['first', 'all'] as const) expect(published(after[which])).toEqual(published(before[which]))
      }),
    )
  })

  it('tells of all runs how they came out, however few people there are', () => {
    fc.assert(
      fc.property(waysArb, (ways) => {
        const report = reportScenario(ways, scenes)
        for (const [{ ends, runs }, some] of [
          [report.first, ways.filter(({ first }) => first)],
          [report.all, ways],
        ] as const) {
          const at = (id: string, end: Way['end']) => some.filter((way) => way.end === end && way.places.at(-1) === id).length
          for (const { id } of story.scenes) expect(ends.stoppedAt.get(id) ?? 0).toBe(at(id, 'stopped'))
          for (const { id } of story.endings) expect(ends.endings.get(id) ?? 0).toBe(at(id, 'ended'))
          expect(ends.ended + ends.stopped + ends.former).toBe(runs)
          expect([total(ends.endings.values()), total(ends.stoppedAt.values())]).toEqual([ends.ended, ends.stopped])
        }
      }),
    )
    const two = reportScenario([wayOf('a', [0, 0]), wayOf('b', [0, 1, 1])], scenes).first
    expect([two.ends.stoppedAt, two.ends.endings]).toEqual([new Map([['s3', 1]]), new Map([['e2', 1]])])
    expect([two.choices.size, two.lines.size, [...two.places.keys()]]).toEqual([0, 0, ['s1']])
  })

  it('closes a scene also for the first runs of five when only four made later ones', () => {
    const first = ['a', 'b', 'c', 'd', 'e'].map((who) => wayOf(who, [0, 0, 0, 0]))
    const later = ['a', 'b', 'c', 'd'].map((who) => wayOf(who, [1, 1], { first: false }))
    const report = reportScenario([...first, ...later], scenes)
    expect(report.first.choices.get('s1/a')).toBe(5)
    expect(report.all.choices.get('s1/b')).toBeUndefined()
    expect(report.all.places.get('s1')).toMatchObject({ came: 9, chosen: 5, cut: 4 })
    expect(report.again).toEqual({ people: 4, runs: 4 })
  })

  it('finds the scene that divided the group, the earlier of two', () => {
    const ways = [0, 0, 0, 1, 1, 1].map((move, i) => wayOf(`l${i}`, [0, move, 0, 0]))
    expect(dividedScene(reportScenario(ways, scenes).first, story.scenes)).toEqual({ id: 's2', share: expect.closeTo(0.6, 9) })
    expect(dividedScene(reportScenario(ways.slice(0, 4), scenes).first, story.scenes)).toBeNull()
    const others = Array.from({ length: 7 }, (_, i) => wayOf(`m${i}`, [1, 0, 0]))
    const three = Array.from({ length: 5 }, (_, i) => wayOf(`n${i}`, [0, 1, i % 2]))
    // the six at s2 are fewer than half of thirteen, and what is left divides less
    expect(dividedScene(reportScenario([...ways, ...others], scenes).first, story.scenes)?.id).toBe('s1')
    expect(dividedScene(reportScenario([...ways, ...three], scenes).first, story.scenes)?.id).toBe('s2')
  })
})

describe('ways', () => {
  const place = { object: 'm/scenario' }
  const run = (moves: string, from?: { attempt: string; step: number }): Statement[] => {
    const started = statement({ verb: 'started', object: 'm/scenario' })
    const attempt = started.id
    let at = from ? 's2' : 's1'
    const chose = [...moves].map((choice) => {
      const made = statement({ verb: 'chose', object: `m/scenario/${at}`, attempt, result: { choice } })
      at = next(at, choice)
      return made
    })
    return [{ ...started, attempt, ...(from && { result: { from } }) }, ...chose]
  }

  it('are what was played: whole runs, those that stopped, and from a turning point without what was kept', () => {
    const played = run('aab')
    const again = run('ba', { attempt: played[0]!.attempt!, step: 1 })
    const stopped = run('b')
    expect(waysOf(story, 'amal', [...stopped, ...again, ...played].toReversed(), place)).toMatchObject([
      { first: true, turned: false, places: ['s1', 's2', 's3', 'e1'], choices: ['a', 'a', 'b'], end: 'ended' },
      { first: false, turned: true, places: ['s2', 's4', 'e1'], choices: ['b', 'a'], end: 'ended' },
      { first: false, turned: false, places: ['s1', 's3'], choices: ['b'], end: 'stopped' },
    ])
  })

  it('of a run that was only opened stand at its beginning', () => {
    const opened = run('')
    expect(waysOf(story, 'amal', opened, place)).toMatchObject([{ places: ['s1'], choices: [], end: 'stopped' }])
    const again = run('', { attempt: opened[0]!.attempt!, step: 0 })
    expect(waysOf(story, 'amal', [...opened, ...again], place)).toHaveLength(2)
  })

  it('of an earlier version that leads nowhere today are over all the same', () => {
    const old = run('a')
    const finished = { ...statement({ verb: 'finished', object: 'm/scenario' }), attempt: old[0]!.attempt!, contentHash: 'aaaaaaaaaaaa' }
    expect(waysOf(story, 'amal', [...old, finished], { ...place, former: new Set(['aaaaaaaaaaaa']) })).toMatchObject([
      { places: ['s1', 's2'], end: 'former' },
    ])
  })
})
