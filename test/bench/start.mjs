// Cold start: one draft, whole process, against bare `node -e 0`, in one run. Interleaved, so that both see the
// same machine. Usage: npm run bench [-- ROUNDS]
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const rounds = Number(process.argv[2] ?? 40)
const bin = `${root}/bin/beian-check.js`
const commands = {
  'node -e 0': ['-e', '0'],
  'clean draft (YAML)': [bin, `${root}/fixtures/drafts/shanjian-notes.yaml`],
  'clean draft (JSON)': [bin, `${root}/fixtures/drafts/yunqi-software.json`],
  'draft with findings': [bin, `${root}/fixtures/drafts/first-attempt.yaml`],
  'with findings, --format json': [bin, '--format', 'json', `${root}/fixtures/drafts/first-attempt.yaml`],
  '--version': [bin, '--version'],
}

const times = Object.fromEntries(Object.keys(commands).map((name) => [name, []]))
for (let round = -2; round < rounds; round += 1) {
  for (const [name, args] of Object.entries(commands)) {
    const start = process.hrtime.bigint()
    spawnSync(process.execPath, args, { stdio: 'ignore' })
    if (round >= 0) times[name].push(Number(process.hrtime.bigint() - start) / 1e6)
  }
}

const median = (list) => list.toSorted((a, b) => a - b)[list.length >> 1]
const base = median(times['node -e 0'])
console.log(`node ${process.version}, ${rounds} rounds, medians`)
for (const [name, list] of Object.entries(times)) {
  const value = median(list)
  console.log(`${name.padEnd(30)} ${value.toFixed(1).padStart(7)} ms  ${(value / base).toFixed(2)}x`)
}
