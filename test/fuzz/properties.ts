// What holds of every input, whoever made it. Shared by the short fuzzing in the tests and the long one, `npm run fuzz`.
import assert from 'node:assert/strict'
import { setImmediate } from 'node:timers/promises'
import type { Node } from 'yaml'
import { catalogue } from '../../src/draft/catalogue.ts'
import { exactYaml } from '../../src/draft/exact.ts'
import type { Field, Path } from '../../src/draft/field.ts'
import { type PlainNode, plainTree } from '../../src/draft/plain-tree.ts'
import { readText } from '../../src/draft/read.ts'
import { exactShape, openTree } from '../../src/draft/tree.ts'
import { checkDraftText, fixDraftText } from '../../src/library/node.ts'
import type { CheckResult } from '../../src/library/types.ts'
import { builtinIds } from '../../src/profile/builtin.ts'
import type { ReportedFinding } from '../../src/report/json.ts'
import { type Result, runCli, withFolder } from '../cli/run-cli.ts'
import fc from '../property.ts'
import { TODAY } from '../rules/check-rule.ts'
import { anyDrafts, type File, files, jsonTexts, laidOut, runs, type Text, yamlTexts } from './inputs.ts'
import { ofText, type Property, property } from './property.ts'

/** Milliseconds of the processor that a small file may take. */
const MOST_TIME = 2000

/** Does a work, which may neither take long nor make the process warn. */
async function quickly<T>(work: () => Promise<T>): Promise<T> {
  const warnings: Error[] = []
  const note = (warning: Error): void => void warnings.push(warning)
  process.on('warning', note)
  const before = process.cpuUsage()
  try {
    return await work()
  } finally {
    const { user, system } = process.cpuUsage(before)
    // Warnings come a little later.
    await setImmediate()
    process.off('warning', note)
    assert.deepEqual(warnings, [])
    assert.ok((user + system) / 1000 < MOST_TIME, `took ${(user + system) / 1000} ms`)
  }
}

async function checkAnyFile({ name, bytes }: File): Promise<void> {
  const call = { files: { [name]: bytes } }
  const { status, stdout, stderr } = await quickly(() =>
    runCli([name, '--format', 'json', '--lang', 'en'], call),
  )
  assert.ok([0, 1, 2].includes(status), `status ${status}: ${stderr}`)
  assert.doesNotMatch(stderr, /tool itself failed|内部出错/)
  const { version, summary, files: found } = JSON.parse(stdout)
  assert.equal(version, 1)
  assert.ok(found.length <= 1)
  if (status === 1) assert.ok(summary.errors > 0)
  // What cannot be read is told, in the report or beside it.
  if (status === 2 && stderr === '')
    assert.ok(
      found[0].findings.some(({ rule }: { rule: string }) => rule === 'draft/syntax'),
      stdout,
    )
}

const ofBytes = {
  length: ({ bytes }: File) => bytes.length,
  without: ({ name, bytes }: File, from: number, to: number) => ({
    name,
    bytes: bytes.filter((_byte, at) => at < from || at >= to),
  }),
}

/** Whether the form has a path: steps that the file leaves out may be left out, and its last may be a key of the user's. */
function isPathOfForm(path: Path): boolean {
  let field: Field | undefined = catalogue
  for (const [index, step] of path.entries()) {
    if (field?.kind === 'list') {
      field = field.item
      if (typeof step === 'number') continue
    }
    if (field?.kind !== 'group' || typeof step !== 'string') return false
    const inner: Field | undefined = Object.hasOwn(field.fields, step) ? field.fields[step] : undefined
    if (inner === undefined) return index === path.length - 1 || step.startsWith('x-')
    field = inner
  }
  return true
}

/** What every finding is like: words, a place inside the text, a path of the form. */
function assertSound({ findings }: CheckResult, text: string): void {
  const lines = text.split('\n')
  for (const { message, hint, path, line, column, endLine, endColumn } of findings) {
    assert.ok(message !== '' && hint !== '')
    for (const bug of ['undefined', 'NaN', '[object '])
      if (!text.includes(bug)) assert.ok(!`${message}${hint}`.includes(bug), message)
    assert.ok(isPathOfForm(path), `path ${JSON.stringify(path)}`)
    assert.ok(line >= 1 && (endLine > line || (endLine === line && endColumn >= column)), message)
    assert.ok(column >= 1 && column <= (lines[line - 1]?.length ?? -1) + 1, message)
    assert.ok(endColumn >= 1 && endColumn <= (lines[endLine - 1]?.length ?? -1) + 1, message)
  }
}

/** What the last drafts were: those before must not change what is said of the next. */
let before: unknown = {}

async function checkAnyValues([value, profile]: readonly [unknown, string]): Promise<void> {
  const text = JSON.stringify(value, null, 2)
  const options = { profile, today: TODAY, file: 'a.json' }
  const zh = await quickly(() => checkDraftText(text, options))
  assertSound(zh, text)
  await checkDraftText(JSON.stringify(before), options)
  before = value
  assert.deepEqual(await checkDraftText(text, options), zh)
  const en = await checkDraftText(text, { ...options, language: 'en' })
  assertSound(en, text)
  const bare = ({ findings }: CheckResult) =>
    findings.map(({ rule, severity, path, line, column }) => [rule, severity, path, line, column])
  assert.deepEqual(bare(en), bare(zh))
}

/** The readers write nothing in two ways; to a draft it is the same. */
const withoutNull = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value ?? null, (_key, inner) => inner ?? ''))

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== ''

/** The drafts among the documents of a file: the items of a single list, or all that have something in them. */
function draftsOf(documents: readonly unknown[]): readonly unknown[] {
  const [single] = documents
  if (documents.length === 1 && Array.isArray(single)) return single
  const filled = documents.filter(isFilled)
  return filled.length > 0 ? filled : [null]
}

async function compareYamlReaders(text: string): Promise<void> {
  const exact = exactYaml(text)
  const { documents, problems } = await readText(text, 'yaml')
  if (exact.problems.length > 0 || text.includes('\0')) {
    assert.ok(problems.length > 0, 'the fast reader reads what the exact one refuses')
    return
  }
  // A text, and nothing of YAML, is refused later.
  if (problems.length > 0) {
    const isEmpty = !exact.values.some(isFilled)
    assert.ok(isEmpty || exact.values.some((value) => typeof value === 'string'), JSON.stringify(problems))
    return
  }
  const values = documents.map(({ value }) => value)
  assert.deepEqual(withoutNull(values), withoutNull(draftsOf(exact.values)))
  const tree = plainTree(text)
  if (tree === undefined) return
  const exactTree = openTree(text, 'yaml')
  for (const [index, draft] of (tree.kind === 'list' ? tree.items : [tree]).entries())
    comparePlaces(draft, exactTree.rootOf(index)?.node ?? null)
}

/** Keys and texts stand where the exact reader has them, mappings and lists begin there. */
function comparePlaces(plain: PlainNode, exact: Node | null): void {
  assert.ok(exact !== null)
  const [from, to] = exactShape.range(exact) ?? []
  assert.equal(plain.from, from)
  if (plain.kind === 'text') {
    assert.deepEqual([plain.words, plain.to], [exactShape.words(exact), to])
  } else if (plain.kind === 'list') {
    for (const [index, item] of plain.items.entries())
      comparePlaces(item, exactShape.item(exact, index) ?? null)
  } else {
    const pairs = exactShape.pairs(exact)
    assert.equal(pairs.length, plain.pairs.length)
    for (const [index, { key, value }] of plain.pairs.entries()) {
      comparePlaces(key, pairs[index]?.key ?? null)
      comparePlaces(value, pairs[index]?.value ?? null)
    }
  }
}

/** The same values, with numbers as they are written. */
function assertSameJson(read: unknown, parsed: unknown, text: string): void {
  if (typeof parsed === 'number') {
    assert.ok(typeof read === 'string' && text.includes(read))
    assert.equal(Number(read), parsed)
  } else if (typeof parsed === 'object' && parsed !== null) {
    assert.ok(typeof read === 'object' && read !== null && Array.isArray(read) === Array.isArray(parsed))
    assert.deepEqual(Object.keys(read), Object.keys(parsed))
    for (const [key, value] of Object.entries(parsed)) assertSameJson(Reflect.get(read, key), value, text)
  } else assert.equal(read, parsed)
}

const unmarked = (text: string): string => text.replace(/^\uFEFF/, '')

async function compareJsonReaders(text: string): Promise<void> {
  const { documents, problems } = await readText(text, 'json')
  let parsed: unknown
  try {
    parsed = JSON.parse(unmarked(text))
  } catch {
    assert.ok(problems.length > 0, 'reads what is no JSON')
    return
  }
  const [problem] = problems
  const twice = exactYaml(text).problems.some(({ cause }) => cause === 'duplicateKey')
  if (Array.isArray(parsed) && parsed.length === 0) assert.equal(problem?.cause, 'empty')
  else if (problem === undefined) {
    assert.ok(!twice, 'a key stands twice')
    const values = documents.map(({ value }) => value)
    assertSameJson(values, Array.isArray(parsed) ? parsed : [parsed], text)
  } else assert.ok(problem.cause === 'duplicateKey' || problem.cause === 'tooDeep', problem.cause)
}

/** A file of lines holds what its lines hold. */
async function compareLines(text: string): Promise<void> {
  const { documents, problems } = await readText(text, 'lines')
  if (text.includes('\0') || unmarked(text).trim() === '') return
  let number = 0
  for (const [index, line] of text.split('\n').entries()) {
    const body = index === 0 ? unmarked(line) : line
    if (body.trim() === '') continue
    const alone = await readText(`[${body}]`, 'json')
    const found = documents.filter(({ document }) => document === number)
    const wrong = problems.filter(({ document }) => document === number)
    assert.equal(found.length + wrong.length, 1)
    // A line with a comma in it would be two items.
    if (alone.documents.length < 2)
      assert.deepEqual(
        found.map(({ value }) => value),
        alone.documents.map(({ value }) => value),
      )
    number += 1
  }
  assert.equal(documents.length + problems.length, number)
}

const lines = fc.array(jsonTexts, { maxLength: 4 }).map((all) => all.join('\n'))

const texts: fc.Arbitrary<Text> = fc.oneof(
  yamlTexts.map((text) => ({ file: 'a.yaml', text })),
  jsonTexts.map((text) => ({ file: 'a.json', text })),
  laidOut,
)

const ofTexts = {
  length: ({ text }: Text) => text.length,
  without: ({ file, text }: Text, from: number, to: number) => ({
    file,
    text: ofText.without(text, from, to),
  }),
}

/** Safe fixes give a text that reads, and are not asked for again. */
async function checkSafeFixes({ file, text }: Text): Promise<void> {
  const options = { profile: 'today', today: TODAY, file }
  const first = await checkDraftText(text, options)
  const fixed = await quickly(() => fixDraftText(text, options))
  if (first.broken) {
    assert.equal(fixed.text, text)
    return
  }
  assert.equal(fixed.left.broken, false, 'the fixed text cannot be read')
  const keyOf = ({ rule, path }: ReportedFinding): string => JSON.stringify([rule, path])
  const refused = fixed.refused.map(keyOf)
  const again = fixed.left.findings.filter(
    (finding) => finding.fix?.safe && !refused.includes(keyOf(finding)),
  )
  assert.deepEqual(again, [])
  const second = await fixDraftText(fixed.text, options)
  assert.equal(second.text, fixed.text)
}

interface FoundFile {
  readonly path: string
  readonly findings: readonly ReportedFinding[]
}

/** What is said of each file by itself, and which rules tell of clashes: the order decides at which draft. */
function saidOf({ stdout }: Result): unknown {
  const { files: found }: { files: readonly FoundFile[] } = JSON.parse(stdout)
  const isClash = ({ rule }: ReportedFinding): boolean => rule.startsWith('conflict/')
  const clashes = found.flatMap(({ findings }) => findings.filter(isClash).map(({ rule }) => rule))
  const others = found.map(({ path, findings }) => [path, findings.filter((each) => !isClash(each))] as const)
  return { clashes: [...new Set(clashes)].sort(), others: others.sort(([a], [b]) => (a < b ? -1 : 1)) }
}

/** Neither the order of files nor the parts that a run is divided into change what is found. */
async function checkOrder([texts, turn, count]: readonly [readonly string[], number, number]): Promise<void> {
  const files = Object.fromEntries(texts.map((text, index) => [`${index}.yaml`, text]))
  const names = Object.keys(files)
  const turned = [...names.slice(turn % names.length), ...names.slice(0, turn % names.length)].reverse()
  await withFolder(files, async (cwd) => {
    const whole = await runCli([...names, '--format', 'json'], { cwd })
    const other = await runCli([...turned, '--format', 'json'], { cwd })
    assert.equal(other.status, whole.status)
    assert.deepEqual(saidOf(other), saidOf(whole))
    const parts = Array.from({ length: count }, (_, index) => `${index + 1}.shard`)
    for (const [index, part] of parts.entries())
      await runCli([...names, '--shard', `${index + 1}/${count}`, '--shard-report', part, '--quiet'], { cwd })
    const merged = await runCli(['merge', ...parts, '--format', 'json'], { cwd })
    assert.equal(merged.stdout, whole.stdout)
    assert.equal(merged.status, whole.status)
  })
}

/** Every property, in the order in which they are tried. */
export const properties: readonly Property[] = [
  property('any file', files, checkAnyFile, ofBytes),
  property('any value in any field', fc.tuple(anyDrafts, fc.constantFrom(...builtinIds())), checkAnyValues),
  property('readers of YAML', yamlTexts, compareYamlReaders, ofText),
  property('readers of JSON', jsonTexts, compareJsonReaders, ofText),
  property('lines of JSON', lines, compareLines, ofText),
  property('order and parts', fc.tuple(runs, fc.nat(4), fc.integer({ min: 1, max: 3 })), checkOrder),
  property('safe fixes', texts, checkSafeFixes, ofTexts),
]
