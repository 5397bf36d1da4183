import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { Activity } from '#components/activity/activity.tsx'
import { Term } from '#components/glossary/term.tsx'
import { referenceFor } from '#lib/competency/reference.ts'
import type { LoadedCourse, LoadedText, Place } from '#lib/course/loaded.ts'
import { objectId } from '#lib/course/schema.ts'
import { say } from '#lib/message/format.ts'
import { type Locale, pathFor } from '#lib/message/locale.ts'
import { messagesFor } from '#lib/message/messages.ts'
import { Case, Part, Side, Table } from './blocks.tsx'
import { Diagram } from './diagram.tsx'
import { joinPunctuation } from './join-punctuation.ts'
import type { LessonComponents } from './lesson-body.tsx'
import { prose } from './prose.tsx'

type PartProps = { title?: string; children: ReactNode }

/**
 * What an author may write in a lesson besides Markdown; content/README.md shows how. An id or a piece that does not exist is a
 * content problem (content:check): while one writes the place is marked and the problem is listed, in a build it throws.
 *
 * @param place null for a page that belongs to no module, and so has no activities
 */
export function lessonComponents(course: LoadedCourse, place: Place | null, locale: Locale): LessonComponents {
  const messages = messagesFor(locale).lesson
  // each scrolls by itself, so each is a region with a name of its own
  let tables = 0
  const part = (look: 'idea' | 'example' | 'contrast', { title, children }: PartProps) => (
    <Part look={look} kicker={say(messages, look)} title={title}>
      {children}
    </Part>
  )
  const side = (which: 'good' | 'weak', { children }: PartProps) => (
    <Side which={which} label={say(messages, which)}>
      {children}
    </Side>
  )

  function term({ id, children, tail }: { id: string; children: ReactNode; tail?: string }) {
    const entry = course.glossary[id]
    if (!entry) return gap(`The glossary has no term “${id}”.`, children)
    const others = (entry.see ?? []).flatMap((other) => course.glossary[other]?.term ?? [])
    const see = others.length > 0 ? say(messages, 'term-see', { terms: others.join(', ') }) : undefined
    return (
      <Term
        term={entry.term}
        definition={entry.definition}
        see={see}
        more={{ href: pathFor(locale, `/glossary#${id}`), label: say(messages, 'term-more') }}
        close={say(messages, 'term-close')}
        tail={tail}
      >
        {children}
      </Term>
    )
  }

  return {
    ...unknownPieces(place?.lesson ?? course.primer),
    ...prose,
    p: ({ children, ...rest }: ComponentProps<'p'>) => prose.p({ ...rest, children: joinPunctuation(children, term) }),
    td: ({ children, ...rest }: ComponentProps<'td'>) => <td {...rest}>{joinPunctuation(children, term)}</td>,
    strong: ({ children, ...rest }: ComponentProps<'strong'>) => <strong {...rest}>{joinPunctuation(children, term)}</strong>,
    li: ({ children, ...rest }: ComponentProps<'li'>) => prose.li({ ...rest, children: joinPunctuation(children, term) }),
    Term: term,

    Case,
    Idea(props: PartProps) {
      return part('idea', props)
    },
    Example(props: PartProps) {
      return part('example', props)
    },
    Contrast(props: PartProps) {
      return part('contrast', props)
    },
    Good(props: PartProps) {
      return side('good', props)
    },
    Weak(props: PartProps) {
      return side('weak', props)
    },

    Note({ kind, children }: { kind?: string; children: ReactNode }) {
      return (
        <Part look="note" kicker={say(messages, kind ? `note-${kind}` : 'note')}>
          {children}
        </Part>
      )
    },

    Activity({ id }: { id: string }) {
      const data = place?.lesson.matter.activities.find((activity) => activity.id === id)
      if (!place || !data)
        return gap(`The lesson declares no activity “${id}”.`, say(messagesFor(locale).preview, 'noActivity', { id: id ?? '' }))
      return (
        <Activity
          data={data}
          object={objectId.activity(place.module.slug, place.lesson.slug, id)}
          module={place.module.slug}
          locale={locale}
          reference={referenceFor(data.kind, course)}
        />
      )
    },

    Diagram({ name, title, description }: { name: string; title: string; description: string }) {
      return <Diagram name={name} title={title} description={description} messages={messages} />
    },

    table({ children }: { children: ReactNode }) {
      tables += 1
      return <Table label={say(messages, 'table', { number: tables })}>{children}</Table>
    },

    // the corner above a column of row headings heads nothing
    th({ children, ...rest }: ComponentProps<'th'>) {
      return children ? <th {...rest}>{children}</th> : <td />
    },

    a({ href = '', children }: { href?: string; children: ReactNode }) {
      if (!/^https?:/.test(href))
        return (
          <Link href={href} prefetch={false}>
            {children}
          </Link>
        )
      return (
        <a href={href} rel="noreferrer">
          {children} <span className="visually-hidden">{say(messages, 'opens-elsewhere')}</span>
        </a>
      )
    },
  }
}

function gap(reason: string, shown: ReactNode): ReactNode {
  if (process.env.NODE_ENV === 'production') throw new Error(reason)
  return <mark>{shown}</mark>
}

/** A piece nobody has written stops the text from being made at all, unless it is given one. */
function unknownPieces(text: Pick<LoadedText, 'outline'> | null): LessonComponents {
  if (process.env.NODE_ENV === 'production') return {}
  const names = text?.outline.elements.map(({ name }) => name).filter((name) => /^\p{Lu}[\p{L}\d]*$/u.test(name)) ?? []
  return Object.fromEntries(names.map((name) => [name, ({ children }: { children?: ReactNode }) => gap(name, children ?? `<${name}>`)]))
}
