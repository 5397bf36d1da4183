/** How each kind of certificate looks. What it is made from stands in lib/credential/templates. */
import { CoursePaper } from './course.tsx'
import { ModulePaper } from './module.tsx'

export const papers = { module: ModulePaper, course: CoursePaper } as const
