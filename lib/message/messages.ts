/** The interface strings of each locale, by namespace. Server side: a client leaf gets only its own namespace, as a prop. */

import account from './en/account.json' with { type: 'json' }
import accountLetter from './en/account-letter.json' with { type: 'json' }
import { activity, simulation } from './en/activities.ts'
import admin from './en/admin.json' with { type: 'json' }
import certificate from './en/certificate.json' with { type: 'json' }
import cohortCertificate from './en/cohort-certificates.json' with { type: 'json' }
import device from './en/device.json' with { type: 'json' }
import error from './en/error.json' with { type: 'json' }
import facilitate from './en/facilitate.json' with { type: 'json' }
import framework from './en/framework.json' with { type: 'json' }
import glossary from './en/glossary.json' with { type: 'json' }
import home from './en/home.json' with { type: 'json' }
import issuer from './en/issuer.json' with { type: 'json' }
import join from './en/join.json' with { type: 'json' }
import layout from './en/layout.json' with { type: 'json' }
import lesson from './en/lesson.json' with { type: 'json' }
import letter from './en/letter.json' with { type: 'json' }
import me from './en/me.json' with { type: 'json' }
import module from './en/module.json' with { type: 'json' }
import notebook from './en/notebook.json' with { type: 'json' }
import pdf from './en/pdf.json' with { type: 'json' }
import preview from './en/preview.json' with { type: 'json' }
import quiz from './en/quiz.json' with { type: 'json' }
import report from './en/report.json' with { type: 'json' }
import review from './en/review.json' with { type: 'json' }
import scenario from './en/scenario.json' with { type: 'json' }
import search from './en/search.json' with { type: 'json' }
import { toolkit } from './en/toolkit.ts'
import verify from './en/verify.json' with { type: 'json' }
import type { Messages } from './format.ts'
import type { Locale } from './locale.ts'

const en = {
  account,
  accountLetter,
  admin,
  certificate,
  cohortCertificate,
  device,
  error,
  facilitate,
  framework,
  glossary,
  home,
  issuer,
  join,
  layout,
  lesson,
  letter,
  me,
  module,
  notebook,
  pdf,
  preview,
  quiz,
  report,
  review,
  scenario,
  search,
  verify,
}
export type Namespace = keyof typeof en
/** Activities, simulations and tools have strings of their own for each kind and name. */
type Catalogue = Record<Namespace, Messages> & { activity: typeof activity; simulation: typeof simulation; toolkit: typeof toolkit }

const catalogues: Record<Locale, Catalogue> = { en: { ...en, activity, simulation, toolkit } }

export function messagesFor(locale: Locale): Catalogue {
  return catalogues[locale]
}
