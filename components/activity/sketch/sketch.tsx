'use client'

import { useRef, useState } from 'react'
import { Erase } from '#components/activity/private/erase.tsx'
import privacy from '#components/activity/private/private.module.css'
import { PrivateNote } from '#components/activity/private/private-note.tsx'
import { saveFile } from '#components/activity/private/save-file.ts'
import { record } from '#components/device/record.ts'
import { usePrivate } from '#components/device/use-private.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { Box } from '#components/ui/box.tsx'
import { Button } from '#components/ui/button.tsx'
import type { ActivityOf } from '#lib/activity/schema.ts'
import { addContact, type Contact, contactsFrom, readSketch, shorten, sketchCsv } from '#lib/activity/sketch.ts'
import { type Messages, say } from '#lib/message/format.ts'
import styles from './sketch.module.css'
import { SketchDrawing } from './sketch-drawing.tsx'
import { SketchList } from './sketch-list.tsx'

/**
 * Up to twelve contacts on three rings. Private: the contacts stay on the device, a statement says only that the picture
 * was read. The drawing is one way in; the form and the list below it do the same without it.
 */
export default function Sketch({
  data,
  object,
  contentHash,
  messages,
  locale,
}: {
  data: ActivityOf<'sketch'>
  object: string
  contentHash: string
  module: string
  messages: Messages
  locale: string
}) {
  const kept = usePrivate<Contact[]>(object, [])
  const statements = useStatements(object)
  const [initials, setInitials] = useState('')
  const [ring, setRing] = useState(data.rings[1]?.id ?? '')
  const [selected, select] = useState<string | null>(null)
  const [asked, setAsked] = useState(false)
  const [news, setNews] = useState('')
  const field = useRef<HTMLInputElement>(null)

  const ready = kept.value !== null
  const contacts = contactsFrom(kept.value, data)
  const readings = asked ? readSketch(contacts, data.rings) : []
  const full = contacts.length >= data.most
  const words = (key: string, values = {}) => say(messages, `sketch-${key}`, values, locale)

  function place(where: string) {
    if (!ready) return
    if (full || !shorten(initials)) {
      setNews(words(full ? 'full' : 'initials-first', { count: data.most }))
      if (!full) field.current?.focus()
      return
    }
    const next = addContact(contacts, initials, where)
    kept.save(next)
    select(next.at(-1)?.id ?? null)
    setNews(words('placed', { initials: shorten(initials), ring: data.rings.find(({ id }) => id === where)?.label ?? '' }))
    setInitials('')
    field.current?.focus()
  }

  function read() {
    setAsked(true)
    if (contacts.length > 0 && statements?.length === 0) {
      record({ verb: 'answered', object, contentHash, result: { completion: true } })
    }
  }

  function exportCsv() {
    const columns = ['initials', 'ring', 'wrote', 'asked'].map((key) => words(key))
    saveFile(words('file'), sketchCsv(contacts, data.rings, { columns, me: words('me'), they: words('they'), nobody: words('nobody') }))
  }

  return (
    <Box id={`activity-${data.id}`} kicker={words('kicker')} title={data.title} lead={data.lead}>
      <PrivateNote>{words('private')}</PrivateNote>
      <div className={styles['layout']}>
        <SketchDrawing
          rings={data.rings}
          contacts={contacts}
          selected={selected}
          label={words('drawing', { count: contacts.length })}
          you={words('you')}
          onRing={place}
          onContact={select}
        />
        <div>
          <form
            className={styles['form']}
            onSubmit={(event) => {
              event.preventDefault()
              place(ring)
            }}
          >
            <div className={privacy['field']}>
              <label htmlFor={`${data.id}-initials`}>{words('initials')}</label>
              <input
                ref={field}
                className={privacy['input']}
                id={`${data.id}-initials`}
                value={initials}
                maxLength={6}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                disabled={!ready}
                onChange={(event) => setInitials(event.target.value)}
              />
            </div>
            <div className={privacy['field']}>
              <label htmlFor={`${data.id}-ring`}>{words('ring')}</label>
              <select
                className={privacy['input']}
                id={`${data.id}-ring`}
                value={ring}
                disabled={!ready}
                onChange={(event) => setRing(event.target.value)}
              >
                {data.rings.map(({ id, label, meaning }) => (
                  <option key={id} value={id}>
                    {`${label}: ${meaning}`}
                  </option>
                ))}
              </select>
            </div>
            <Button type="submit" disabled={!ready}>
              {words('place')}
            </Button>
          </form>
          <p className={styles['hint']}>{words('hint')}</p>
          <p className={styles['news']} role="status">
            {news}
          </p>
          <SketchList
            id={data.id}
            contacts={contacts}
            rings={data.rings}
            selected={selected}
            words={words}
            onSelect={select}
            onChange={(next) => kept.save(contacts.map((contact) => (contact.id === next.id ? next : contact)))}
            onRemove={(gone) => {
              kept.save(contacts.filter(({ id }) => id !== gone.id))
              setNews(words('removed', { initials: gone.initials }))
              field.current?.focus()
            }}
          />
        </div>
      </div>
      <div className={privacy['actions']}>
        <Button look="primary" onClick={read} disabled={!ready}>
          {words('read')}
        </Button>
        {contacts.length > 0 ? (
          <>
            <Button look="quiet" onClick={exportCsv}>
              {words('export')}
            </Button>
            <Erase
              label={words('erase')}
              question={words('erase-question', { count: contacts.length })}
              yes={words('erase-yes')}
              no={words('erase-no')}
              onErase={() => {
                kept.erase()
                setAsked(false)
                select(null)
                setNews(words('erased'))
              }}
            />
          </>
        ) : null}
      </div>
      <div className={styles['readings']} role="status">
        {asked && contacts.length === 0 ? <p>{words('empty')}</p> : null}
        {readings.map(({ name, count, total }) => (
          <p key={name}>{say({ reading: data.readings[name] }, 'reading', { count, total }, locale)}</p>
        ))}
      </div>
    </Box>
  )
}
