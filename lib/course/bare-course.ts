/** A course of nothing, for the author whose course.yaml or competencies.yaml cannot be read yet: a frame to show the problems in. */
import preview from '#lib/message/en/preview.json' with { type: 'json' }
import type { LoadedCourse } from './loaded.ts'
import { unreleased } from './schema.ts'

export function bareCourse(locale: string): LoadedCourse {
  return {
    locale,
    course: {
      id: 'unreadable',
      site: preview.bareTitle,
      title: preview.bareTitle,
      promise: preview.bareTitle,
      summary: preview.bareText,
      version: '0.0.0',
      passMark: 1,
      outcomes: [],
      modules: [],
    },
    glossary: {},
    competencies: {
      title: preview.bareTitle,
      owner: '',
      edition: '',
      newerEdition: '',
      note: '',
      levelling: '',
      elements: [],
      competencies: [],
    },
    facts: {},
    modules: new Map(),
    primer: null,
    lock: unreleased,
    migrations: [],
  }
}
