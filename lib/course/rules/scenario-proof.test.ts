import { expect, it } from 'vitest'
import { courseWith, replace, scenarioFile, walkthroughsFile } from '#lib/testing/course-fixture.ts'
import { scenarioProof, yamlPath } from './scenario-proof.ts'

it('passes a scenario that holds together', () => {
  expect(scenarioProof(courseWith())).toEqual([])
})

it('passes on what the analysis disproves, with the place counted as YAML counts', () => {
  const course = courseWith({ [scenarioFile]: replace('to: sc1-e2,', 'to: sc1-e2, when: [{ meter: trust, is: ">", than: 3 }],') })
  const found = scenarioProof(course)
  expect(found).toContainEqual({
    file: scenarioFile,
    path: ['scenes', 0, 'choices', 1],
    sentence: expect.stringContaining('Nobody can ever take this choice'),
  })
  expect(found.every((problem) => problem.file === scenarioFile)).toBe(true)
})

it('passes on a golden run that no longer leads where it led', () => {
  const course = courseWith({ [walkthroughsFile]: replace('meters: { trust: 1 }', 'meters: { trust: 2 }') })
  expect(scenarioProof(course)).toEqual([{ file: walkthroughsFile, path: [1], sentence: expect.stringContaining('“Leave”') }])
})

it('counts a path as far as its names are known', () => {
  const root = { scenes: [{ id: 'a' }, { id: 'b', choices: [{ id: 'x' }, { id: 'y' }] }], routes: [{ id: 'r', rules: [{}, {}] }] }
  expect(yamlPath(root, 'scenes.b.choices.y')).toEqual(['scenes', 1, 'choices', 1])
  expect(yamlPath(root, 'routes.r.rules.2')).toEqual(['routes', 0, 'rules', 1])
  expect(yamlPath(root, 'scenes.c')).toEqual(['scenes'])
  expect(yamlPath(root, 'sc1-e9')).toEqual([])
})
