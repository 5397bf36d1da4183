/** A ribbon, which is filled where its button is pressed; a page with lines. */
export function Sign({ name }: { name: 'bookmark' | 'notes' }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={name === 'notes' ? 'M4 3h12v14H4ZM7 7h6M7 10h6' : 'M5.500 3h9v14L10 13.200 5.500 17Z'} />
    </svg>
  )
}
