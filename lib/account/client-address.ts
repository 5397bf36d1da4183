/**
 * From where a request comes, for slowing down whoever tries passwords. Pure. The server adds the address it was
 * called from to `X-Forwarded-For`, at the end (lib/server/add-caller.ts), as each proxy before it has done; what stands before those was written by the
 * caller and says nothing.
 * A neighbourhood of IPv6 addresses belongs to one line, so the first 64 bits count.
 */

/** @param proxies how many proxies of our own stand in front of the server */
export function clientAddress(headers: Headers, proxies: number): string {
  const hops = (headers.get('x-forwarded-for') ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
  const address = hops.at(-1 - proxies) ?? hops[0] ?? ''
  return address.includes(':') && !address.includes('.') ? `${expand(address).slice(0, 4).join(':')}::` : address.slice(0, 64)
}

function expand(address: string): string[] {
  const [front = '', back] = address.split('::')
  const head = front === '' ? [] : front.split(':')
  const tail = back ? back.split(':') : []
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  return back === undefined ? head : [...head, ...zeros, ...tail]
}
