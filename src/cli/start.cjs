// Starts the bundle. Compiling it takes as long as checking a draft, so compiled code is kept where that is possible:
// Node 22 and newer do it themselves; for the Node that built this folder, the build left it beside each file.
'use strict'
const { existsSync, readFileSync } = require('node:fs')
const { basename, dirname, join } = require('node:path')
const { Script } = require('node:vm')

/** Files loaded from compiled code, by name; the build reads it. */
const scripts = new Map()
const loaded = new Map()

/** Compiled code fits one V8 on one kind of processor. */
const cacheOf = (file) => `${file}.${process.versions.v8}-${process.arch}.cache`

/** Loads a file of the bundle, from its compiled code when there is some that fits this Node. */
function load(file) {
  const known = loaded.get(file)
  if (known !== undefined) return known.exports
  const cache = cacheOf(file)
  if (!existsSync(cache) && !exports.warming) return require(file)
  // The bundle is ASCII: one byte a character is all there is.
  const source = `(function (exports, require, module, __filename, __dirname) {${readFileSync(file, 'latin1')}\n})`
  const cachedData = exports.warming ? undefined : readFileSync(cache)
  // Compiled code keeps this name: not that of a folder of the machine that built it. A copy, as a piece of a string
  // would bring the whole with it.
  const filename = `beian-check/${Buffer.from(basename(file))}`
  const script = new Script(source, { filename, ...(cachedData && { cachedData }) })
  scripts.set(file, script)
  const entry = { exports: {} }
  loaded.set(file, entry)
  const near = (name) => (name.startsWith('./lib/') ? load(join(__dirname, name)) : require(name))
  script.runInThisContext()(entry.exports, near, entry, file, dirname(file))
  return entry.exports
}

exports.warming = false
exports.cacheOf = cacheOf
exports.scripts = scripts
exports.load = load
exports.start = () => {
  // Loading node:module takes half a millisecond, for nothing where Node has no such cache.
  if (Number.parseInt(process.versions.node, 10) >= 22) require('node:module').enableCompileCache?.()
  return load(join(__dirname, 'cli.cjs')).run()
}
