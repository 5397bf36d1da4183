/** The mark of the site: three lines of one slope, the ground people share. */
export function SiteMark({ size = 24 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeLinecap="round" aria-hidden="true">
      <path d="M2 9.500c3.500-6 6.500-6 10 0s6.500 6 10-1.500" strokeWidth="1.300" opacity=".55" />
      <path d="M2 14c3.500-6 6.500-6 10 0s6.500 6 10-1.500" strokeWidth="2" />
      <path d="M2 18.500c3.500-6 6.500-6 10 0s6.500 6 10-1.500" strokeWidth="1.300" opacity=".55" />
    </svg>
  )
}
