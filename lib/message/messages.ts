/** The interface strings of each locale, by namespace. Server side: a client leaf gets only its own namespace, as a prop. */
import activity from './en/activity.json' with { type: 'json' }
import certificate from './en/certificate.json' with { type: 'json' }
import device from './en/device.json' with { type: 'json' }
import error from './en/error.json' with { type: 'json' }
import home from './en/home.json' with { type: 'json' }
import layout from './en/layout.json' with { type: 'json' }
import lesson from './en/lesson.json' with { type: 'json' }
import module from './en/module.json' with { type: 'json' }
import quiz from './en/quiz.json' with { type: 'json' }
import scenario from './en/scenario.json' with { type: 'json' }
import simulation from './en/simulation.json' with { type: 'json' }
import type { Messages } from './format.ts'
import type { Locale } from './locale.ts'

const en = { activity, certificate, device, error, home, layout, lesson, module, quiz, scenario, simulation }
export type Namespace = keyof typeof en

const catalogues: Record<Locale, Record<Namespace, Messages>> = { en }

export function messagesFor(locale: Locale): Record<Namespace, Messages> {
  return catalogues[locale]
}
