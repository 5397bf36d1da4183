import { useId } from 'react'
import privacy from '#components/activity/private/private.module.css'
import type { Contact } from '#lib/activity/sketch.ts'
import styles from './sketch.module.css'

type Words = (key: string, values?: Record<string, string | number>) => string

/** The same picture as rows: where each contact stands, who wrote last, who asked last. Equal to the drawing, not a fallback. */
export function SketchList({
  id,
  contacts,
  rings,
  selected,
  words,
  onSelect,
  onChange,
  onRemove,
}: {
  id: string
  contacts: readonly Contact[]
  rings: readonly { id: string; label: string }[]
  selected: string | null
  words: Words
  onSelect(id: string): void
  onChange(contact: Contact): void
  onRemove(contact: Contact): void
}) {
  if (contacts.length === 0) return null
  const who = [
    { value: '', text: words('unsaid') },
    { value: 'me', text: words('me') },
    { value: 'they', text: words('they') },
  ]
  return (
    <>
      <h4 className={styles['listTitle']} id={`${id}-list`}>
        {words('list', { count: contacts.length })}
      </h4>
      <ul className={styles['list']} aria-labelledby={`${id}-list`}>
        {contacts.map((contact) => (
          <li key={contact.id} data-selected={contact.id === selected || undefined} onFocus={() => onSelect(contact.id)}>
            <fieldset className={styles['row']}>
              <legend>{contact.initials}</legend>
              <Pick
                label={words('ring')}
                value={contact.ring}
                options={rings.map((ring) => ({ value: ring.id, text: ring.label }))}
                onPick={(ring) => onChange({ ...contact, ring })}
              />
              <Pick
                label={words('wrote')}
                value={contact.wrote ?? ''}
                options={who}
                onPick={(wrote) => onChange({ ...contact, wrote: wrote === 'me' || wrote === 'they' ? wrote : undefined })}
              />
              <Pick
                label={words('asked')}
                value={contact.asked ?? ''}
                options={[...who, { value: 'nobody', text: words('nobody') }]}
                onPick={(asked) =>
                  onChange({ ...contact, asked: asked === 'me' || asked === 'they' || asked === 'nobody' ? asked : undefined })
                }
              />
              <button type="button" className={styles['remove']} onClick={() => onRemove(contact)}>
                <svg viewBox="0 0 16 16" aria-hidden="true">
                  <path d="m4 4 8 8m0-8-8 8" />
                </svg>
                <span className="visually-hidden">{words('remove', { initials: contact.initials })}</span>
              </button>
            </fieldset>
          </li>
        ))}
      </ul>
      <p className={styles['hint']}>{words('legend')}</p>
    </>
  )
}

function Pick({
  label,
  value,
  options,
  onPick,
}: {
  label: string
  value: string
  options: readonly { value: string; text: string }[]
  onPick(value: string): void
}) {
  const id = useId()
  return (
    <div className={styles['pick']}>
      <label htmlFor={id}>{label}</label>
      <select id={id} className={privacy['input']} value={value} onChange={(event) => onPick(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </div>
  )
}
