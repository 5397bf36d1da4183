import { expect, it } from 'vitest'
import { loadCourse } from '#lib/course/load-course.ts'
import { tinyStory, where } from '#lib/scenario/tiny-story.ts'
import { layOutScenario } from './lay-out-scenario.ts'

const story = tinyStory({
  scenes: {
    first: { a: { to: 'fork', effects: { trust: 1 } }, b: 'second', c: { to: 'second', when: where('trust >= 9') } },
    second: { a: 'end', b: 'end' },
    lonely: { a: 'end', b: 'end' },
  },
  routes: {
    fork: [
      [where('trust >= 3'), 'end'],
      [[], 'sad'],
    ],
  },
  endings: { end: true, sad: false },
})

it('places everything, every line downwards, nothing on top of another', () => {
  const { nodes, edges, width, height } = layOutScenario(story)
  const at = (id: string) => nodes.find((node) => node.id === id)!
  expect(nodes.map(({ id, kind }) => [id, kind])).toEqual([
    ['first', 'scene'],
    ['second', 'scene'],
    ['lonely', 'scene'],
    ['fork', 'route'],
    ['end', 'good-ending'],
    ['sad', 'ending'],
  ])
  for (const { from, to } of edges) expect(at(to).y).toBeGreaterThan(at(from).y)
  for (const [i, one] of nodes.entries()) {
    expect(one.x + one.width / 2).toBeLessThanOrEqual(width)
    expect(one.y + one.height / 2).toBeLessThanOrEqual(height)
    for (const other of nodes.slice(i + 1)) {
      const apart =
        Math.abs(one.x - other.x) >= (one.width + other.width) / 2 || Math.abs(one.y - other.y) >= (one.height + other.height) / 2
      expect(apart, `${one.id} and ${other.id}`).toBe(true)
    }
  }
})

it('draws choices to the same place as one line, broken where each of them has a condition', () => {
  const { edges } = layOutScenario(story)
  expect(edges.map(({ from, to, labels, guarded }) => [from, to, labels.join(''), guarded])).toEqual([
    ['first', 'fork', 'a', false],
    ['first', 'second', 'bc', false],
    ['second', 'end', 'ab', false],
    ['lonely', 'end', 'ab', false],
    ['fork', 'end', '1', true],
    ['fork', 'sad', '2', false],
  ])
})

it('marks what no run reaches, and what is at fault', () => {
  const { nodes, faults } = layOutScenario(story)
  expect(nodes.filter(({ reached }) => !reached).map(({ id }) => id)).toEqual(['lonely', 'sad'])
  expect(nodes.find(({ id }) => id === 'first')!.faults).toEqual([expect.stringContaining('Nobody can ever take this choice')])
  expect(nodes.find(({ id }) => id === 'lonely')!.faults).toEqual(['No run ever comes here.'])
  expect(faults).toEqual([])
})

it('still draws a story that leads to a place that does not exist', () => {
  const { nodes, edges } = layOutScenario(tinyStory({ scenes: { first: { a: 'nowhere', b: 'end' } } }))
  expect(nodes.map(({ id, reached }) => [id, reached])).toEqual([
    ['first', true],
    ['end', true],
  ])
  expect(edges).toHaveLength(1)
  expect(nodes[0]!.faults).toEqual([expect.stringContaining('nowhere')])
})

it('draws every scenario of the course without a fault', async () => {
  for (const { scenario } of (await loadCourse()).modules.values()) {
    if (!scenario) continue
    const { nodes, faults } = layOutScenario(scenario)
    expect(nodes).toHaveLength(scenario.scenes.length + scenario.routes.length + scenario.endings.length)
    expect([...faults, ...nodes.flatMap((node) => node.faults)]).toEqual([])
    expect(nodes.every(({ reached }) => reached)).toBe(true)
  }
})
