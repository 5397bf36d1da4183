import { describe, expect, it } from 'vitest'
import { say } from './format.ts'

describe('say', () => {
  it('fills names and leaves unknown ones visible', () => {
    expect(say({ hello: 'Hello {name}, {what}' }, 'hello', { name: 'Amal' })).toBe('Hello Amal, {what}')
  })
  it('takes the plural form of the count', () => {
    const messages = { left_one: '{count} lesson left', left_other: '{count} lessons left' }
    expect(say(messages, 'left', { count: 1 })).toBe('1 lesson left')
    expect(say(messages, 'left', { count: 0 })).toBe('0 lessons left')
    expect(say(messages, 'left', { count: 1200 })).toBe('1,200 lessons left')
  })
  it('shows the key where the catalogue has a gap', () => {
    expect(say({}, 'gap')).toBe('gap')
  })
})
