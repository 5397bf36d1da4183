import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hourIn, isAwake, nextAwake } from './quiet-hours.ts'

const zones = Intl.supportedValuesOf('timeZone')

describe('the hours in which reminders go out', () => {
  it.each([
    ['07:59', false],
    ['08:00', true],
    ['16:59', true],
    ['17:00', false],
    ['00:00', false],
  ])('%s: %s', (time, awake) => {
    expect(isAwake('Asia/Kathmandu', Date.parse(`2026-11-24T${time}:00+05:45`))).toBe(awake)
  })

  it('takes a zone that nobody knows for UTC', () => {
    expect(hourIn('Mars/Olympus', Date.UTC(2026, 0, 1, 9))).toBe(9)
  })

  it('finds the next moment, anywhere, at any time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.integer({ min: Date.UTC(2000, 0), max: Date.UTC(2040, 0) }), (zone, at) => {
        const next = nextAwake(zone, at)
        expect(isAwake(zone, next)).toBe(true)
        expect(next - at).toBeLessThanOrEqual(17 * 3_600_000)
        if (isAwake(zone, at)) expect(next).toBe(at)
        else expect(hourIn(zone, next)).toBe(8)
      }),
    )
  })
})
