/**
 * The page that checks, with an address filled in: behind `#`, so that nobody but the reader's own browser learns what is checked. Pure.
 * @param verify address of that page
 * @param address what is to be checked, with the code it carries
 */
export function verifyHref(verify: string, address: string): string {
  return `${verify}#${encodeURIComponent(address)}`
}
