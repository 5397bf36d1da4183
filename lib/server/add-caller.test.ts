import { describe, expect, it } from 'vitest'
import { clientAddress } from '#lib/account/client-address.ts'
import { addCaller } from './add-caller.ts'

const seen = (forwarded: string | undefined, remoteAddress: string | undefined, proxies: number) => {
  const request = { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded }, socket: { remoteAddress } }
  addCaller(request)
  return clientAddress(new Headers(request.headers as Record<string, string>), proxies)
}

describe('the address a request comes from', () => {
  it.each<[string, string | undefined, string | undefined, number, string]>([
    ['is that of the connection', undefined, '203.0.113.7', 0, '203.0.113.7'],
    ['is that of the connection, whatever the caller wrote', '198.51.100.1', '203.0.113.7', 0, '203.0.113.7'],
    ['is that of the connection, however much the caller wrote', '1.1.1.1, 2.2.2.2, 3.3.3.3', '203.0.113.7', 0, '203.0.113.7'],
    ['is what our own proxy saw', '198.51.100.1', '10.0.0.2', 1, '198.51.100.1'],
    ['is what our own proxy saw, not what the caller wrote before', '6.6.6.6, 198.51.100.1', '10.0.0.2', 1, '198.51.100.1'],
    ['is what the first of two proxies saw', '6.6.6.6, 198.51.100.1, 10.0.0.3', '10.0.0.2', 2, '198.51.100.1'],
    ['is the proxy’s where that says nothing', undefined, '10.0.0.2', 1, '10.0.0.2'],
    ['is the line of an IPv6 address, not one of its many', undefined, '2001:db8:1:2:aaaa:bbbb:cccc:dddd', 0, '2001:db8:1:2::'],
    ['is the same line written short', undefined, '2001:db8:1:2::1', 0, '2001:db8:1:2::'],
    ['is an IPv4 address also where it is written as IPv6', undefined, '::ffff:203.0.113.7', 0, '::ffff:203.0.113.7'],
    ['is nobody’s where the connection has gone', undefined, undefined, 0, 'unknown'],
  ])('%s', (_name, forwarded, remote, proxies, expected) => {
    expect(seen(forwarded, remote, proxies)).toBe(expected)
  })
})
