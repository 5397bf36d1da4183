/** How each kind of certificate looks. What it is made from stands in lib/credential/templates. */
import { CourseCertificate } from './course.tsx'
import { ModuleCertificate } from './module.tsx'

export const pictures = { module: ModuleCertificate, course: CourseCertificate } as const
