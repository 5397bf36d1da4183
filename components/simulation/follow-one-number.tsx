'use client'

import { RunPlayer } from '#components/simulation/follow-one-number/run-player.tsx'
import { rules } from '#components/simulation/follow-one-number/run-rules.ts'
import { Simulation, type SimulationProps } from '#components/simulation/parts/simulation.tsx'

/** The simulation of the module on the bigger picture. */
export default function FollowOneNumber(props: SimulationProps) {
  return <Simulation {...props} rules={rules} Player={RunPlayer} />
}
