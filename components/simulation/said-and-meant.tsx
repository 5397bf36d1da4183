'use client'

import { Simulation, type SimulationProps } from '#components/simulation/parts/simulation.tsx'
import { TalkPlayer } from '#components/simulation/said-and-meant/talk-player.tsx'
import { rules } from '#components/simulation/said-and-meant/talk-rules.ts'

/** The simulation of the module on active listening. */
export default function SaidAndMeant(props: SimulationProps) {
  return <Simulation {...props} rules={rules} Player={TalkPlayer} />
}
