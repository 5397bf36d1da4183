import { expect, it } from 'vitest'
import { courseWith, lessonFile, moduleFile, replace } from '#lib/testing/course-fixture.ts'
import { objectiveWithoutLesson } from './objective-without-lesson.ts'

it('passes an objective whose lesson says that it teaches it', () => {
  expect(objectiveWithoutLesson(courseWith())).toEqual([])
})

it('finds an objective whose lesson knows nothing of it', () => {
  const second = '  - { id: M1.O2, text: rest, level: remember, lessons: [one] }\ncompetencies:'
  const course = courseWith({ [moduleFile]: replace('competencies:', second) })
  expect(objectiveWithoutLesson(course)).toEqual([
    { file: moduleFile, path: ['objectives', 1, 'lessons', 0], sentence: expect.stringContaining('M1.O2') },
  ])
  const taught = courseWith({ [moduleFile]: replace('competencies:', second), [lessonFile]: replace('[M1.O1]', '[M1.O1, M1.O2]') })
  expect(objectiveWithoutLesson(taught)).toEqual([])
})
