/**
 * A password of an account costs a twentieth of a second of processor time to hash, on purpose. Tests make hundreds of them and learn nothing
 * from the cost: here each takes a sixteenth of it, hashed and checked alike.
 */
import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'

const scrypt = crypto.scrypt as (
  ...given: [crypto.BinaryLike, crypto.BinaryLike, number, crypto.ScryptOptions, (error: Error | null, key: Buffer) => void]
) => void
crypto.scrypt = ((
  password: crypto.BinaryLike,
  salt: crypto.BinaryLike,
  length: number,
  options: crypto.ScryptOptions,
  done: (error: Error | null, key: Buffer) => void,
) => scrypt(password, salt, length, { ...options, N: 1024 }, done)) as typeof crypto.scrypt
syncBuiltinESMExports()
