/** What a person wrote in something kept, for showing two states of it side by side: its texts, one a line, without ids and dates. Pure. */
const machineWords = new Set(['id', 'object', 'heading', 'at', 'version', 'kind', 'module', 'tool'])
const mostLines = 40

export function wordsIn(value: unknown): string {
  const lines: string[] = []
  collect(value, lines)
  return lines.length > mostLines ? `${lines.slice(0, mostLines).join('\n')}\n…` : lines.join('\n')
}

function collect(value: unknown, lines: string[]): void {
  if (typeof value === 'string') {
    if (value.trim() !== '') lines.push(value)
  } else if (Array.isArray(value)) for (const one of value) collect(one, lines)
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) if (!machineWords.has(name)) collect(one, lines)
}
