import { describe, expect, it } from 'vitest'
import { messagesFor } from '#lib/message/messages.ts'
import { dateOf, durationOf, pieces, sentenceOf } from './describe-achievement.ts'
import type { CourseAchievement, ModuleAchievement } from './schema.ts'

const messages = messagesFor('en').certificate
const achievement: ModuleAchievement = {
  site: 'Common Ground',
  course: 'People behind the data',
  courseVersion: '1.0.0',
  module: { slug: 'networking', number: 3, title: 'Networking', motif: 'links' },
  lessons: 5,
  scenario: true,
  passMark: 0.75,
  minutes: 52,
  objectives: [],
}

describe('a certificate in words', () => {
  it.each([
    [{}, 'completed the module *Networking* (five lessons, a branching scenario and a check) in the course People behind the data'],
    [{ lessons: 1, scenario: false }, 'completed the module *Networking* (one lesson and a check) in the course People behind the data'],
    [
      { lessons: 13 },
      'completed the module *Networking* (13 lessons, a branching scenario and a check) in the course People behind the data',
    ],
  ])('with %j', (changed, sentence) => {
    expect(sentenceOf({ ...achievement, ...changed }, messages, 'en')).toBe(sentence)
  })

  it('says of the course what all its modules took', () => {
    const whole: CourseAchievement = {
      site: 'Common Ground',
      course: 'People behind the data',
      courseVersion: '1.0.0',
      modules: Array.from({ length: 8 }, (_, i) => ({ number: i + 1, title: `Module ${i + 1}` })),
      lessons: 40,
      scenarios: 6,
      passMark: 0.75,
      minutes: 420,
      outcomes: [],
    }
    expect(sentenceOf(whole, messages, 'en')).toBe(
      'completed the course *People behind the data*: 40 lessons, six branching scenarios, eight checks and eight tasks at work',
    )
  })

  it('sets the module apart', () => {
    expect(pieces('the module *Networking*: all')).toEqual([
      { text: 'the module ', bold: false },
      { text: 'Networking', bold: true },
      { text: ': all', bold: false },
    ])
  })

  it('has the same date everywhere', () => {
    expect(dateOf(Date.UTC(2026, 10, 21, 23, 59), 'en')).toBe('21 November 2026')
    expect(dateOf(Date.UTC(2026, 10, 21, 0, 1), 'en')).toBe('21 November 2026')
  })

  it.each([
    [1, 'about 5 minutes'],
    [52, 'about 50 minutes'],
    [119, 'about 120 minutes'],
    [120, 'about 2 hours'],
    [140, 'about 2.5 hours'],
  ])('says %d minutes as %s', (minutes, text) => {
    expect(durationOf(minutes, messages, 'en')).toBe(text)
  })
})
