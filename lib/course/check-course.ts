/**
 * Every rule, over the whole course. Pure: what a rule needs to know is in the course it is given.
 * While a file cannot be read, nobody knows what stands in it. So the rules that would miss it are silent until then: one
 * slip of the finger is one problem, and nobody is asked what became of pieces that are all still there.
 */
import type { LoadedCourse } from './loaded.ts'
import type { Finding } from './problem.ts'
import { activityPlace } from './rules/activity-place.ts'
import { brokenLink } from './rules/broken-link.ts'
import { carriedOn } from './rules/carried-on.ts'
import { deadEndActivity } from './rules/dead-end-activity.ts'
import { headingOrder } from './rules/heading-order.ts'
import { keyByLength } from './rules/key-by-length.ts'
import { lessonCode } from './rules/lesson-code.ts'
import { moduleCodes } from './rules/module-codes.ts'
import { objectiveWithoutItem } from './rules/objective-without-item.ts'
import { objectiveWithoutLesson } from './rules/objective-without-lesson.ts'
import { objectiveWithoutPractice } from './rules/objective-without-practice.ts'
import { oneKey } from './rules/one-key.ts'
import { partsThatFit } from './rules/parts-that-fit.ts'
import { pictureWithoutText } from './rules/picture-without-text.ts'
import { publishedIds } from './rules/published-ids.ts'
import { quizBlueprint } from './rules/quiz-blueprint.ts'
import { recallKeywords } from './rules/recall-keywords.ts'
import { repeatedId } from './rules/repeated-id.ts'
import type { Rule } from './rules/rule.ts'
import { scenarioProof } from './rules/scenario-proof.ts'
import { skillLesson } from './rules/skill-lesson.ts'
import { stillToWrite } from './rules/still-to-write.ts'
import { unknownCategory } from './rules/unknown-category.ts'
import { unknownFact } from './rules/unknown-fact.ts'
import { unknownField } from './rules/unknown-field.ts'
import { unknownIndicator } from './rules/unknown-indicator.ts'
import { unknownLesson } from './rules/unknown-lesson.ts'
import { unknownObjective } from './rules/unknown-objective.ts'
import { unknownTerm } from './rules/unknown-term.ts'
import { untaughtFact } from './rules/untaught-fact.ts'
import { untaughtTool } from './rules/untaught-tool.ts'

/** These look at one place, or at lists that are there whenever there is a course. */
const ofOnePlace: readonly Rule[] = [
  activityPlace,
  deadEndActivity,
  headingOrder,
  keyByLength,
  lessonCode,
  moduleCodes,
  oneKey,
  partsThatFit,
  pictureWithoutText,
  recallKeywords,
  repeatedId,
  scenarioProof,
  skillLesson,
  stillToWrite,
  unknownCategory,
  unknownField,
  unknownIndicator,
  unknownLesson,
  unknownObjective,
]

/** These look for something in all files. */
const ofAllFiles: readonly Rule[] = [
  brokenLink,
  carriedOn,
  objectiveWithoutItem,
  objectiveWithoutLesson,
  objectiveWithoutPractice,
  publishedIds,
  quizBlueprint,
  untaughtFact,
  untaughtTool,
]

/** These look something up in one file. */
const ofOneList: readonly (readonly [file: string, rule: Rule])[] = [
  ['facts.yaml', unknownFact],
  ['glossary.yaml', unknownTerm],
]

const none: ReadonlySet<string> = new Set()

/** @param unreadable files of the course whose content is not in it */
export function checkCourse(course: LoadedCourse, unreadable: ReadonlySet<string> = none): Finding[] {
  const rules = [
    ...ofOnePlace,
    ...(unreadable.size === 0 ? ofAllFiles : []),
    ...ofOneList.flatMap(([file, rule]) => (unreadable.has(file) ? [] : [rule])),
  ]
  return rules.flatMap((rule) => rule(course)).filter(({ file }) => !unreadable.has(file))
}
