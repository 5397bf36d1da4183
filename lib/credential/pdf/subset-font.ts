/**
 * Cuts a font down to some of its glyphs, and a variable font to one place on its axes, by HarfBuzz (WebAssembly). The result is a plain
 * TrueType font whose glyphs keep their numbers, as a PDF embeds it. Invariant: nothing of one call stays in the memory of the module.
 */
import { packageFile } from '#lib/credential/font-store.ts'

type Native = {
  memory: WebAssembly.Memory
  _initialize(): void
  malloc(bytes: number): number
  free(at: number): void
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number
  hb_blob_destroy(blob: number): void
  hb_blob_get_data(blob: number, length: number): number
  hb_blob_get_length(blob: number): number
  hb_face_create(blob: number, index: number): number
  hb_face_destroy(face: number): void
  hb_face_reference_blob(face: number): number
  hb_set_add(set: number, value: number): void
  hb_subset_input_create_or_fail(): number
  hb_subset_input_destroy(input: number): void
  hb_subset_input_glyph_set(input: number): number
  hb_subset_input_set(input: number, kind: number): number
  hb_subset_input_set_flags(input: number, flags: number): void
  hb_subset_input_pin_all_axes_to_default(input: number, face: number): number
  hb_subset_input_pin_axis_location(input: number, face: number, tag: number, value: number): number
  hb_subset_or_fail(face: number, input: number): number
}

/** hb-subset.h and hb-blob.h */
const readOnly = 1
const droppedTables = 3
/** no hinting, glyphs keep their numbers, the box for a missing glyph is drawn */
const flags = 0x1 | 0x2 | 0x40
/** A PDF finds glyphs by number and text by its own map; it needs neither layout nor names. */
const unneeded = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'MATH', 'name', 'STAT', 'meta', 'DSIG', 'gasp']

let loading: Promise<Native> | undefined

function load(): Promise<Native> {
  loading ??= packageFile('harfbuzzjs/dist/harfbuzz-subset.wasm')
    .then((bytes) => WebAssembly.instantiate(bytes))
    .then(({ instance }) => {
      const native = instance.exports as unknown as Native
      native._initialize()
      return native
    })
  loading.catch(() => {
    loading = undefined
  })
  return loading
}

/**
 * @param sfnt the whole font. @param axes where on the axes of a variable font; the others stay at their default
 * @throws where the font cannot be read
 */
export async function subsetFont(
  sfnt: Uint8Array,
  { axes, glyphs }: { axes: Readonly<Record<string, number>>; glyphs: Iterable<number> },
): Promise<Uint8Array> {
  const native = await load()
  const data = native.malloc(sfnt.length)
  new Uint8Array(native.memory.buffer).set(sfnt, data)
  const blob = native.hb_blob_create(data, sfnt.length, readOnly, 0, 0)
  const face = native.hb_face_create(blob, 0)
  const input = native.hb_subset_input_create_or_fail()
  try {
    native.hb_subset_input_set_flags(input, flags)
    for (const name of unneeded) native.hb_set_add(native.hb_subset_input_set(input, droppedTables), tagOf(name))
    for (const glyph of glyphs) native.hb_set_add(native.hb_subset_input_glyph_set(input), glyph)
    native.hb_subset_input_pin_all_axes_to_default(input, face)
    for (const [axis, value] of Object.entries(axes)) native.hb_subset_input_pin_axis_location(input, face, tagOf(axis), value)
    return readFace(native, native.hb_subset_or_fail(face, input))
  } finally {
    native.hb_subset_input_destroy(input)
    native.hb_face_destroy(face)
    native.hb_blob_destroy(blob)
    native.free(data)
  }
}

function readFace(native: Native, face: number): Uint8Array {
  if (face === 0) throw new Error('The font could not be cut down')
  const blob = native.hb_face_reference_blob(face)
  const start = native.hb_blob_get_data(blob, 0)
  const bytes = new Uint8Array(native.memory.buffer).slice(start, start + native.hb_blob_get_length(blob))
  native.hb_blob_destroy(blob)
  native.hb_face_destroy(face)
  return bytes
}

function tagOf(name: string): number {
  return [...name].reduce((tag, letter) => (tag << 8) | letter.charCodeAt(0), 0)
}
