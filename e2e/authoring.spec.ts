/** What is made for authors is no part of a published site: its pages show keys. */
import { expect, test } from '@playwright/test'

for (const address of [
  '/preview',
  '/preview/networking/items',
  '/preview/networking/scenario',
  '/preview/changes',
  '/en/preview/networking/items',
]) {
  test(`${address} is nothing in a build`, async ({ request }) => {
    const reply = await request.get(address)
    expect(reply.status()).toBe(404)
    const text = await reply.text()
    expect(text).not.toContain('M3-Q01')
    expect(text).not.toContain('data-wrong')
  })
}

test('no page of a build says what is wrong with the content, or follows the files', async ({ page }) => {
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto('/modules/networking/lessons/with-a-plan')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(asked).not.toContain('/preview/changes')
  await expect(page.getByRole('region', { name: 'Problems in the content' })).toHaveCount(0)
})
