import type { Page } from '@playwright/test'

export type Kept = { object: string; verb: string; result?: { completion?: boolean; response?: unknown } }

/** Everything the site has of this learner. */
export async function ownRecord(page: Page): Promise<Kept[]> {
  const all: Kept[] = []
  for (let since = 0; ; ) {
    const reply = await page.request.get(`/api/statements?since=${since}`)
    const { value } = (await reply.json()) as { value: { statements: Kept[]; next: number; more: boolean } }
    all.push(...value.statements)
    if (!value.more) return all
    since = value.next
  }
}
