'use client'

import { Simulation, type SimulationProps } from '#components/simulation/parts/simulation.tsx'
import { RunPlayer } from '#components/simulation/week-of-in-tray/run-player.tsx'
import { rules } from '#components/simulation/week-of-in-tray/run-rules.ts'

/** The simulation of the module on prioritisation. */
export default function WeekOfInTray(props: SimulationProps) {
  return <Simulation {...props} rules={rules} Player={RunPlayer} />
}
