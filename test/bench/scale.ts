// Many drafts: our program beside other validators and beside the floor, in one run and one table; then time and memory
// against the number of drafts. See README.md.
//   npx tsx test/bench/scale.ts [--files N] [--rounds N] [--jobs N] [--large]
import { spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { availableParallelism, cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { jsonLines, writeDrafts } from './drafts.ts'
import { peerSchema } from './peer-schema.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const bin = join(here, '../../bin/beian-check.js')
const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '3' },
    jobs: { type: 'string' },
    large: { type: 'boolean', default: false },
  },
})
const files = Number(values.files)
const rounds = Number(values.rounds)
/** Threads of ours, which we choose ourselves unless they are given; the floor has as many as there may be. */
const threads = values.jobs === undefined ? [] : ['--jobs', values.jobs]
const workers = values.jobs ?? String(Math.min(4, availableParallelism()))
const folder = mkdtempSync(join(tmpdir(), 'beian-check-bench-'))

/** Seconds, and kilobytes of the process where `time` of GNU is there. */
interface Measure {
  readonly seconds: number
  readonly peak: number | undefined
}

const hasTime = existsSync('/usr/bin/time')

function measure(command: readonly string[]): Measure {
  const [name = '', ...args] = hasTime ? ['/usr/bin/time', '-f', 'peak %M', ...command] : command
  const start = process.hrtime.bigint()
  const { stderr, error, status } = spawnSync(name, args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: 1 << 30,
  })
  const seconds = Number(process.hrtime.bigint() - start) / 1e9
  if (error !== undefined) throw error
  if (status === null || status > 2)
    throw new Error(`${command.join(' ')} ended with ${status}:\n${stderr.slice(-500)}`)
  const peak = /peak (\d+)/.exec(stderr)?.[1]
  return { seconds, peak: peak === undefined ? undefined : Number(peak) }
}

const median = (list: readonly number[]): number => list.toSorted((a, b) => a - b)[list.length >> 1] ?? 0

/** Runs commands in turn, so that all see the same machine. Slow ones run once. */
function compare(commands: ReadonlyMap<string, readonly string[]>): Map<string, Measure> {
  const found = new Map<string, Measure[]>()
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, command] of commands) {
      const before = found.get(name) ?? []
      if ((before[0]?.seconds ?? 0) > 15) continue
      found.set(name, [...before, measure(command)])
    }
  }
  return new Map(
    [...found].map(([name, list]) => [
      name,
      {
        seconds: median(list.map(({ seconds }) => seconds)),
        peak: median(list.map(({ peak }) => peak ?? 0)),
      },
    ]),
  )
}

const inMegabytes = (peak: number | undefined): string => (peak ? `${Math.round(peak / 1024)} MB` : '-')

function row(cells: readonly (string | number)[]): void {
  console.log(`| ${cells.join(' | ')} |`)
}

function beside(): void {
  writeDrafts(join(folder, 'drafts'), 0, files)
  writeFileSync(join(folder, 'schema.json'), JSON.stringify(peerSchema))
  const functionOptions = { schema: peerSchema, allErrors: true }
  // biome-ignore lint/suspicious/noThenProperty: this is Spectral's word
  const rule = { given: '$', severity: 'error', then: { function: 'schema', functionOptions } }
  writeFileSync(join(folder, 'ruleset.json'), JSON.stringify({ rules: { draft: rule } }))
  const peer = (name: string): string => join(here, 'node_modules/.bin', name)
  const own = ['node', bin, ...threads, '--format', 'json=report.json', 'drafts']
  const commands = new Map<string, readonly string[]>([
    ['beian-check', own],
    ['beian-check --cache, nothing changed', [...own, '--cache']],
    ['floor: read and js-yaml', ['node', join(here, 'floor.mjs'), workers, 'drafts']],
  ])
  if (existsSync(peer('ajv'))) {
    commands.set('ajv-cli', [
      peer('ajv'),
      'validate',
      '--all-errors',
      '--spec=draft2019',
      '-s',
      'schema.json',
      '-d',
      'drafts/**/*.yaml',
    ])
    commands.set('@sourcemeta/jsonschema (C++)', [
      peer('jsonschema'),
      'validate',
      'schema.json',
      'drafts',
      '--extension',
      '.yaml',
      '--continue',
    ])
    commands.set('Spectral CLI', [
      peer('spectral'),
      'lint',
      'drafts/**/*.yaml',
      '--ruleset',
      'ruleset.json',
      '--quiet',
    ])
  }
  measure([...own, '--cache'])
  const found = compare(commands)
  const [first] = found.values()
  console.log(`\n${files} YAML drafts, medians of ${rounds} (one round for what takes more than 15 s)\n`)
  row(['', 'time', 'to beian-check', 'peak memory'])
  row(['---', '---:', '---:', '---:'])
  for (const [name, { seconds, peak }] of found)
    row([
      name,
      `${seconds.toFixed(2)} s`,
      `${(seconds / (first?.seconds ?? 1)).toFixed(2)}×`,
      inMegabytes(peak),
    ])
}

function writeLines(file: string, count: number): void {
  const descriptor = openSync(file, 'w')
  for (const piece of jsonLines(0, count)) writeSync(descriptor, piece)
  closeSync(descriptor)
}

function growth(): void {
  console.log('\nTime and memory against the number of drafts, clashes looked for between all of them\n')
  row(['drafts', 'as', 'time', 'a thousand', 'peak memory'])
  row(['---:', '---', '---:', '---:', '---:'])
  const sizes = values.large ? [1000, 10_000, 100_000, 1_000_000] : [1000, 10_000, 100_000]
  for (const kind of ['lines of NDJSON', 'YAML files'] as const) {
    for (const count of sizes) {
      if (kind === 'YAML files' && count > 100_000) continue
      const input = join(folder, kind === 'YAML files' ? `d${count}` : `d${count}.ndjson`)
      if (kind === 'YAML files') writeDrafts(input, 0, count)
      else writeLines(input, count)
      const { seconds, peak } = measure(['node', bin, ...threads, '--format', 'json=report.json', input])
      row([
        count,
        kind,
        `${seconds.toFixed(2)} s`,
        `${((seconds * 1000 * 1000) / count).toFixed(0)} ms`,
        inMegabytes(peak),
      ])
      rmSync(input, { recursive: true })
    }
  }
}

try {
  console.log(
    `node ${process.version}, ${cpus()[0]?.model ?? '?'}, ${availableParallelism()} processors, ${workers} workers of the floor`,
  )
  beside()
  growth()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
