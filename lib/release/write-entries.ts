/** migrations.yaml with more entries, one a line. What stands in the file stays, remarks too. Pure. */
import { type Document, isCollection, isSeq, parseDocument } from 'yaml'
import { type Migration, migrationsSchema } from '#lib/course/schema.ts'

/** @throws where the file is not a list: it was read as one before, so this is a mistake of the program */
export function withEntries(text: string, entries: readonly Migration[]): string {
  if (entries.length === 0) return text
  const document: Document = parseDocument(text)
  if (document.contents === null) document.contents = document.createNode([])
  const list = document.contents
  if (!isSeq(list)) throw new Error('migrations.yaml is not a list.')
  list.flow = false
  for (const entry of entries) {
    const node = document.createNode(entry)
    if (isCollection(node)) node.flow = true
    list.add(node)
  }
  const written = document.toString({ lineWidth: 0 })
  migrationsSchema.parse(parseDocument(written).toJS())
  return written
}
