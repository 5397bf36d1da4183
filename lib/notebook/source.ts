/**
 * Where a learner's words stand in what an activity keeps on the device, so that one page can show all of it without the
 * activities themselves. Made on the server (list-sources), read in the browser (read-pieces). Pure shapes.
 */

/** One text: the path to it, its label. `*` in the path stands for each row of a list. */
export type Field = {
  at: readonly string[]
  label: string
  /** the text that stands there before anybody wrote: equal to it, nothing was written */
  unless?: string
  /** the value is an id of the source's scale */
  scale?: true
}

export type Source = {
  /** object id of the activity, the key of what is kept */
  key: string
  title: string
  href: string
  fields: readonly Field[]
  scale?: Readonly<Record<string, string>>
  /** what an activity relies on to be there; a copy that has something else in its place is not taken in */
  shape: Readonly<Record<string, unknown>> | readonly never[]
}

/** A lesson, or the module itself for what belongs to no lesson. */
export type Place = { object: string; title: string; href: string; sources: readonly Source[] }
export type Chapter = { module: string; number: number; title: string; places: readonly Place[] }

export type NotebookIndex = {
  chapters: readonly Chapter[]
  tools: readonly { id: string; title: string; href: string }[]
  /** object ids that moved, old to new */
  moved: Readonly<Record<string, string>>
  /** ids of the headings that can be bookmarked, by lesson: a bookmark of one that is gone leads to its lesson */
  headings: Readonly<Record<string, readonly string[]>>
}
