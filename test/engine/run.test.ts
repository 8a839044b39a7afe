// What a run makes of the work of others: other threads send what they found packed.
import { expect, test } from 'vitest'
import { ruleTable } from '../../rules/index.ts'
import { settingsOf } from '../../src/cli/session.ts'
import { pack } from '../../src/engine/pack.ts'
import { run, type Supply } from '../../src/engine/run.ts'
import { localScanner } from '../../src/engine/scan.ts'
import { NOW, quietIo } from '../cli/run-cli.ts'

const supply: Supply = {
  load: async () => ({ text: 'subject: {nature: 私企}\n', format: 'yaml' }),
  settings: (_file, draft) => settingsOf('jinyong', draft.subject.province, quietIo(NOW)),
  rule: (id) => ruleTable().get(id),
}

const own = localScanner(supply)

/** Does the work as other threads do it. */
const packing = {
  ...own,
  width: 2,
  scan: async (batch: Parameters<typeof own.scan>[0]) => {
    const { notable, ...rest } = await own.scan(batch)
    return { ...rest, notable: notable instanceof Uint8Array ? notable : pack(notable) }
  },
}

test.each([1, 3, 40])('of %i files', async (count) => {
  const tasks = Array.from({ length: count }, (_, index) => ({ file: `${index}.yaml` }))
  const found = async (scanner: typeof own) => {
    const { report } = await run(tasks, supply, { scanner })
    return [...report.files].map(({ file, findings }) => [file, [...findings]])
  }
  const expected = await found(own)
  expect(expected).toHaveLength(count)
  expect(expected[0]?.[1]?.length).toBeGreaterThan(0)
  expect(await found(packing)).toEqual(expected)
})
