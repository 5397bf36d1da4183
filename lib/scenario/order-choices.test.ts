import { describe, expect, it } from 'vitest'
import { orderChoices } from './order-choices.ts'

const choices = [{ id: 'a' }, { id: 'b' }, { id: 'c' }]
const order = (run: string, scene = 'sc3-n01') =>
  orderChoices(choices, run, scene)
    .map(({ id }) => id)
    .join('')

describe('the order of choices', () => {
  it('is the same for the same run and scene', () => expect(order('run-1')).toBe(order('run-1')))
  it('does not depend on the order in the file', () => {
    expect(orderChoices(choices.toReversed(), 'run-1', 'x')).toEqual(orderChoices(choices, 'run-1', 'x'))
  })
  it('gives each of the six orders about as often as any other', () => {
    const counts = new Map<string, number>()
    for (let i = 0; i < 6000; i++) {
      const one = order(`0197-${i}`)
      counts.set(one, (counts.get(one) ?? 0) + 1)
    }
    expect(counts.size).toBe(6)
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150)
  })
  it('differs between the scenes of one run', () => {
    const scenes = Array.from({ length: 20 }, (_, i) => order('run-1', `sc3-n${i}`))
    expect(new Set(scenes).size).toBeGreaterThan(3)
  })
})
