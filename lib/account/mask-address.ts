/**
 * An email address as far as its owner knows it again, and nobody else learns it: the first letter, and the domain. Pure.
 * @returns e.g. `a…@example.org`
 */
export function maskAddress(address: string): string {
  const at = address.lastIndexOf('@')
  const [first = ''] = at > 0 ? address : ''
  return `${first}…${at < 0 ? '' : address.slice(at)}`
}
