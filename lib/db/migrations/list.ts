/**
 * All migrations, in order. Named here and not found on disk, because the built site has no such folder.
 * A migration that was ever released is never edited: add the next one, with the next number.
 */
import type { Migration } from 'kysely/migration'
import { record } from './0001-record.ts'
import { certificateAchievement } from './0002-certificate-achievement.ts'
import { people } from './0003-people.ts'
import { credentials } from './0004-credentials.ts'
import { calledBackKeys } from './0005-called-back-keys.ts'

export const migrations: Record<string, Migration> = {
  '0001-record': record,
  '0002-certificate-achievement': certificateAchievement,
  '0003-people': people,
  '0004-credentials': credentials,
  '0005-called-back-keys': calledBackKeys,
}
