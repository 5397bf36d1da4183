/** Tables of signed credentials, as Kysely sees them; migrations/0004-credentials.ts and 0005-called-back-keys.ts say what is what. */

export type IssuerKeyTable = {
  /** the public half as Multikey writes it: z6Mk… */
  id: string
  created_at: number
  retired_at: number | null
  /** when it was called back, because somebody else may have it; then `retired_at` is set, too */
  revoked_at: number | null
}

export type StatusListTable = {
  id: number
  /** did:web:… or did:key:… */
  issuer: string
  created_at: number
}

export type StatusEntryTable = {
  list: number
  position: number
  certificate: string | null
  created_at: number
  revoked_at: number | null
  revoked_as: 'replaced' | 'revoked' | null
  reason: string
}

export type CredentialTables = { issuer_key: IssuerKeyTable; status_list: StatusListTable; status_entry: StatusEntryTable }
