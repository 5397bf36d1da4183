import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { joinPunctuation } from './join-punctuation.ts'

const Term = ({ children, tail }: { children: string; tail?: string }) => (
  <dfn>
    {children}|{tail}
  </dfn>
)

describe('punctuation after a term', () => {
  it.each([
    [<p key="1">The {<Term>sitrep</Term>}, which</p>, 'The <dfn>sitrep|,</dfn> which'],
    [<p key="1">{<Term>OCHA</Term>}”). So</p>, '<dfn>OCHA|”).</dfn> So'],
    [
      <p key="1">
        {<Term>OCHA</Term>} and {<Term>HDR</Term>}.
      </p>,
      '<dfn>OCHA|</dfn> and <dfn>HDR|.</dfn>',
    ],
    [<p key="1">An {<b>idea</b>}, too</p>, 'An <b>idea</b>, too'],
    [<p key="1">{<Term>OCHA</Term>}</p>, '<dfn>OCHA|</dfn>'],
  ])('goes with it (%#)', (paragraph, html) => {
    expect(renderToStaticMarkup(joinPunctuation(paragraph.props.children, Term))).toBe(html)
  })
})
