import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayIn, endOfDay, isDay, isTimeZone, startOfDay } from './local-day.ts'

const iso = (at: number) => new Date(at).toISOString()

describe('a day of a time zone', () => {
  it.each([
    ['Europe/Paris', '2026-12-03', '2026-12-02T23:00:00.000Z', '2026-12-03T22:59:59.999Z'],
    ['a day of 23 hours', '2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z', 'Europe/Paris'],
    ['a day of 25 hours', '2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z', 'Europe/Paris'],
    ['Asia/Kathmandu', '2026-12-03', '2026-12-02T18:15:00.000Z', '2026-12-03T18:14:59.999Z'],
    ['Pacific/Kiritimati', '2026-12-03', '2026-12-02T10:00:00.000Z', '2026-12-03T09:59:59.999Z'],
    ['a midnight that is jumped over', '2026-04-24', '2026-04-23T22:00:00.000Z', '2026-04-24T20:59:59.999Z', 'Africa/Cairo'],
    ['a date that was left out', '2011-12-30', '2011-12-30T10:00:00.000Z', '2011-12-30T09:59:59.999Z', 'Pacific/Apia'],
  ])('begins and ends on the clocks there: %s', (name, day, start, end, zone = name) => {
    expect(iso(startOfDay(day, zone))).toBe(start)
    expect(iso(endOfDay(day, zone))).toBe(end)
  })

  it('ends where the next begins, in every zone', () => {
    const zones = fc.constantFrom(
      'Africa/Cairo',
      'Asia/Beirut',
      'America/St_Johns',
      'Pacific/Chatham',
      'America/Asuncion',
      'Asia/Gaza',
      'UTC',
    )
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(zones, days, (zone, date) => {
        const day = date.toISOString().slice(0, 10)
        const next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
        expect(endOfDay(day, zone) + 1).toBe(startOfDay(next, zone))
        expect(dayIn(zone, endOfDay(day, zone))).toBe(day)
        expect(dayIn(zone, startOfDay(day, zone))).toBe(day)
      }),
      { numRuns: 60 },
    )
  })

  it('knows zones by their names only', () => {
    expect(['Europe/Paris', 'UTC', 'America/Argentina/Ushuaia'].map(isTimeZone)).toEqual([true, true, true])
    expect(['+05:00', '', 'Mars/Olympus', 'Europe/Paris\0', 'x'.repeat(80)].map(isTimeZone)).toEqual([false, false, false, false, false])
  })

  it('knows dates that exist', () => {
    expect(['2028-02-29', '2026-11-22'].map(isDay)).toEqual([true, true])
    expect(['2026-02-29', '2026-13-01', '26-1-1', 'soon', '2026-11-22T00:00'].map(isDay)).toEqual([false, false, false, false, false])
  })
})
