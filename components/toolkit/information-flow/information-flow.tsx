'use client'

import { useEffect, useRef, useState } from 'react'
import privacy from '#components/activity/private/private.module.css'
import { ImportTable } from '#components/toolkit/import-table.tsx'
import { Keep } from '#components/toolkit/keep.tsx'
import type { ToolProps } from '#components/toolkit/tool.tsx'
import { newId, useTool } from '#components/toolkit/use-tool.ts'
import { Button } from '#components/ui/button.tsx'
import { say } from '#lib/message/format.ts'
import {
  emptyMap,
  type Flow,
  type FlowMap,
  flowColumns,
  flowMapFrom,
  flowOf,
  longest,
  mostFlows,
  nameKey,
  placesOf,
  rowOf,
} from '#lib/toolkit/information-flow.ts'
import { FlowDrawing } from './flow-drawing.tsx'
import { type Draft, emptyDraft, FlowForm } from './flow-form.tsx'
import { FlowHints } from './flow-hints.tsx'
import { FlowList } from './flow-list.tsx'
import styles from './information-flow.module.css'
import { TakeAlong } from './take-along.tsx'
import type { Words } from './words.ts'

/** Who gives what to whom: a list of flows, and the drawing that is made from it. */
export default function InformationFlow({ messages, common, titles, locale }: ToolProps) {
  const kept = useTool<FlowMap>('information-flow', flowMapFrom)
  const [changing, setChanging] = useState<string | null>(null)
  const [importing, setImporting] = useState(false)
  const [focused, setFocused] = useState<number | null>(null)
  const [pointed, setPointed] = useState<number | null>(null)
  const [news, setNews] = useState('')
  const [removed, setRemoved] = useState<{ flow: Flow; index: number } | null>(null)
  /** what gets the focus next, because what had it is gone */
  const next = useRef('')

  const words: Words = (key, values = {}) => say(messages, key, values, locale)
  const columns = flowColumns(words)
  const map = kept.value ?? emptyMap
  const { flows } = map
  const places = placesOf(flows)
  const changed = flows.findIndex(({ id }) => id === changing)

  useEffect(() => {
    if (next.current !== '') document.querySelector<HTMLElement>(next.current)?.focus()
    next.current = ''
  })

  if (kept.value === null) return <div className={styles['waiting']} aria-busy="true" />

  const save = (change: Partial<FlowMap>) => kept.save(flowMapFrom({ ...map, ...change }))

  function leaveChange() {
    next.current = `#flow-${changed + 1} button`
    setChanging(null)
  }

  function write(draft: Draft) {
    setRemoved(null)
    if (changed >= 0) {
      save({ flows: flows.map((flow, index) => (index === changed ? { ...draft, id: flow.id } : flow)) })
      setNews(words('changed', { number: changed + 1 }))
      leaveChange()
    } else if (flows.length >= mostFlows) setNews(words('full', { count: mostFlows }))
    else {
      save({ flows: [...flows, { ...draft, id: newId() }] })
      setNews(words('added', { number: flows.length + 1, from: draft.from, what: draft.what, to: draft.to }))
    }
  }

  function remove(flow: Flow) {
    next.current = '#flow-list'
    setFocused(null)
    setPointed(null)
    setChanging(null)
    setRemoved({ flow, index: flows.indexOf(flow) })
    setNews(words('removed', { what: flow.what, from: flow.from, to: flow.to }))
    save({ flows: flows.filter(({ id }) => id !== flow.id) })
  }

  const empty = flows.length === 0 && map.title === ''
  return (
    <div className={styles['tool']}>
      <div className={`${privacy['field']} ${styles['subject']}`}>
        <label htmlFor="flow-subject">{words('subject')}</label>
        <input
          id="flow-subject"
          className={privacy['input']}
          value={map.title}
          maxLength={longest.title}
          autoComplete="off"
          aria-describedby="flow-subject-help"
          onChange={({ target }) => kept.save({ ...map, title: target.value })}
        />
        <small id="flow-subject-help">{words('subject-help')}</small>
      </div>
      {flows.length === 0 ? <p className={styles['empty']}>{words('empty')}</p> : null}
      {importing ? (
        <ImportTable
          columns={columns}
          label={(column) => words(`column-${column}`)}
          rows={flows.map(rowOf)}
          room={mostFlows - flows.length}
          onAdd={(rows) => {
            save({ flows: [...flows, ...rows.map((row) => ({ ...flowOf(row), id: newId() }))] })
            setRemoved(null)
            setNews(say(common, 'import-added', { count: rows.length }, locale))
          }}
          onClose={() => setImporting(false)}
          messages={common}
          locale={locale}
        />
      ) : (
        <FlowForm
          key={changing ?? 'new'}
          number={changed >= 0 ? changed + 1 : null}
          start={flows[changed] ?? emptyDraft}
          names={places.map(({ name }) => name)}
          words={words}
          onSave={write}
          onCancel={leaveChange}
        />
      )}
      <div className={styles['newsRow']}>
        <p role="status">{news}</p>
        {removed ? (
          <Button
            look="quiet"
            onClick={() => {
              save({ flows: flows.toSpliced(removed.index, 0, removed.flow) })
              setNews(words('back-again', { number: Math.min(removed.index, flows.length) + 1 }))
              setRemoved(null)
              next.current = '#flow-list'
            }}
          >
            {words('undo')}
          </Button>
        ) : null}
        {importing ? null : (
          <Button look="quiet" onClick={() => setImporting(true)}>
            {say(common, 'import-open')}
          </Button>
        )}
      </div>
      {flows.length > 0 ? (
        <>
          <section className={styles['sheet']} aria-labelledby="flow-drawing">
            <div className={styles['sheetHead']}>
              <h2 id="flow-drawing">{words('drawing')}</h2>
              <p className={styles['printTitle']}>{map.title}</p>
              <label className={styles['me']}>
                <span>{words('me')}</span>
                <select className={privacy['input']} value={nameKey(map.me)} onChange={({ target }) => save({ me: target.value })}>
                  <option value="">{words('me-none')}</option>
                  {places.map(({ key, name }) => (
                    <option key={key} value={key}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
            </div>
            <FlowDrawing
              map={map}
              on={pointed ?? focused}
              words={words}
              onFlow={(flow) => document.querySelector<HTMLElement>(`#flow-${flow + 1} button`)?.focus()}
            />
          </section>
          <FlowHints map={map} words={words} locale={locale} />
          <section aria-labelledby="flow-list">
            <h2 id="flow-list" tabIndex={-1}>
              {words('list')}
            </h2>
            <FlowList
              flows={flows}
              changing={changing}
              words={words}
              onFocus={setFocused}
              onPoint={setPointed}
              onChange={({ id }) => {
                setImporting(false)
                setChanging(id)
                setNews('')
              }}
              onRemove={remove}
            />
          </section>
          <TakeAlong map={map} columns={columns} words={words} />
        </>
      ) : null}
      <Keep
        tool="information-flow"
        name={(tool) => titles[tool]}
        value={map}
        empty={empty}
        from={flowMapFrom}
        nameOf={({ flows: all }) => words('holds', { flows: words('flows', { count: all.length }) })}
        onOpen={(next) => {
          setChanging(null)
          setRemoved(null)
          setNews('')
          kept.save(next)
        }}
        onErase={() => {
          setChanging(null)
          setRemoved(null)
          setNews('')
          kept.erase()
        }}
        messages={common}
      />
    </div>
  )
}
