'use client'

import { Simulation, type SimulationProps } from '#components/simulation/parts/simulation.tsx'
import { RunPlayer } from '#components/simulation/who-knows-whom/run-player.tsx'
import { rules } from '#components/simulation/who-knows-whom/run-rules.ts'

/** The simulation of the module on networking. */
export default function WhoKnowsWhom(props: SimulationProps) {
  return <Simulation {...props} rules={rules} Player={RunPlayer} />
}
