// Counts what is done to files of one folder, and at a chosen operation fails, or ends the process as kill -9 does.
'use strict'
const fs = require('node:fs')
const { syncBuiltinESMExports } = require('node:module')

/** Operations that change a folder or a file in it. */
const changing = ['open', 'write', 'fsync', 'rename', 'chmod', 'chown', 'fchmod', 'ftruncate']
const original = {}
for (const name of changing) {
  original[name] = fs[name]
  original[`${name}Sync`] = fs[`${name}Sync`]
}

const writes = (flags) => (typeof flags === 'string' ? /[wa+]/.test(flags) : (flags & 3) !== 0)

/**
 * @param folder only files in it count
 * @param act called at every operation, before it, with its number from 1; may throw
 * @returns puts everything back
 */
exports.watch = (folder, act) => {
  let count = 0
  const mine = new Set()
  const counts = (name, args) => {
    if (typeof args[0] === 'number') return mine.has(args[0])
    return String(args[0]).startsWith(folder) && (name !== 'open' || writes(args[1]))
  }
  for (const name of changing) {
    fs[name] = (...args) => {
      const done = args.at(-1)
      const counted = counts(name, args)
      if (counted) {
        try {
          act(++count, name)
        } catch (error) {
          process.nextTick(done, error)
          return
        }
        if (name === 'open')
          args[args.length - 1] = (error, descriptor) => {
            if (!error) mine.add(descriptor)
            done(error, descriptor)
          }
      }
      original[name](...args)
    }
    fs[`${name}Sync`] = (...args) => {
      const counted = counts(name, args)
      if (counted) act(++count, name)
      const result = original[`${name}Sync`](...args)
      if (counted && name === 'open') mine.add(result)
      return result
    }
  }
  syncBuiltinESMExports()
  return () => {
    for (const [name, operation] of Object.entries(original)) fs[name] = operation
    syncBuiltinESMExports()
  }
}

if (process.env.KILL_AT)
  exports.watch(process.env.KILL_IN, (count) => {
    if (count === Number(process.env.KILL_AT)) process.kill(process.pid, 'SIGKILL')
  })

if (process.env.TELL_IN)
  exports.watch(process.env.TELL_IN, (count) => {
    if (count === 1) fs.writeSync(3, 'begun')
  })
