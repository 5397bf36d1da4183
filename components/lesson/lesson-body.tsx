import { getMDXComponent } from 'mdx-bundler/client/jsx.js'
import type { ComponentType } from 'react'
import * as jsxRuntime from 'react/jsx-runtime'

// biome-ignore lint/suspicious/noExplicitAny: each component of a lesson has props of its own
export type LessonComponents = Record<string, ComponentType<any>>

/**
 * The text of a lesson. Server only: the compiled code is run here, while the page is made, and what reaches the
 * browser is HTML. Do not import this from a client component.
 *
 * @param code from compileLesson
 */
export function LessonBody({ code, components }: { code: string; components: LessonComponents }) {
  const Content = getMDXComponent(code, { _jsx_runtime: jsxRuntime, React: {} }) as ComponentType<{ components: LessonComponents }>
  return <Content components={components} />
}
