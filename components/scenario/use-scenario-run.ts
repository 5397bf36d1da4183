'use client'

import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { newId, record } from '#components/device/record.ts'
import { useStatements } from '#components/device/use-statements.ts'
import { draftChose, draftFinished, draftStarted, type Place } from '#lib/scenario/draft-statements.ts'
import { type Replay, replayRun } from '#lib/scenario/run-scenario.ts'
import type { Scenario } from '#lib/scenario/schema.ts'
import { endingsSeen, presentRun, type Run, selectRuns } from '#lib/scenario/select-runs.ts'
import { type Phase, phaseOf } from './phase-of.ts'

/** The run this page holds on to, how much of it has been read, and how one came to it. */
type Held = { run: string; read: number; came: 'began' | 'returned' | 'turned' }

export type ScenarioRun = {
  /** false on the server and until the log of this device has been read */
  loaded: boolean
  phase: Phase
  run: Run | null
  replay: Replay | null
  came: Held['came']
  runs: readonly Run[]
  seen: ReadonlySet<string>
  begin(): void
  choose(choice: string): void
  goOn(): void
  /** a new run that keeps the first `step` choices of this one */
  playFrom(step: number): void
}

/**
 * The learner's run of a scenario, from their statements. Once a page holds a run it stays with it, whatever arrives
 * from other devices; the next visit takes the newest.
 */
export function useScenarioRun(scenario: Scenario, place: Place, moved: Readonly<Record<string, string>>): ScenarioRun {
  const statements = useStatements(place.object)
  const [held, setHeld] = useState<Held | null>(null)
  const runs = useMemo(
    () => (statements ? selectRuns(scenario, statements, place.object, moved) : []),
    [scenario, statements, place, moved],
  )
  const run = (held ? runs.find(({ id }) => id === held.run) : presentRun(runs)) ?? null
  const replay = useMemo(() => (run ? replayRun(scenario, run.choices) : null), [scenario, run])
  const seen = useMemo(() => endingsSeen(scenario, runs), [scenario, runs])
  if (run && replay && !held) setHeld({ run: run.id, read: replay.steps.length, came: 'returned' })
  const phase = phaseOf(replay, held?.read ?? replay?.steps.length ?? 0)

  const closed = useRef(new Set<string>())
  useEffect(() => {
    if (!run || run.finished || !replay?.ending || closed.current.has(run.id)) return
    closed.current.add(run.id)
    record(draftFinished(place, run.id, replay.ending))
  }, [run, replay, place])

  const open = useCallback(
    (from?: { attempt: string; step: number }) => {
      const id = newId()
      record(draftStarted(place, id, from))
      setHeld({ run: id, read: from?.step ?? 0, came: from ? 'turned' : 'began' })
    },
    [place],
  )
  return {
    loaded: statements !== null,
    phase,
    run,
    replay,
    came: held?.came ?? 'returned',
    runs,
    seen,
    begin: () => open(),
    choose: (choice) => {
      if (!run || phase.name !== 'scene' || !replay?.offered.includes(choice)) return
      setHeld({ run: run.id, read: replay.steps.length, came: 'began' })
      record(draftChose(place, run.id, phase.scene, choice))
    },
    goOn: () => {
      if (run && phase.name === 'consequence') setHeld({ run: run.id, read: phase.index + 1, came: 'began' })
    },
    playFrom: (step) => {
      if (run) open(step === 0 ? undefined : { attempt: run.id, step })
    },
  }
}
