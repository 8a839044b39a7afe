// Fuzzing for as long as you like: every property in turn, a few seconds each, with another seed each time.
//   npm run fuzz -- MINUTES [--only PROPERTY] [--seed N --path P]
import { randomInt } from 'node:crypto'
import { parseArgs } from 'node:util'
import { properties } from './properties.ts'
import type { Failure } from './property.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, seed: { type: 'string' }, path: { type: 'string' } },
})
const { only, seed, path } = values
const minutes = Number(positionals[0] ?? 1)
const chosen = properties.filter(({ name }) => only === undefined || name === only)
if (
  !(minutes > 0) ||
  chosen.length === 0 ||
  (path !== undefined && (seed === undefined || chosen.length > 1))
) {
  console.error('npm run fuzz -- MINUTES [--only PROPERTY] [--seed N --path P]; properties:')
  for (const { name } of properties) console.error(`  ${name}`)
  process.exit(2)
}

/** Milliseconds that a property has before it is the next one's turn. */
const TURN = 5000

const counts = new Map(chosen.map(({ name }) => [name, 0]))

function tell(name: string, { seed, path, error, input }: Failure): void {
  console.log(`\n${name} does not hold. The smallest input found:\n\n${input}\n\n${error}\n`)
  console.log(`Again: npm run fuzz -- 1 --only '${name}' --seed ${seed} --path ${path}\n`)
}

async function fuzz(): Promise<boolean> {
  const end = Date.now() + minutes * 60_000
  do {
    for (const { name, run } of chosen) {
      const own = seed === undefined ? randomInt(2 ** 31) : Number(seed)
      // Where it never ends, or ends the process, the last line says what it was.
      console.error(`${name}, seed ${own}`)
      const time = Math.min(TURN, Math.max(1000, end - Date.now()))
      const order = { seed: own, most: Number.MAX_SAFE_INTEGER }
      const { inputs, failure } = await run(path === undefined ? { ...order, time } : { ...order, path })
      counts.set(name, (counts.get(name) ?? 0) + inputs)
      if (failure !== undefined) {
        tell(name, failure)
        return false
      }
    }
  } while (Date.now() < end && seed === undefined)
  return true
}

const holds = await fuzz()
const width = Math.max(...chosen.map(({ name }) => name.length))
for (const [name, count] of counts) console.log(`${name.padEnd(width)}  ${String(count).padStart(9)}`)
process.exitCode = holds ? 0 : 1
