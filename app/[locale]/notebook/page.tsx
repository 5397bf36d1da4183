import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CopiesBeside } from '#components/account/copies-beside.tsx'
import { copiesWords } from '#components/account/copies-words.ts'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import styles from '#components/notebook/notebook.module.css'
import { Notebook } from '#components/notebook/notebook.tsx'
import { loadCourse } from '#lib/course/load-course.ts'
import { say } from '#lib/message/format.ts'
import { isLocale, type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { notebookIndex } from '#lib/notebook/list-sources.ts'
import { type ToolId, toolIds, toolKey } from '#lib/toolkit/tools.ts'

export async function generateMetadata({ params }: PageProps<'/[locale]/notebook'>): Promise<Metadata> {
  const messages = messagesFor((await params).locale as Locale).notebook
  return { title: say(messages, 'title'), description: say(messages, 'description') }
}

/** Everything somebody wrote for themselves on this device. The page knows where to look; the words are read in the browser. */
export default async function NotebookPage({ params }: PageProps<'/[locale]/notebook'>) {
  const { locale } = await params
  if (!isLocale(locale)) notFound()
  const { account, notebook: messages, toolkit } = messagesFor(locale)
  const titles = Object.fromEntries(toolIds.map((id) => [id, say(toolkit[id], 'title')])) as Record<ToolId, string>
  const word = (key: string) => say(messages, key)
  const index = notebookIndex(
    await loadCourse(locale),
    titles,
    { trigger: word('if'), action: word('then'), reply: word('reply'), colleague: word('colleague'), module: word('module') },
    locale,
  )
  return (
    <div className={styles['page']}>
      <h1>{word('title')}</h1>
      <p className={styles['lead']}>{word('lead')}</p>
      <PrivateNote>{word('private')}</PrivateNote>
      <Notebook index={index} messages={messages} home={pathFor(locale, '/')} locale={locale} />
      <CopiesBeside
        titles={Object.fromEntries(toolIds.map((id) => [toolKey(id), titles[id]]))}
        signUp={pathFor(locale, '/sign-up')}
        messages={copiesWords(account)}
        locale={locale}
      />
    </div>
  )
}
