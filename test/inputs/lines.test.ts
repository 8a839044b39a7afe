// Lines of a big file, and where they begin: the same as in the text as a whole.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LineReader } from '../../src/inputs/lines.ts'
import { withFolder } from '../cli/run-cli.ts'

const text = `\uFEFF一\n\r\n${'溪'.repeat(200_000)}𠮷\n${Array.from({ length: 3000 }, (_, i) => `${i} 山间札记 𠮷 é`).join('\n')}`
const lines = text.split(/(?<=\n)/)
const starts = lines.map((_, index) => lines.slice(0, index).join('').length)

test('forwards, and back again', () =>
  withFolder({ 'a.ndjson': text }, async (cwd) => {
    const reader = new LineReader(join(cwd, 'a.ndjson'))
    expect(reader.mark).toBe(1)
    for (const index of [0, 1, 2, 3, 4, 700, 3002, 3, 2500, 0])
      expect(reader.at(index + 1)).toEqual({ text: lines[index], from: starts[index] })
    expect(reader.at(lines.length + 1)).toBeUndefined()
    expect(reader.at(1)?.text).toBe(lines[0])
  }))

test('a file that is gone has no lines', () =>
  withFolder({ 'a.ndjson': text }, async (cwd) => {
    const reader = new LineReader(join(cwd, 'a.ndjson'))
    rmSync(join(cwd, 'a.ndjson'))
    expect(reader.at(3000)).toBeUndefined()
    expect(new LineReader(join(cwd, 'a.ndjson')).at(1)).toBeUndefined()
  }))
