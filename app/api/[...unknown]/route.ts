/** An address that the API does not have: said in the API's own words, so that nobody takes a page for an answer. */
import { answer } from '#app/api/answer.ts'
import { refuse } from '#app/api/reply.ts'

export const dynamic = 'force-dynamic'

const unknown = async (): Promise<Response> => refuse('not_found')

export const GET = answer(unknown)
export const POST = answer(unknown)
export const PUT = answer(unknown)
export const PATCH = answer(unknown)
export const DELETE = answer(unknown)
