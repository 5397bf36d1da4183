/**
 * A copy of what a tool holds, as a file of JSON: `{ "tool", "version", "data" }`. Pure.
 * A copy is checked for what it is, not for its rows: those go through the tool's own reader, which drops what it does not know.
 */
import { isToolId, type ToolId } from './tools.ts'

/** Goes up when an older site could no longer read what a newer one wrote. */
export const copyVersion = 1

export function copyText(tool: ToolId, data: unknown): string {
  return `${JSON.stringify({ tool, version: copyVersion, data }, null, 2)}\n`
}

export type ReadCopy =
  | { ok: true; data: unknown }
  | { ok: false; code: 'not_a_copy' | 'newer_copy' }
  /** a copy, but of another tool */
  | { ok: false; code: 'other_tool'; tool: ToolId }

export function readCopy(text: string, tool: ToolId): ReadCopy {
  let found: unknown
  try {
    found = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    return { ok: false, code: 'not_a_copy' }
  }
  const copy = (typeof found === 'object' && found !== null ? found : {}) as Record<string, unknown>
  if (typeof copy['tool'] !== 'string' || typeof copy['version'] !== 'number' || !('data' in copy)) return { ok: false, code: 'not_a_copy' }
  if (copy['tool'] !== tool)
    return isToolId(copy['tool']) ? { ok: false, code: 'other_tool', tool: copy['tool'] } : { ok: false, code: 'not_a_copy' }
  if (copy['version'] > copyVersion) return { ok: false, code: 'newer_copy' }
  return { ok: true, data: copy['data'] }
}
