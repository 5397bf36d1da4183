/** The drawings a lesson can name in `<Diagram name="…" />`; each is a component in components/lesson/diagrams. */
export const diagramNames = [
  'five-components',
  'four-types',
  'hear-understand-verify',
  'list-and-network',
  'ninety-eight',
  'solid-and-dotted',
  'three-components',
] as const
export type DiagramName = (typeof diagramNames)[number]
