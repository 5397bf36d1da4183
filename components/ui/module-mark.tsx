import { drawings, type Motif } from './module-drawings.ts'

export type { Motif }

/**
 * The mark of a module, drawn from its motif: one line weight, the colour of the text around it.
 * @param size edge in CSS pixels. Decorative: the name of the module always stands beside it.
 */
export function ModuleMark({ motif, size = 20 }: { motif: Motif; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={drawings[motif]} />
    </svg>
  )
}
