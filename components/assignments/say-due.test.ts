import { describe, expect, it } from 'vitest'
import { endOfDay, startOfDay } from '#lib/cohort/local-day.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { type Clocks, placeOf, sayDue, sayOpens } from './say-due.ts'

const { me } = messagesFor('en')
const now = Date.UTC(2026, 10, 22, 9)
const clocks = (there: string, here: string, at = now): Clocks => ({ there, here, locale: 'en', now: at })
const dhaka = endOfDay('2026-11-27', 'Asia/Dhaka')

describe('a due date in words', () => {
  it.each<[string, number, Clocks, string]>([
    ['the same clock', dhaka, clocks('Asia/Dhaka', 'Asia/Dhaka'), 'due Friday 27 November, end of day'],
    ['another name for the same clock', dhaka, clocks('Asia/Dhaka', 'Asia/Thimphu'), 'due Friday 27 November, end of day'],
    ['earlier on the same day', dhaka, clocks('Asia/Dhaka', 'Europe/Madrid'), 'due Friday 27 November, 18:59 (end of the day in Dhaka)'],
    [
      'the day after, further east',
      endOfDay('2026-11-27', 'America/Port-au-Prince'),
      clocks('America/Port-au-Prince', 'Africa/Nairobi'),
      'due Saturday 28 November, 07:59 (end of Friday 27 November in Port-au-Prince)',
    ],
    ['an hour of the day', Date.UTC(2026, 10, 27, 11), clocks('Asia/Dhaka', 'Asia/Dhaka'), 'due Friday 27 November, 17:00'],
    [
      'an hour of the day elsewhere',
      Date.UTC(2026, 10, 27, 11),
      clocks('Asia/Dhaka', 'Africa/Juba'),
      'due Friday 27 November, 13:00 (17:00 in Dhaka)',
    ],
    ['a date that is over', dhaka, clocks('Asia/Dhaka', 'Asia/Dhaka', dhaka + 1), 'was due Friday 27 November, end of day'],
    ['its last instant', dhaka, clocks('Asia/Dhaka', 'Asia/Dhaka', dhaka), 'due Friday 27 November, end of day'],
    [
      'next year',
      endOfDay('2027-01-08', 'Asia/Kathmandu'),
      clocks('Asia/Kathmandu', 'Asia/Kathmandu'),
      'due Friday, 8 January 2027, end of day',
    ],
  ])('names %s', (_name, at, given, words) => {
    expect(sayDue(me, at, given)).toBe(words)
  })

  it('says when something opens', () => {
    const opens = startOfDay('2026-11-30', 'Asia/Dhaka')
    expect(sayOpens(me, opens, clocks('Asia/Dhaka', 'Asia/Dhaka'))).toBe('opens Monday 30 November, 00:00')
    expect(sayOpens(me, opens, clocks('Asia/Dhaka', 'Europe/Madrid'))).toBe(
      'opens Sunday 29 November, 19:00 (Monday 30 November, 00:00 in Dhaka)',
    )
  })

  it('calls a time zone by its town', () => {
    expect(['America/Argentina/Buenos_Aires', 'UTC'].map(placeOf)).toEqual(['Buenos Aires', 'UTC'])
  })
})
