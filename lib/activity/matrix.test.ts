import { describe, expect, it } from 'vitest'
import { agreeing, allPlaced, inOrderOfInterest, isDisputed, type Letter, latestPlaces, type Matrix } from './matrix.ts'

const data: Matrix = {
  quadrants: (['A', 'B', 'C', 'D'] as const).map((id) => ({ id, label: id, verb: id })),
  experts: [
    { id: 'ana', name: 'Ana', goal: 'Maps.' },
    { id: 'tom', name: 'Tom', goal: 'Trust.' },
  ],
  tasks: [
    { id: 'log', text: 'Log', places: { ana: 'D', tom: 'D' }, why: 'Why.' },
    { id: 'call', text: 'Call', places: { ana: 'C', tom: 'B' }, why: 'Why.' },
    { id: 'map', text: 'Map', places: { ana: 'A', tom: 'A' }, why: 'Why.' },
  ],
}
const one = '018f0000-0000-7000-8000-000000000001'
const two = '018f0000-0000-7000-8000-000000000002'
const put = (attempt: string, task: unknown, place: unknown) => ({ attempt, result: { response: { task, place } as never } })
const places = (...pairs: [string, Letter][]) => new Map(pairs)

describe('reading places back', () => {
  it('takes the last place of each task in the latest round', () => {
    const read = latestPlaces(data, [put(one, 'log', 'A'), put(two, 'map', 'B'), put(two, 'map', 'A'), put(two, 'call', 'C')])
    expect(read).toEqual({ attempt: two, places: places(['map', 'A'], ['call', 'C']) })
  })
  it('leaves out what the content does not have', () => {
    const read = latestPlaces(data, [put(one, 'ghost', 'A'), put(one, 'map', 'E'), { attempt: one, result: { response: 7 } }])
    expect(read.places.size).toBe(0)
  })
  it('begins with nothing', () => {
    expect(latestPlaces(data, [])).toEqual({ attempt: null, places: new Map() })
  })
})

describe('comparing', () => {
  it.each([
    ['call', 'C', ['ana']],
    ['call', 'B', ['tom']],
    ['call', 'A', []],
    ['map', 'A', ['ana', 'tom']],
  ] as const)('%s in %s: %j say the same', (id, place, names) => {
    expect(agreeing(data, data.tasks.find((task) => task.id === id)!, place).map((expert) => expert.id)).toEqual(names)
  })
  it('knows the task on which the experts differ', () => {
    expect(data.tasks.filter((task) => isDisputed(data, task)).map(({ id }) => id)).toEqual(['call'])
  })
  it('shows the dispute first, then what the learner saw otherwise', () => {
    const order = inOrderOfInterest(data, places(['log', 'D'], ['call', 'C'], ['map', 'B']))
    expect(order.map(({ id }) => id)).toEqual(['call', 'map', 'log'])
  })
  it('is complete when every task has a place', () => {
    expect(allPlaced(data, places(['log', 'D'], ['map', 'A']))).toBe(false)
    expect(allPlaced(data, places(['log', 'D'], ['map', 'A'], ['call', 'A']))).toBe(true)
  })
})
