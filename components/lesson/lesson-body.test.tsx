import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { compileLesson } from '#lib/course/compile-lesson.ts'
import { outlineLesson } from '#lib/course/outline-lesson.ts'
import { LessonBody } from './lesson-body.tsx'

const components = { Term: ({ id, children }: { id: string; children: ReactNode }) => <dfn id={id}>{children}</dfn> }

async function render(body: string): Promise<string> {
  const code = await compileLesson({ body, file: body, fingerprint: '', outline: outlineLesson(body) })
  return renderToStaticMarkup(<LessonBody code={code} components={components} />)
}

describe('the body of a lesson', () => {
  it('is Markdown with tables, headings with ids, and the components it is given', async () => {
    const html = await render('## Two halves\n\nAn <Term id="imo">IMO</Term>.\n\n| a |\n|---|\n| b |')
    expect(html).toContain('<h2 id="two-halves">Two halves</h2>')
    expect(html).toContain('<p>An <dfn id="imo">IMO</dfn>.</p>')
    expect(html).toContain('<td>b</td>')
  })

  it('gives headings the ids by which links are checked', async () => {
    const headings = [
      'What Tomasi had done',
      'Who’s there? – “You”',
      'One, *two* & `three`',
      'Élan vital',
      'One, *two* & `three`',
      '4W 3/4 (new)',
    ]
    const body = headings.map((heading) => `## ${heading}`).join('\n\n')
    const ids = [...(await render(body)).matchAll(/<h2 id="([^"]*)"/g)].map((match) => match[1])
    expect(ids).toEqual(outlineLesson(body).headings.map((heading) => heading.id))
    expect(ids).toHaveLength(headings.length)
  })

  it('throws where the text uses a component it is not given', async () => {
    await expect(render('<Video />')).rejects.toThrow('Video')
  })
})
