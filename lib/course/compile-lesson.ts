/**
 * A lesson's MDX → JavaScript for the server, by mdx-bundler (esbuild inside). Nothing is imported into a lesson:
 * its components are given to it. The code is evaluated and rendered on the server only (components/lesson).
 */
import { bundleMDX } from 'mdx-bundler'
import rehypeSlug from 'rehype-slug'
import remarkGfm from 'remark-gfm'
import type { LoadedLesson } from './loaded.ts'

const compiled = new Map<string, Promise<string>>()

/**
 * @returns the body of a function of `_jsx_runtime` and `React`, see mdx-bundler/client/jsx
 * @throws where the text is not MDX, or imports something; `readCourse` has reported both before
 */
export function compileLesson(lesson: Pick<LoadedLesson, 'body' | 'fingerprint' | 'file' | 'outline'>): Promise<string> {
  const key = `${lesson.file} ${lesson.fingerprint}`
  const known = compiled.get(key)
  if (known) return known
  const code = compile(lesson)
  compiled.set(key, code)
  code.catch(() => compiled.delete(key))
  return code
}

async function compile({ body, file, outline }: Pick<LoadedLesson, 'body' | 'file' | 'outline'>): Promise<string> {
  const forbidden = outline.code[0]
  if (forbidden) throw new Error(`content/${file}:${forbidden.line}: a lesson holds no code (${forbidden.what}).`)
  const { code } = await bundleMDX({
    source: body,
    cwd: process.cwd(),
    mdxOptions: (options) => ({
      ...options,
      development: false,
      remarkPlugins: [...(options.remarkPlugins ?? []), remarkGfm],
      rehypePlugins: [...(options.rehypePlugins ?? []), rehypeSlug],
    }),
    esbuildOptions: (options) => ({
      ...options,
      target: 'node20',
      logLevel: 'silent',
      define: { 'process.env.NODE_ENV': '"production"' },
    }),
  })
  return code
}
