import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { wholeWords } from './whole-words.tsx'

const whole = (word: string) => `<span style="white-space:nowrap">${word}</span>`

describe('the words of a heading', () => {
  it.each([
    ['The thirty-second explanation', `The ${whole('thirty-second')} explanation`],
    ['A week of in-tray, again', `A week of ${whole('in-tray,')} again`],
    ['Two words', 'Two words'],
    ['3 - 4', '3 - 4'],
    ['Interdepartmental-coordination', 'Interdepartmental-coordination'],
  ])('%s', (text, html) => {
    expect(renderToStaticMarkup(wholeWords(text))).toBe(html)
  })
  it('may have elements among them', () => {
    expect(renderToStaticMarkup(wholeWords(['An ', <em key="e">in-tray</em>, ' of e-mails']))).toBe(
      `An <em>in-tray</em> of ${whole('e-mails')}`,
    )
  })
})
