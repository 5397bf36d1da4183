/**
 * Whether the address of a request is one that a page of this site can have: a path whose escapes are UTF-8. Proxies' forms
 * (`http://…`, `*`) and broken escapes are refused before anything tries to read them. Pure.
 */
export function isReadableAddress(address: string): boolean {
  if (!address.startsWith('/')) return false
  try {
    decodeURIComponent(address.split('?', 1)[0]!)
    return true
  } catch {
    return false
  }
}
