// A worker's first file: the same bundle, from the same compiled code.
'use strict'
const { join } = require('node:path')

require('./start.cjs').load(join(__dirname, 'cli.cjs')).work()
