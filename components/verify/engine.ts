/**
 * Everything heavy (JSON-LD, signatures, the insides of pictures and PDFs) in one piece, loaded when there is something to verify:
 * `import('./engine.ts')`.
 */

export { credentialInPdf } from '#lib/credential/attached.ts'
export { unbake } from '#lib/credential/bake.ts'
export { readCompact, verifyCompact } from '#lib/credential/compact.ts'
export { readCredential } from '#lib/credential/read-credential.ts'
export { verifyCredential } from '#lib/credential/verify-credential.ts'
export { statusOfPlace } from './status-of-place.ts'
export type Engine = typeof import('./engine.ts')
