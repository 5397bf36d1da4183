'use client'

import { Simulation, type SimulationProps } from '#components/simulation/parts/simulation.tsx'
import { RunPlayer } from '#components/simulation/temperature-of-a-meeting/run-player.tsx'
import { rules } from '#components/simulation/temperature-of-a-meeting/run-rules.ts'

/** The simulation of the module on emotional intelligence. */
export default function TemperatureOfAMeeting(props: SimulationProps) {
  return <Simulation {...props} rules={rules} Player={RunPlayer} />
}
