'use client'

import { Simulation, type SimulationProps } from '#components/simulation/parts/simulation.tsx'
import { RunPlayer } from '#components/simulation/promise-ledger/run-player.tsx'
import { rules } from '#components/simulation/promise-ledger/run-rules.ts'

/** The simulation of the module on accountability. */
export default function PromiseLedger(props: SimulationProps) {
  return <Simulation {...props} rules={rules} Player={RunPlayer} />
}
