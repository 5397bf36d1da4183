/** One thing that is wrong in content/: where it is, and a plain sentence that says what to do about it. */
export type Problem = {
  /** relative to content/ */
  file: string
  line?: number | undefined
  /** where in the file, e.g. `objectives.2.lessons` */
  path?: string | undefined
  sentence: string
}

/** How every sentence about a place that waits for its words begins. */
export const unwritten = 'Still to be written'

/** Keys and indexes from the top of a YAML file to a value. */
export type ContentPath = readonly (string | number)[]

/** A problem as a rule reports it: the path stays a list, so that its line can be found. */
export type Finding = { file: string; path?: ContentPath; line?: number | undefined; sentence: string }

export function formatProblem({ file, line, path, sentence }: Problem): string {
  return `content/${file}${line === undefined ? '' : `:${line}`}${path ? ` (${path})` : ''}\n    ${sentence}`
}

/** By file, then line: the order in which an author repairs them. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort((a, b) => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0) || a.sentence.localeCompare(b.sentence))
}

/** A finding with the line of its path, and the path as text. */
export function withLine({ path, ...found }: Finding, lineOf: (file: string, path: ContentPath) => number | undefined): Problem {
  if (!path) return found
  return { ...found, path: path.join('.') || undefined, line: found.line ?? lineOf(found.file, path) }
}

/** To do before publishing, not while writing: ids to be locked, changes to be explained. */
export function isForRelease({ file }: Pick<Problem, 'file'>): boolean {
  return file === 'lock.json' || file === 'migrations.yaml'
}

/** Nothing is wrong yet: the place is waiting for its words (rules/still-to-write). */
export function isUnwritten({ sentence }: Pick<Problem, 'sentence'>): boolean {
  return sentence.startsWith(unwritten)
}
