// The floor: reads files and parses their values with js-yaml, in as many workers, and does nothing with them.
//   node floor.mjs WORKERS FOLDER
import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { isMainThread, Worker, workerData } from 'node:worker_threads'

if (isMainThread) {
  const [workers, folder] = process.argv.slice(2)
  const files = readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => join(folder, name))
  const share = Math.ceil(files.length / Number(workers))
  for (let i = 0; i < Number(workers); i += 1)
    new Worker(new URL(import.meta.url), { workerData: files.slice(i * share, (i + 1) * share) })
} else {
  const { FAILSAFE_SCHEMA, load } = createRequire(import.meta.url)('js-yaml')
  let drafts = 0
  for (const file of workerData)
    if (load(readFileSync(file, 'utf8'), { schema: FAILSAFE_SCHEMA }) !== undefined) drafts += 1
  if (drafts !== workerData.length) process.exitCode = 1
}
