/** The mark of a module, drawn from its motif: 24-unit grid, one line weight, the colour of the text around it. */
export type Motif = 'compass' | 'contours' | 'links' | 'pulse' | 'quadrant' | 'knot' | 'waves' | 'route'

const drawings: Record<Motif, string> = {
  compass: 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18ZM15.6 8.4l-2.2 5-5 2.2 2.2-5Z',
  contours:
    'M3.2 13.6C2.6 8.6 6.4 4.2 11.6 3.9c5-.3 9.4 2.6 9.2 7.2-.2 5.2-4 9.2-9.2 9-4.4-.2-7.9-2.5-8.4-6.5ZM6.8 13C6.6 9.8 8.9 7.3 12 7.2c3-.1 5.4 1.6 5.3 4.2-.1 3-2.4 5.3-5.4 5.2-2.700-.1-4.900-1.300-5.100-3.600ZM10.400 12.400c0-1.200.900-2 2-1.900 1 .1 1.500.700 1.400 1.500-.1 1-1 1.600-1.900 1.500-.900 0-1.500-.400-1.500-1.100Z',
  links:
    'M12 2.600a3.100 3.100 0 1 1 0 6.200a3.100 3.100 0 1 1 0-6.200ZM5.800 15a3.100 3.100 0 1 1 0 6.200a3.100 3.100 0 1 1 0-6.200ZM18.200 15a3.100 3.100 0 1 1 0 6.200a3.100 3.100 0 1 1 0-6.200ZM10.600 8.500l-3.300 6.800M13.400 8.500l3.300 6.800M9 18.100h6',
  pulse: 'M2 12.500h4.500l2-4.500 3.500 10.500L15.500 5l2.200 7.500H22',
  quadrant: 'M12 2.500v19M2.500 12h19M6 5.500h2.500V8H6ZM15.500 5.500h3M15.500 8h3M5.500 17h3.500M17 17h.01',
  knot: 'M3 8.500c4.500 0 5.500 7 9.500 7 2.700 0 4.500-1.700 4.500-3.800S15.200 8 12.500 8C8.500 8 7.500 15.500 3 15.500M17 11.700c1.500-2 2.600-3.200 4-3.200M17 12.300c1.500 2 2.600 3.200 4 3.200',
  waves:
    'M3 8c2.250-3.500 4.500-3.500 6.750 0s4.500 3.500 6.750 0S20 4.700 21 5.500M3 13.500c2.250-3.500 4.500-3.500 6.750 0s4.500 3.500 6.750 0 3.500-3.300 4.500-2.500M3 19c2.250-3.500 4.500-3.500 6.750 0s4.500 3.500 6.750 0 3.500-3.300 4.500-2.500',
  route:
    'M5 16.600a2.400 2.400 0 1 1 0 4.800a2.400 2.400 0 1 1 0-4.800ZM19 2.600a2.400 2.400 0 1 1 0 4.800a2.400 2.400 0 1 1 0-4.800ZM7.500 18.800c7 .500 1-8.800 4.500-9.800 2.500-.700 4-1 5.300-2.300',
}

/** @param size edge in CSS pixels. Decorative: the name of the module always stands beside it. */
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
