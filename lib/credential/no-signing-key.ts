/** Thrown where something is to be signed and every key that was given is called back. Nothing was changed; it is for whoever runs the site. */
export class NoSigningKey extends Error {
  // by name: what Next bundles and what serves it are two copies of this file
  override name = 'NoSigningKey'
  constructor() {
    super(
      'Every key in ISSUER_KEY was called back, so no certificate is signed. Put a new one there and start the site again. Everything else goes on.',
    )
  }
}

export function isNoSigningKey(error: unknown): boolean {
  return error instanceof Error && error.name === 'NoSigningKey'
}
