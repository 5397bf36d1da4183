/**
 * The five things that happen in the meeting. Their wording stands in the message catalogue: `moment_<id>` and the
 * sentences one can say, `say_<id>_<way>`.
 *
 * `matter`: about something that everybody in the room works with. `person`: about how two people treat each other.
 * The place that suits the one does not suit the other; that is why no setting of the three dials is always right.
 */
export const moments = [
  { id: 'columns', about: 'matter', push: 8 },
  { id: 'late', about: 'matter', push: 9 },
  { id: 'maps', about: 'matter', push: 10 },
  { id: 'interrupt', about: 'person', push: 10 },
  { id: 'mistake', about: 'person', push: 11 },
] as const satisfies readonly { id: string; about: 'matter' | 'person'; push: number }[]

export type MomentId = (typeof moments)[number]['id']
export type About = 'matter' | 'person'
/** `push`: how much heat this moment brings you, in tenths of a degree of the 0–10 scale */
export type Moment = { id: MomentId; about: About; push: number }
