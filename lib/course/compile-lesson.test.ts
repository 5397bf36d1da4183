import { describe, expect, it } from 'vitest'
import { compileLesson } from './compile-lesson.ts'
import { outlineLesson } from './outline-lesson.ts'

let count = 0
const lessonWith = (body: string) => ({ body, file: `test-${++count}.mdx`, fingerprint: '', outline: outlineLesson(body) })

describe('compiling a lesson', () => {
  it.each(["import fs from 'node:fs'", 'export const a = 1', 'A {1 + 1}'])('refuses a text that holds code: %s', async (body) => {
    await expect(compileLesson(lessonWith(body))).rejects.toThrow('a lesson holds no code')
  })

  it('refuses a text that is not MDX', async () => {
    await expect(compileLesson(lessonWith('<Case>'))).rejects.toThrow()
  })

  it('makes the production build, whatever the environment', async () => {
    expect(await compileLesson(lessonWith('Text.'))).not.toContain('jsxDEV')
  })

  it('compiles the same text once', () => {
    const lesson = lessonWith('Text.')
    expect(compileLesson(lesson)).toBe(compileLesson(lesson))
  })
})
