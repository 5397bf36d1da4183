declare module 'wawoff2/decompress.js' {
  /** WOFF 2 → sfnt. The bytes are a copy of their own. Throws where the input is no WOFF 2. */
  export default function decompress(woff2: Uint8Array): Promise<Uint8Array<ArrayBuffer>>
}
