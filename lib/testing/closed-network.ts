/** A network in which only what a test serves can be reached. Whatever else is asked for fails, and is remembered. */

export type Served = (url: URL) => unknown | undefined | Promise<unknown>

/**
 * @param serve JSON for an address, or undefined where there is nothing
 * @returns what was asked for in vain, and how to open the network again
 */
export function closeNetwork(serve: Served): { refused: string[]; open: () => void } {
  const before = globalThis.fetch
  const refused: string[] = []
  globalThis.fetch = async (input) => {
    const url = new URL(input instanceof Request ? input.url : String(input))
    const document = await serve(url)
    if (document === undefined) {
      refused.push(url.href)
      throw new TypeError(`The network is closed: ${url.href}`)
    }
    return Response.json(document)
  }
  return {
    refused,
    open() {
      globalThis.fetch = before
    },
  }
}
