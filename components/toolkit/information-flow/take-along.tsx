'use client'

import { useState } from 'react'
import { saveFile } from '#components/activity/private/save-file.ts'
import { Button } from '#components/ui/button.tsx'
import { toCsv } from '#lib/activity/csv.ts'
import { drawFlows } from '#lib/toolkit/flow-layout.ts'
import { pictureFile } from '#lib/toolkit/flow-picture.ts'
import { type FlowMap, rowOf } from '#lib/toolkit/information-flow.ts'
import { type Column, tableOf } from '#lib/toolkit/table.ts'
import styles from './information-flow.module.css'
import { pngOf, saveBlob } from './save-picture.ts'
import type { Words } from './words.ts'

/** The picture in a file is made for a page, whatever the screen is. */
const pageWidth = 900

/** The map outside of this page: as a picture, as a table, on paper. */
export function TakeAlong({ map, columns, words }: { map: FlowMap; columns: readonly Column[]; words: Words }) {
  const [news, setNews] = useState('')
  const { flows, me, title } = map

  function picture() {
    const details = ({ way, often, breaks, vital }: (typeof flows)[number]) =>
      `${[words(way), often, vital ? words('is-vital') : ''].filter(Boolean).join(', ')}.${breaks ? ` ${words('breaks-in-words', { breaks })}` : ''}`
    return pictureFile(drawFlows(flows, pageWidth), flows, me, {
      title: title.trim() || words('untitled'),
      legend: (['formal', 'informal', 'vital', 'cut'] as const)
        .filter((look) => flows.some((flow) => (look === 'vital' ? flow.vital : look === 'cut' ? flow.breaks : flow.way === look)))
        .map((look) => ({ look, text: words(`legend-${look}`) })),
      flows: flows.map((flow) => words('in-words', { from: flow.from, to: flow.to, what: flow.what, details: details(flow) })),
    })
  }

  async function savePng() {
    const { svg, width, height } = picture()
    const file = await pngOf(svg, width, height)
    setNews(file ? '' : words('png-failed'))
    if (file) saveBlob('information-flow.png', file)
  }

  return (
    <section className={styles['take']} aria-labelledby="flow-take">
      <h2 id="flow-take">{words('take-along')}</h2>
      <div className={styles['buttons']}>
        <Button onClick={() => saveFile('information-flow.svg', picture().svg, 'image/svg+xml;charset=utf-8')}>{words('save-svg')}</Button>
        <Button onClick={() => void savePng()}>{words('save-png')}</Button>
        <Button onClick={() => saveFile('information-flow.csv', toCsv(tableOf(flows.map(rowOf), columns)))}>{words('save-csv')}</Button>
        <Button onClick={() => window.print()}>{words('print')}</Button>
      </div>
      <p role="status">{news}</p>
    </section>
  )
}
