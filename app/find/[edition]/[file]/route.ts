import { editionOf, findFiles } from '#app/find/edition.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { locales } from '#lib/message/locale.ts'

export const dynamic = 'force-static'
export const dynamicParams = false

type Params = { params: Promise<{ edition: string; file: string }> }

export async function generateStaticParams() {
  const editions = await Promise.all(locales.map(async (locale) => editionOf(await loadCourse(locale), locale)))
  return editions.flatMap((edition) => ['search.json', 'outline.json'].map((file) => ({ edition, file })))
}

export async function GET(_: Request, { params }: Params) {
  const { edition, file } = await params
  const locale = locales.find((one) => edition.startsWith(`${one}-`)) ?? locales[0]
  const files = findFiles(await loadCourse(locale), locale)
  const cache = edition.endsWith('-now') ? 'no-store' : 'public, max-age=31536000, immutable'
  return Response.json(files[file as keyof typeof files], { headers: { 'Cache-Control': cache } })
}
