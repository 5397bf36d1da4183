/**
 * GET /achievements/<slug of a module, or id of the course>: what is awarded for it, as Open Badges describes an achievement, from the
 * course as it is now. Whoever opens the address with a browser goes on to the module itself.
 */
import { answer } from '#app/api/answer.ts'
import { openDocument, openPreflight, openRefusal } from '#app/credentials/open-document.ts'
import { issuer } from '#app/issuer.ts'
import { loadCourse } from '#lib/course/load-course.ts'
import { objectId } from '#lib/course/schema.ts'
import { achievementOf, courseAchievementOf } from '#lib/credential/achievement-of.ts'
import { describeAchievement, profileOf } from '#lib/credential/build-credential.ts'
import { credentialsContext, openBadgesContext } from '#lib/credential/contexts.ts'

export const dynamic = 'force-dynamic'

export const GET = answer(async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> => {
  const { id } = await params
  const course = await loadCourse()
  const ofCourse = id === objectId.course(course.course.id)
  const achievement = ofCourse ? courseAchievementOf(course) : achievementOf(course, id)
  if (!achievement) return openRefusal('not_found')
  const by = await issuer()
  if (/\btext\/html\b/.test(request.headers.get('accept') ?? '')) {
    const Location = ofCourse ? `${by.baseUrl}/` : `${by.baseUrl}/modules/${id}`
    return new Response(null, { status: 303, headers: { Location, Vary: 'Accept' } })
  }
  const json = JSON.stringify({
    '@context': [credentialsContext, openBadgesContext],
    ...describeAchievement(achievement, id, by.baseUrl),
    creator: { id: by.id, ...profileOf(by) },
  })
  return openDocument(request, json, { cacheControl: 'public, max-age=300', headers: { Vary: 'Accept' } })
})

export const OPTIONS = async (): Promise<Response> => openPreflight()
