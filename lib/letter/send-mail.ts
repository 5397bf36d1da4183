/**
 * Hands letters to the mail server at SMTP_URL. Plain text with the same words as HTML beside it, one receiver each. Every letter has a Message-ID of its own that
 * stays when it is sent again (RFC 5322, section 3.6.4); letters of a cohort carry the way out (RFC 2369, RFC 8058), which mail
 * programs show as a button of theirs; no vacation notice is asked for (RFC 3834).
 */
import { createTransport } from 'nodemailer'
import { htmlOf } from './html-of.ts'
import { isOfCohort } from './kinds.ts'
import type { Outcome, QueuedLetter } from './queue-store.ts'
import { isAboutAddress } from './read-bounce.ts'
import { unsubscribeAddress } from './unsubscribe-token.ts'

export type MailSettings = { smtpUrl: string; mailFrom: string | null; baseUrl: string; secret: string; siteName: string }
export type Mailer = { send: (letter: QueuedLetter) => Promise<Outcome>; close: () => void }

/** milliseconds; together far below the time a claim lasts */
const times = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 20_000 }

export function openMailer(settings: MailSettings): Mailer {
  const { host } = new URL(settings.baseUrl)
  const domain = host.replace(/:\d+$/, '')
  const transport = createTransport({
    url: settings.smtpUrl,
    pool: true,
    maxConnections: 1,
    ...times,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(letter) {
      try {
        await transport.sendMail({
          messageId: `<${letter.id}@${domain}>`,
          from: settings.mailFrom ?? { name: settings.siteName, address: `no-reply@${domain}` },
          to: { name: letter.toName, address: letter.toAddress },
          subject: letter.subject,
          text: letter.body,
          html: htmlOf(letter.body, { subject: letter.subject, locale: letter.locale }),
          headers: { 'Auto-Submitted': 'auto-generated', ...wayOut(letter, settings) },
        })
        return { end: 'sent' }
      } catch (error) {
        return outcomeOf(error)
      }
    },
    close: () => transport.close(),
  }
}

function wayOut(letter: QueuedLetter, settings: MailSettings): Record<string, string> {
  if (!isOfCohort(letter.kind)) return {}
  return {
    'List-Unsubscribe': `<${unsubscribeAddress(letter.toAddress, settings)}>`,
    // one press without a page is for https alone (RFC 8058, section 3.1)
    ...(settings.baseUrl.startsWith('https:') ? { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' } : {}),
  }
}

/** What nodemailer throws, as far as it is read here. */
type MailError = { message?: unknown; code?: unknown; command?: unknown; responseCode?: unknown; response?: unknown }

/**
 * A refusal for good (5yz, RFC 5321, section 4.2.1) ends the letter. It is about the address where it came in reply to RCPT, or
 * says so itself (5.1.x, or 5.2.1: mailbox disabled, RFC 3463), and not where it is about us (5.7.x: not allowed to send).
 */
export function outcomeOf(error: unknown): Outcome {
  const { message, code, command, responseCode, response } = error as MailError
  const problem = String(typeof response === 'string' && response ? response : (message ?? error)).slice(0, 500)
  if (code === 'EENVELOPE' && command === 'API') return { end: 'refused', problem, address: true }
  const status = typeof responseCode === 'number' ? responseCode : 0
  const stage = String(command ?? '').split(' ', 1)[0]
  // a wrong password, or a server that closes at once, is the same for every letter
  if (code === 'EAUTH' || !(stage === 'MAIL' || stage === 'RCPT' || stage === 'DATA')) return { end: 'later', problem, unreachable: true }
  if (status < 500) return { end: 'later', problem, unreachable: status === 0 || status === 421 }
  const detailed = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(problem)?.[0]
  const address = detailed ? isAboutAddress(detailed) : stage === 'RCPT' && status !== 554
  return { end: 'refused', problem, address: address && stage !== 'MAIL' }
}
