/** What the review page tells the browser before anything personal is known. */
export type ReviewOutline = {
  home: string
  /** address of the page itself, for a calendar */
  review: string
  modules: readonly { slug: string; number: number; short: string }[]
  /** older object ids and what carries on for each */
  moved: Readonly<Record<string, string>>
}
