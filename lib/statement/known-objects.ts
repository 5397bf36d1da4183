/**
 * What a statement can be about: every object of the course, and every one it once had. Pure.
 * What an object is, its path says (see `objectId` in lib/course/schema.ts); whether it exists, the outline says.
 */
export type ObjectKind =
  | 'course'
  | 'module'
  | 'lesson'
  | 'activity'
  | 'scenario'
  | 'scene'
  | 'choice'
  | 'quiz'
  | 'item'
  | 'review'
  | 'reviewed'

export interface KnownObjects {
  has(object: string): boolean
  /** null for what the course never had */
  kindOf(object: string): ObjectKind | null
}

/** The ids of the course, without its words. */
export type CourseOutline = {
  /** its id, which is the object of what is said about the course as a whole */
  course?: string
  modules: readonly ModuleOutline[]
  /** object ids of earlier versions, as content/migrations.yaml lists them: statements about them stay welcome */
  former?: readonly string[]
}
export type ModuleOutline = {
  slug: string
  lessons: readonly { slug: string; activities: readonly string[] }[]
  moduleActivities: readonly string[]
  scenes: readonly { id: string; choices: readonly string[] }[]
  items: readonly string[]
}

export function knownObjects(outline: CourseOutline): KnownObjects {
  const all = new Set<string>(outline.former)
  for (const { slug, lessons, moduleActivities, scenes, items } of outline.modules) {
    all.add(slug)
    for (const lesson of lessons) {
      all.add(`${slug}/lessons/${lesson.slug}`)
      for (const activity of lesson.activities) all.add(`${slug}/lessons/${lesson.slug}/${activity}`)
    }
    for (const activity of moduleActivities) all.add(`${slug}/${activity}`)
    if (scenes.length > 0) all.add(`${slug}/scenario`)
    for (const scene of scenes) {
      all.add(`${slug}/scenario/${scene.id}`)
      for (const choice of scene.choices) all.add(`${slug}/scenario/${scene.id}/${choice}`)
    }
    if (items.length > 0) all.add(`${slug}/quiz`)
    for (const item of items) all.add(`${slug}/quiz/${item}`)
  }
  if (outline.course !== undefined) all.add(outline.course)
  const has = (object: string) => {
    const kind = kindOfPath(object)
    return all.has(kind === 'review' || kind === 'reviewed' ? sourceOf(object)! : object)
  }
  return { has, kindOf: (object) => (object === outline.course ? 'course' : has(object) ? kindOfPath(object) : null) }
}

/**
 * The object of what is said about a piece of the course when it comes back in a review: its own path, with `review` after the module.
 * `networking/quiz/M3-Q01` → `networking/review/quiz/M3-Q01`; a session is about `networking/review`.
 */
export function reviewObject(source: string): string {
  const [module, ...rest] = source.split('/')
  return [module, 'review', ...rest].join('/')
}

/** The piece that a review object is about; null for any other object. */
export function sourceOf(object: string): string | null {
  const [module, part, ...rest] = object.split('/')
  return module && part === 'review' ? [module, ...rest].join('/') : null
}

/** What the path of an object says it is, whether or not there is such an object. */
export function kindOfPath(object: string): ObjectKind | null {
  const [, part, ...rest] = object.split('/')
  if (part === undefined) return 'module'
  switch (part) {
    case 'lessons':
      return (['lesson', 'activity'] as const)[rest.length - 1] ?? null
    case 'scenario':
      return (['scenario', 'scene', 'choice'] as const)[rest.length] ?? null
    case 'quiz':
      return (['quiz', 'item'] as const)[rest.length] ?? null
    case 'review': {
      if (rest.length === 0) return 'review'
      const source = kindOfPath(sourceOf(object)!)
      return source === 'item' || source === 'activity' || source === 'scenario' ? 'reviewed' : null
    }
    default:
      return rest.length === 0 ? 'activity' : null
  }
}

/** The module that an object belongs to. */
export function moduleOf(object: string): string {
  return object.split('/', 1)[0]!
}
