/** Tables of accounts, cohorts, assignments and letters, as Kysely sees them; migrations/0003-people.ts says what is what. */

export type AuthUserTable = {
  id: string
  name: string
  email: string
  emailVerified: number
  image: string | null
  createdAt: string
  updatedAt: string
  twoFactorEnabled: number | null
  role: string
}

export type AuthSessionTable = {
  id: string
  expiresAt: string
  token: string
  createdAt: string
  updatedAt: string
  ipAddress: string | null
  userAgent: string | null
  userId: string
}

export type AuthAccountTable = {
  id: string
  accountId: string
  providerId: string
  userId: string
  accessToken: string | null
  refreshToken: string | null
  idToken: string | null
  accessTokenExpiresAt: string | null
  refreshTokenExpiresAt: string | null
  scope: string | null
  password: string | null
  createdAt: string
  updatedAt: string
}

export type AuthVerificationTable = {
  id: string
  identifier: string
  value: string
  expiresAt: string
  createdAt: string
  updatedAt: string
}

export type AuthTwoFactorTable = {
  id: string
  secret: string
  backupCodes: string
  userId: string
  verified: number | null
  failedVerificationCount: number | null
  lockedUntil: string | null
}

export type AuthPasskeyTable = {
  id: string
  name: string | null
  publicKey: string
  userId: string
  credentialID: string
  counter: number
  deviceType: string
  backedUp: number
  transports: string | null
  createdAt: string | null
  aaguid: string | null
}

export type AuthRateLimitTable = {
  id: string
  key: string
  count: number
  lastRequest: number
}

export type AccountLearnerTable = {
  user_id: string
  learner_id: string
  linked_at: number
}

export type MergedLearnerTable = {
  id: string
  into_learner: string
  at: number
}

export type StaffInvitationTable = {
  id: string
  email: string
  role: string
  token_hash: string
  invited_by: string | null
  created_at: number
  expires_at: number
  used_at: number | null
  used_by: string | null
}

export type AuditTable = {
  id: string
  at: number
  by_user: string | null
  by_name: string
  action: string
  object: string
  detail: string
}

export type PrivateCopyTable = {
  learner_id: string
  key: string
  value: string
  version: number
  updated_at: number
}

export type CohortTable = {
  id: string
  name: string
  starts_on: string | null
  ends_on: string | null
  time_zone: string
  locale: string
  note: string
  code: string
  code_open: number
  code_expires_at: number | null
  most_members: number | null
  created_by: string
  created_at: number
  archived_at: number | null
  version: number
}

export type CohortFacilitatorTable = {
  cohort_id: string
  user_id: string
  added_by: string
  added_at: number
  removed_at: number | null
}

export type CohortMemberTable = {
  cohort_id: string
  learner_id: string
  name: string
  email: string | null
  joined_at: number
  ended_at: number | null
  ended_by: string | null
}

export type CohortInvitationTable = {
  id: string
  cohort_id: string
  email: string
  name: string
  token_hash: string
  invited_by: string
  invited_at: number
  joined_learner: string | null
  joined_at: number | null
  withdrawn_at: number | null
}

export type AssignmentTable = {
  id: string
  cohort_id: string
  module: string
  everyone: number
  position: number
  in_order: number
  opens_at: number | null
  due_at: number | null
  pass_mark: number | null
  attempts_allowed: number | null
  created_by: string
  created_at: number
  updated_at: number
  ended_at: number | null
}

export type AssignmentPersonTable = {
  assignment_id: string
  learner_id: string
}

export type SharedReflectionTable = {
  cohort_id: string
  learner_id: string
  object: string
  words: string
  shared_at: number
}

export type LetterTable = {
  id: string
  once: string
  kind: string
  to_address: string
  to_name: string
  cohort_id: string | null
  learner_id: string | null
  subject: string
  body: string
  state: string
  tries: number
  due_at: number
  claimed_until: number | null
  sent_at: number | null
  problem: string | null
  created_at: number
}

export type StoppedAddressTable = {
  address: string
  reason: string
  detail: string
  at: number
}

export type JobTable = {
  name: string
  held_by: string | null
  held_until: number | null
  last_run_at: number | null
}

export type KeptChoiceCountTable = {
  scene: string
  choice: string
  n: number
}

export type KeptResponseCountTable = {
  item: string
  kind: string
  value: string
  n: number
}

export type PeopleTables = {
  auth_user: AuthUserTable
  auth_session: AuthSessionTable
  auth_account: AuthAccountTable
  auth_verification: AuthVerificationTable
  auth_two_factor: AuthTwoFactorTable
  auth_passkey: AuthPasskeyTable
  auth_rate_limit: AuthRateLimitTable
  account_learner: AccountLearnerTable
  merged_learner: MergedLearnerTable
  staff_invitation: StaffInvitationTable
  audit: AuditTable
  private_copy: PrivateCopyTable
  cohort: CohortTable
  cohort_facilitator: CohortFacilitatorTable
  cohort_member: CohortMemberTable
  cohort_invitation: CohortInvitationTable
  assignment: AssignmentTable
  assignment_person: AssignmentPersonTable
  shared_reflection: SharedReflectionTable
  letter: LetterTable
  stopped_address: StoppedAddressTable
  job: JobTable
  kept_choice_count: KeptChoiceCountTable
  kept_response_count: KeptResponseCountTable
}
