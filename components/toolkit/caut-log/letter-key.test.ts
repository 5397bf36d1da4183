import type { KeyboardEvent } from 'react'
import { expect, it } from 'vitest'
import { letterOf } from './letter-key.ts'
import { minutesIn } from './minutes-in.ts'

const press = (key: string, code: string, more: object = {}) =>
  letterOf({ key, code, ctrlKey: false, metaKey: false, altKey: false, nativeEvent: { isComposing: false }, ...more } as KeyboardEvent)

it.each([
  ['a small letter', 'a', 'KeyA', 'A'],
  ['a capital', 'D', 'KeyD', 'D'],
  ['another order of the keys', 'a', 'KeyQ', 'A'],
  ['letters that are not Latin, by their place', 'ф', 'KeyA', 'A'],
  ['a letter that is no quadrant', 't', 'KeyT', null],
  ['a letter on the place of a quadrant', 'q', 'KeyA', null],
  ['a key with a name', 'Enter', 'Enter', null],
  ['a digit', '1', 'Digit1', null],
])('%s names its quadrant, or none', (_, key, code, letter) => {
  expect(press(key, code)).toBe(letter)
})

it('a shortcut of the browser is left to it', () => {
  expect(press('c', 'KeyC', { ctrlKey: true })).toBeNull()
  expect(press('a', 'KeyA', { metaKey: true })).toBeNull()
})

it.each([
  ['', undefined],
  [' ', undefined],
  ['30', 30],
  ['1440', 1440],
  ['0', null],
  ['1441', null],
  ['7.5', null],
  ['-5', null],
  ['soon', null],
])('%j in the field for minutes is %j', (text, minutes) => {
  expect(minutesIn(text)).toBe(minutes)
})
