// Writes into a draft that a finding is to be ignored: a comment in YAML, an entry of `x-beian-check-ignore` in JSON.
import type { Path } from './field.ts'
import { type Format, readText } from './read.ts'
import { sameData } from './same.ts'

/** What is to be ignored, and where it stands. */
export interface IgnoreEntry {
  readonly rule: string
  readonly reason: string
  readonly document: number
  /** From 1. */
  readonly line: number
  readonly path: Path
}

const KEY = 'x-beian-check-ignore'

/** The text with the ignore in it; undefined where it cannot be written without changing what the draft says. */
export async function withIgnore(
  text: string,
  format: Format,
  entry: IgnoreEntry,
): Promise<string | undefined> {
  const edited = format === 'yaml' ? withComment(text, entry) : await withKey(text, format, entry)
  if (edited === undefined) return undefined
  return (await sayTheSame(text, edited, format)) ? edited : undefined
}

/** A line of its own above the value, at the value's margin. */
function withComment(text: string, { rule, reason, line }: IgnoreEntry): string | undefined {
  const lines = text.split('\n')
  const target = lines[line - 1]
  if (target === undefined) return undefined
  const mark = line === 1 && target.startsWith('\uFEFF') ? '\uFEFF' : ''
  const plain = target.slice(mark.length)
  const margin = /^ */.exec(plain)?.[0] ?? ''
  const end = target.endsWith('\r') ? '\r' : ''
  const comment = `${mark}${margin}# beian-check-ignore ${rule}: ${reason.replace(/\s+/g, ' ').trim()}${end}`
  lines.splice(line - 1, 1, comment, plain)
  return lines.join('\n')
}

async function withKey(text: string, format: Format, entry: IgnoreEntry): Promise<string | undefined> {
  const { applyEdits, modify, parse } = await import('jsonc-parser')
  const add = (json: string, root: (string | number)[]): string => {
    const value: unknown = parse(json)
    let holder = value
    for (const step of root)
      holder = typeof holder === 'object' && holder !== null ? Reflect.get(holder, step) : undefined
    const known: unknown =
      typeof holder === 'object' && holder !== null ? Reflect.get(holder, KEY) : undefined
    const made = { rule: entry.rule, path: entry.path.join('.'), reason: entry.reason }
    const indent = /\n([ \t]+)"/.exec(json)?.[1] ?? ''
    const formattingOptions = {
      insertSpaces: !indent.startsWith('\t'),
      tabSize: indent.length === 0 ? 2 : indent.length,
      eol: json.includes('\r\n') ? '\r\n' : '\n',
    }
    const options = json.includes('\n') ? { formattingOptions } : {}
    return Array.isArray(known)
      ? applyEdits(
          json,
          modify(json, [...root, KEY, known.length], made, { ...options, isArrayInsertion: true }),
        )
      : applyEdits(json, modify(json, [...root, KEY], [made], options))
  }
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : ''
  if (format === 'json') {
    const json = text.slice(mark.length)
    return mark + add(json, /^\s*\[/.test(json) ? [entry.document] : [])
  }
  // A draft a line.
  let number = -1
  const lines = text.split('\n').map((line) => {
    if (line.replace('\uFEFF', '').trim() !== '') number += 1
    else return line
    if (number !== entry.document) return line
    const end = line.endsWith('\r') ? '\r' : ''
    const first = line.startsWith('\uFEFF') ? '\uFEFF' : ''
    return first + add(line.slice(first.length, line.length - end.length), []) + end
  })
  return lines.join('\n')
}

/** Whether both texts say the same, but for what is to be ignored. */
async function sayTheSame(a: string, b: string, format: Format): Promise<boolean> {
  const plain = async (text: string): Promise<unknown> => {
    const { documents, problems } = await readText(text, format)
    if (problems.length > 0) return undefined
    const copy: { value: unknown }[] = JSON.parse(JSON.stringify(documents))
    for (const { value } of copy)
      if (typeof value === 'object' && value !== null) Reflect.deleteProperty(value, KEY)
    return copy
  }
  const [was, is] = [await plain(a), await plain(b)]
  return was !== undefined && sameData(was, is)
}
