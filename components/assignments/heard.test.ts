import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { AskedState } from './asked.ts'
import { nextOf } from './asked.ts'
import { forgetHeard, type Heard, keepHeard, lastHeard } from './heard.ts'

const { device } = vi.hoisted(() => ({ device: { actor: undefined as string | undefined } }))
vi.mock('#components/device/this-device.ts', () => ({
  thisDevice: () => ({ meta: async () => (device.actor === undefined ? {} : { actor: device.actor }) }),
}))

const heard: Heard = { at: 1, cohorts: [{ id: 'c', name: 'Autumn' }], assignments: [], messages: { late: 'late' } }
const kept = new Map<string, string>()
beforeEach(() => {
  kept.clear()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  })
  return () => vi.unstubAllGlobals()
})

describe('what was heard last of what is due', () => {
  it('is there without a connection for the one it is about, and for nobody who comes after', async () => {
    device.actor = 'ana'
    await keepHeard(heard)
    expect(await lastHeard()).toEqual(heard)
    for (const other of ['bo', undefined]) {
      device.actor = other
      expect(await lastHeard()).toBeNull()
    }
  })

  it('is forgotten when somebody is in no cohort any more, and when they erase themselves', async () => {
    device.actor = 'ana'
    await keepHeard(heard)
    await keepHeard({ ...heard, cohorts: [] })
    expect(kept.size).toBe(0)
    await keepHeard(heard)
    forgetHeard()
    expect(kept.size).toBe(0)
  })

  it('is nothing where the browser keeps nothing, or something else stands there', async () => {
    device.actor = 'ana'
    kept.set('cg-due', '{')
    expect(await lastHeard()).toBeNull()
    vi.stubGlobal('localStorage', undefined)
    await keepHeard(heard)
    expect(await lastHeard()).toBeNull()
    forgetHeard()
  })
})

it.each<[AskedState[], number | null]>([
  [['satisfied', 'not-open', 'not-started', 'in-progress'], 2],
  [['satisfied', 'reached'], 1],
  [['satisfied', 'out-of-attempts', 'not-open'], null],
  [[], null],
])('of %j what one does next is the first that can be done now', (states, at) => {
  const asked = states.map((state, n) => ({ state, n }))
  expect(nextOf(asked)?.n ?? null).toBe(at)
})
