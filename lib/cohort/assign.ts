/** Whether modules can be assigned like this, and why not. Pure. */
import type { Assignment, AssignmentForm } from './schema.ts'

export const assignRefusals = [
  'module_unknown',
  'already_assigned',
  'nobody_chosen',
  'not_a_member',
  'due_before_opening',
  'mark_too_low',
] as const
export type AssignRefusal = (typeof assignRefusals)[number]

/**
 * @param course slugs of its modules, and its own pass mark: a lower one would make certificates say what is not true
 * @param members those of `form.people` who are in the cohort
 * @param others assignments in force besides this one
 */
export function againstAssignment(
  form: AssignmentForm,
  {
    course,
    modules,
    members,
    others,
  }: {
    course: { modules: readonly string[]; passMark: number }
    modules: readonly string[]
    members: ReadonlySet<string>
    others: readonly Pick<Assignment, 'module' | 'everyone'>[]
  },
): AssignRefusal | null {
  if (!modules.every((module) => course.modules.includes(module))) return 'module_unknown'
  if (form.everyone && others.some(({ module, everyone }) => everyone && modules.includes(module))) return 'already_assigned'
  if (!form.everyone && form.people.length === 0) return 'nobody_chosen'
  if (!form.everyone && !form.people.every((person) => members.has(person))) return 'not_a_member'
  if (form.opensOn !== null && form.dueOn !== null && form.dueOn < form.opensOn) return 'due_before_opening'
  return form.passMark !== null && form.passMark < course.passMark ? 'mark_too_low' : null
}
