/** The HTTP status of each refusal. A new code joins here and gets its sentence in lib/message/en/error.json. */
export const statusOfCode = {
  // any route
  malformed: 400,
  cross_site: 403,
  not_found: 404,
  too_large: 413,
  internal: 500,
  database_not_writable: 503,
  // statements
  too_many: 413,
  verb_not_allowed: 403,
  unknown_object: 404,
  clock_wrong: 400,
  id_taken: 409,
  record_full: 409,
  // certificates
  not_satisfied: 409,
  name_empty: 400,
  name_too_long: 400,
  name_without_letters: 400,
  name_without_font: 422,
  certificate_not_found: 404,
  // quiz
  quiz_not_found: 404,
  attempt_not_found: 404,
  attempt_finished: 409,
  already_answered: 409,
  out_of_order: 409,
  unanswered: 422,
  review_first: 409,
  // people
  sign_in_first: 401,
  other_learner: 409,
  newer_copy: 409,
  copies_off: 409,
  copies_full: 413,
} as const satisfies Record<string, number>

export type Code = keyof typeof statusOfCode
