/**
 * The tables, as Kysely sees them. Only what SQLite and PostgreSQL share: text, whole numbers (times are Unix milliseconds),
 * double precision for a scaled score, JSON as text. `statement` and `learner` are the record; `certificate` is what was
 * issued; the three projections can be rebuilt from the record at any time; `meta` holds facts about this database.
 */
import type { Generated } from 'kysely'
import type { CredentialTables } from './credential-schema.ts'
import type { PeopleTables } from './people-schema.ts'

export type LearnerTable = {
  id: string
  created_at: number
  /** the highest `seq` given to a statement of this learner */
  last_seq: number
}

export type StatementTable = {
  id: string
  actor: string
  seq: number
  verb: string
  object: string
  content_hash: string
  attempt: string | null
  /** canonical JSON */
  result: string | null
  at: number
  received_at: number
}

/** Projection: one row for each learner and module they did anything in. */
export type ModuleProgressTable = {
  actor: string
  module: string
  lessons_done: number
  scenario_runs: number
  /** JSON array of the ids of different endings reached, sorted */
  scenario_endings: string
  quiz_attempts: number
  best_scaled: number | null
  reached_at: number | null
  satisfied_at: number | null
  last_at: number
}

/** Projection: how often an item was responded to, by mark (`full`, `partial`, `none`, `unscored`) or by option chosen. */
export type ItemResponseCountTable = {
  item: string
  kind: 'mark' | 'option'
  value: string
  n: number
}

/** Projection: how often a choice was taken. `scene` is the object id of the scene. */
export type ChoiceCountTable = {
  scene: string
  choice: string
  n: number
}

export type CertificateTable = {
  id: string
  actor: string
  module: string
  name: string
  /** goes up by one with every change of the name; part of the picture's ETag */
  version: number
  /** name of the picture's template */
  template: string
  /** JSON: what was done, as it stood when it was issued */
  achievement: string
  issued_at: number
  updated_at: number
  /** the signed JSON as it is served; null: not signed yet */
  credential: string | null
  status_list: number | null
  status_position: number | null
  /** 'public', 'unlisted' or 'private' */
  visibility: Generated<string>
  /** 1: the name is in the credential and on the picture */
  shows_name: Generated<number>
  /** urn:uuid:… that stands for the holder in the credential */
  subject: string | null
}

export type MetaTable = {
  key: string
  value: string
}

export type Database = PeopleTables &
  CredentialTables & {
    learner: LearnerTable
    statement: StatementTable
    module_progress: ModuleProgressTable
    item_response_count: ItemResponseCountTable
    choice_count: ChoiceCountTable
    certificate: CertificateTable
    meta: MetaTable
  }
