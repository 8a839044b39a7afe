// Runs the bundle on sample drafts and keeps the code that V8 compiled for it beside each file.
// Only the same version of V8 takes it; any other compiles as usual.
'use strict'
const { writeFileSync } = require('node:fs')
const { join } = require('node:path')

const start = require('../dist/start.cjs')
const root = join(__dirname, '..')
const silent = { write: () => {}, isTTY: true, columns: 80 }

async function warm() {
  start.warming = true
  const { main } = start.load(join(root, 'dist/cli.cjs'))
  const runs = [
    ['shanjian-notes.yaml'],
    ['first-attempt.yaml'],
    ['yunqi-software.json'],
    ['wrong-region.yaml', '--format', 'json'],
  ]
  for (const [draft, ...options] of runs) {
    const args = [join(root, 'fixtures/drafts', draft), ...options]
    await main({
      args,
      env: {},
      cwd: root,
      stdout: silent,
      stderr: silent,
      stdin: async () => new Uint8Array(),
      now: Date.now,
    })
  }
  for (const [file, script] of start.scripts) writeFileSync(start.cacheOf(file), script.createCachedData())
}

warm()
