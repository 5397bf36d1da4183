import { expect, it } from 'vitest'
import { parseText } from './parse-text.ts'

it('an empty line ends a paragraph, a single line break does not', () => {
  expect(parseText('One\nline.\n\nTwo.\n').map(({ spans }) => spans)).toEqual([
    [{ text: 'One line.', emphasis: false }],
    [{ text: 'Two.', emphasis: false }],
  ])
})
it('a paragraph that begins with > is what somebody says', () => {
  expect(parseText('She stops.\n\n> “Well?”')).toEqual([
    { kind: 'paragraph', spans: [{ text: 'She stops.', emphasis: false }] },
    { kind: 'quote', spans: [{ text: '“Well?”', emphasis: false }] },
  ])
})
it('stars are emphasis, a lone star is a star', () => {
  expect(parseText('to *take* it, 2 * 3')[0]?.spans).toEqual([
    { text: 'to ', emphasis: false },
    { text: 'take', emphasis: true },
    { text: ' it, 2 * 3', emphasis: false },
  ])
})
