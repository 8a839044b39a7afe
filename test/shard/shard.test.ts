// Shards put together say what one run says, in every format, and tell nothing of their drafts that may not be told.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { reporterNames } from '../../src/report/index.ts'
import { readShard, shareOf } from '../../src/shard/share.ts'
import { jsonDraft, yamlDraft } from '../bench/drafts.ts'
import { draft, fixtures, unparsable, withError } from '../cli/drafts.ts'
import { NOW, type Result, ROOT, runCli, withFolder } from '../cli/run-cli.ts'
import fc from '../property.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

const fixtureFiles = Object.fromEntries(
  fixtures.map((name) => [`fixtures/${name}`, readFileSync(join(ROOT, 'fixtures/drafts', name))]),
)
const shanjian = { domain: 'shanjian.cn', name: '山间手记' }
const small: Files = {
  ...fixtureFiles,
  'a/first.yaml': draft(shanjian),
  'b/broken.yaml': unparsable,
  'b/gbk.yaml': Buffer.from([0xd6, 0xf7, 0xcc, 0xe5, 0xd0, 0xc5, 0xcf, 0xa2, 0x3a, 0x20, 0xc9, 0xb3, 0x0a]),
  'b/binary.yaml': Uint8Array.of(0xff, 0, 0xfe, 1, 2, 3),
  'c/clash.yaml': draft({ ...shanjian, top: '# 第二份', address: '文三路' }),
  'd/ignored.yaml': draft({
    ...shanjian,
    top: '# beian-check-ignore-file conflict/website: 两份都留着',
    website: 'services: [博客/个人空间] # beian-check-ignore website/no-optional-services: 已问过',
  }),
  'd/unused.yaml': draft({ top: '# beian-check-ignore-file conflict/domain: 从前有过' }),
  'e/lines.ndjson': [3, 13, 23, 113].map((n) => `${jsonDraft(n)}\n`).join(''),
  'f/two.yaml': `${yamlDraft(23)}---\n${yamlDraft(23)}`,
}

/** Lines enough for several pieces; the first and the last are of one website, and one of them sets that aside. */
const many = (mark = ''): string => {
  const lines = Array.from({ length: 1500 }, (_, n) => jsonDraft(n))
  const aside = { 'x-beian-check-ignore': [{ rule: 'conflict/website', path: '', reason: '留着' }] }
  lines[1400] = JSON.stringify({ ...JSON.parse(jsonDraft(7)), ...aside })
  lines[1450] = jsonDraft(8)
  lines[700] = '{"a": 1,}'
  return `${mark}${lines.join('\n')}\n`
}
const large: Files = {
  'a.yaml': yamlDraft(7),
  'big.ndjson': many('\uFEFF'),
  'wide.ndjson': Buffer.from(many('\uFEFF').slice(0, 600_000), 'utf16le'),
  'z.yaml': yamlDraft(8),
}

/** Reports of all formats, by name, and what was said on standard error. */
interface Reports extends Result {
  readonly reports: Readonly<Record<string, string>>
}

async function inAllFormats(
  args: readonly string[],
  folder: string,
  options: Record<string, unknown> = {},
): Promise<Reports> {
  const out = mkdtempSync(join(tmpdir(), 'beian-check-out-'))
  try {
    const formats = reporterNames.flatMap((name) => ['--format', `${name}=${join(out, name)}`])
    const result = await runCli([...args, ...formats], { cwd: folder, ...options })
    const entries = readdirSync(out).map((name) => [name, readFileSync(join(out, name), 'utf8')])
    return { ...result, reports: Object.fromEntries(entries) }
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

const parts = (count: number): string[] => Array.from({ length: count }, (_, i) => `out/${i + 1}.shard`)

/** Runs the parts of a run in a folder; the reports lie in `out`. */
async function runParts(count: number, folder: string, more: readonly string[] = []): Promise<void> {
  mkdirSync(join(folder, 'out'), { recursive: true })
  for (const [i, file] of parts(count).entries())
    await runCli(['--shard', `${i + 1}/${count}`, '--shard-report', file, '--quiet', ...more, '.'], {
      cwd: folder,
    })
}

describe('merge gives the report of one run', () => {
  test.each([
    ['small drafts', 3, small, []],
    ['small drafts', 30, small, ['--profile', 'today', '--rule', 'subject/address-door-number=info']],
    ['large files', 4, large, []],
  ] as const)(
    '%s in %i parts',
    async (_name, count, files, more) => {
      await withFolder(files, async (folder) => {
        const whole = await inAllFormats([...more, '.'], folder)
        await runParts(count, folder, more)
        const merged = await inAllFormats(['merge', ...parts(count)], folder)
        for (const name of reporterNames) expect(merged.reports[name], name).toBe(whole.reports[name])
        expect(merged.stderr).toBe(whole.stderr)
        expect(merged.status).toBe(whole.status)
      })
    },
    120_000,
  )

  test('in English, with a baseline, errors only and a limit of warnings', async () => {
    await withFolder(small, async (folder) => {
      await runCli(['--write-baseline', 'old.json', 'fixtures'], { cwd: folder })
      const words = ['--lang', 'en', '--baseline', 'old.json', '--quiet', '--max-warnings', '0']
      const whole = await runCli([...words, '.'], { cwd: folder })
      await runParts(2, folder, ['--baseline', 'old.json'])
      expect(await runCli(['merge', ...words, ...parts(2)], { cwd: folder })).toEqual(whole)
    })
  })

  test('where the drafts are not at hand', async () => {
    await withFolder(small, async (folder) => {
      const whole = await inAllFormats(['.'], folder)
      await runParts(3, folder)
      await withFolder(
        Object.fromEntries(parts(3).map((name) => [name, readFileSync(join(folder, name))])),
        async (elsewhere) => {
          const merged = await inAllFormats(['merge', ...parts(3)], elsewhere)
          // A page lays out what the drafts say; without them it cannot.
          for (const name of reporterNames.filter((each) => each !== 'html'))
            expect(merged.reports[name], name).toBe(whole.reports[name])
        },
      )
    })
  })
})

describe('the report of a part', () => {
  test('is readable by its owner only and holds no number, phone, mail or address', async () => {
    await withFolder(small, async (folder) => {
      await runParts(1, folder)
      const file = join(folder, 'out/1.shard')
      expect(statSync(file).mode & 0o777).toBe(0o600)
      // The example of a message.
      const text = contentsOf(readFileSync(file)).replaceAll('文三路90号2单元301室', '')
      expect(text).toContain('shanjian.cn')
      const personal =
        /\d{17}[\dX]|(?<![\da-f])1[3-9]\d{9}(?![\da-f])|0\d{2,3}-\d{7,8}|[\w.]{3,}@\w|\d单元\d+室/g
      expect(text.match(personal) ?? []).toEqual([])
    })
  })

  test('comes with the findings of the part, and its status', async () => {
    await withFolder({ 'a.yaml': draft(shanjian), 'b.yaml': withError }, async (folder) => {
      const [first, second] = [
        await runCli(['--shard', '1/2', '.'], { cwd: folder }),
        await runCli(['--shard', '2/2', '.'], { cwd: folder }),
      ]
      expect([first.status, second.status]).toEqual([0, 1])
      expect(first.stderr).toContain('beian-check-1-of-2.shard')
      expect(readdirSync(folder).sort()).toEqual([
        'a.yaml',
        'b.yaml',
        'beian-check-1-of-2.shard',
        'beian-check-2-of-2.shard',
      ])
    })
  })
})

/** Everything that is packed in a file. */
function contentsOf(bytes: Buffer): string {
  const start = bytes.indexOf('\n') + 1
  const size = bytes.readUInt32LE(start)
  let text = bytes.toString('utf8', start + 4, start + 4 + size)
  for (let at = start + 4 + size; at < bytes.length - 32; ) {
    const sizes = [bytes.readUInt32LE(at + 4), bytes.readUInt32LE(at + 8)]
    at += 12
    for (const length of sizes) {
      text += inflateRawSync(bytes.subarray(at, at + length)).toString()
      at += length
    }
  }
  return text
}

describe('what cannot be put together is told', () => {
  const files = { 'a.yaml': draft(shanjian), 'b.yaml': withError }
  const spoil = (name: string, change: (bytes: Buffer) => Uint8Array) => (folder: string) => {
    const file = join(folder, name)
    writeFileSync(file, change(readFileSync(file)))
  }
  test.each([
    ['a part is missing', ['out/1.shard'], undefined, '还少第 2/2 份'],
    [
      'a part is there twice',
      ['out/1.shard', 'out/2.shard', 'out/1.shard'],
      undefined,
      '第 1/2 份给了两次：out/1.shard、out/1.shard',
    ],
    ['a draft instead of a part', ['a.yaml', 'out/1.shard'], undefined, 'a.yaml：这不是 --shard 写出的结果'],
    ['a file that is not there', ['out/9.shard'], undefined, 'out/9.shard：没有这个文件'],
    [
      'a part that was cut off',
      parts(2),
      spoil('out/2.shard', (bytes) => bytes.subarray(0, -9)),
      'out/2.shard：不完整或已损坏',
    ],
    [
      'a part with another byte in it',
      parts(2),
      spoil('out/2.shard', (bytes) => bytes.fill(7, 40, 41)),
      'out/2.shard：不完整或已损坏',
    ],
    [
      'an empty file',
      parts(2),
      spoil('out/2.shard', () => Buffer.alloc(0)),
      'out/2.shard：这不是 --shard 写出的结果',
    ],
  ])('%s', async (_name, named, change, message) => {
    await withFolder(files, async (folder) => {
      await runParts(2, folder)
      change?.(folder)
      const { status, stdout, stderr } = await runCli(['merge', ...named], { cwd: folder })
      expect(stderr).toContain(message)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    })
  })

  test.each([
    ['another profile', ['--profile', 'today'], {}, '用了不同的接入商档案'],
    ['another level', ['--rule', 'contact/phone=off'], {}, '用了不同的 --rule'],
    [
      'another config',
      [],
      { 'beian-check.config.yaml': 'rules: { contact/phone: off }\n' },
      '用了不同的配置',
    ],
    ['other files', [], { 'c.yaml': withError }, '检查的不是同一批文件'],
    ['other drafts', [], { 'a.yaml': withError }, '检查的草稿内容不同'],
  ])('%s', async (_name, more, others, message) => {
    await withFolder(files, async (folder) => {
      await runParts(2, folder)
      await withFolder({ ...files, ...others }, async (elsewhere) => {
        await runParts(2, elsewhere, more)
        writeFileSync(join(folder, 'out/2.shard'), readFileSync(join(elsewhere, 'out/2.shard')))
        const { status, stderr } = await runCli(['merge', ...parts(2)], { cwd: folder })
        expect(stderr).toContain('out/1.shard')
        expect(stderr).toContain(message)
        expect(status).toBe(2)
      })
    })
  })

  test('another day is only noted', async () => {
    await withFolder(files, async (folder) => {
      await runParts(2, folder)
      await runCli(['--shard', '2/2', '--shard-report', 'out/2.shard', '.'], {
        cwd: folder,
        now: NOW + 24 * 3600 * 1000,
      })
      const { status, stderr } = await runCli(['merge', ...parts(2)], { cwd: folder })
      expect(stderr).toContain('out/2.shard：检查的日期是 2026-11-24')
      expect(status).toBe(1)
    })
  })

  test.each([
    ['0/2', '写第几份/共几份'],
    ['3/2', '写第几份/共几份'],
    ['half', '写第几份/共几份'],
  ])('--shard %s', async (word, message) => {
    const { status, stderr } = await runCli(['--shard', word, '.'], { files })
    expect(stderr).toContain(message)
    expect(status).toBe(2)
  })

  /** With a checksum that fits: made by something else, or by another hand. */
  const forged = (body: Uint8Array): Uint8Array =>
    Buffer.concat([body, createHash('sha256').update(body).digest()])
  /** The first line, as it is. */
  const LINE = 20
  const headed = (body: Buffer, head: string): Buffer => {
    const size = Buffer.alloc(4)
    size.writeUInt32LE(Buffer.byteLength(head))
    return Buffer.concat([body.subarray(0, LINE), size, Buffer.from(head)])
  }
  const flipped = (body: Buffer): Buffer => {
    const copy = Buffer.from(body)
    // In the first batch, behind the head and the batch's own.
    const at = LINE + 4 + copy.readUInt32LE(LINE) + 20
    copy[at] = (copy[at] ?? 0) ^ 255
    return copy
  }
  test.each<[string, (body: Buffer) => Uint8Array]>([
    ['nothing but its first line', (body) => body.subarray(0, LINE)],
    ['a size beyond its end', (body) => Buffer.concat([body.subarray(0, LINE), Buffer.alloc(4, 0x7f)])],
    ['a head that is no JSON', (body) => headed(body, 'hello')],
    ['a head that is null', (body) => headed(body, 'null')],
    ['a head that lacks what it should say', (body) => headed(body, '{"version":"0.1.0"}')],
    ['a batch that is cut off', (body) => body.subarray(0, -10)],
    ['a batch that cannot be unpacked', flipped],
  ])('a forged part: %s', async (_name, change) => {
    await withFolder(files, async (folder) => {
      await runParts(2, folder)
      const file = join(folder, 'out/1.shard')
      writeFileSync(file, forged(change(readFileSync(file).subarray(0, -32))))
      const { status, stdout, stderr } = await runCli(['merge', ...parts(2)], { cwd: folder })
      expect(stderr).toBe('out/1.shard：不完整或已损坏，请重新运行这一份\n')
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    })
  })

  test.each([
    ['a file of something else', 'notes.txt', '不能写入 notes.txt：里面是别的内容'],
    ['a folder', 'sub', 'sub：本份结果写不进去（EISDIR）'],
    ['a place below a file', 'notes.txt/x.shard', 'notes.txt/x.shard：本份结果写不进去（E'],
    ['a pipe', 'pipe', '不能写入 pipe：这是管道或设备'],
  ])('a part is not written to %s', async (_name, target, message) => {
    const others = { ...files, 'notes.txt': 'keep\n', 'sub/c.yaml': draft(shanjian) }
    await withFolder(others, async (folder) => {
      spawnSync('mkfifo', [join(folder, 'pipe')])
      const words = ['--shard', '1/2', '--shard-report', target, 'a.yaml', 'b.yaml']
      const { status, stdout, stderr } = await runCli(words, { cwd: folder })
      expect(stderr).toContain(message)
      expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
      expect(readFileSync(join(folder, 'notes.txt'), 'utf8')).toBe('keep\n')
      expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([])
    })
  })

  test('folders on the way are made, and an older part is replaced', async () => {
    await withFolder(files, async (folder) => {
      const words = ['--shard', '1/1', '--shard-report', 'new/part/1.shard', '.']
      for (const _again of [1, 2]) expect((await runCli(words, { cwd: folder })).status).toBe(1)
      expect(readdirSync(join(folder, 'new/part'))).toEqual(['1.shard'])
      expect((await runCli(['merge', 'new/part/1.shard'], { cwd: folder })).status).toBe(1)
    })
  })

  test('a baseline is of the whole run, and nobody waits for changes of a part', async () => {
    const baseline = await runCli(['--shard', '1/2', '--write-baseline', 'old.json', '.'], { files })
    expect(baseline.stderr).toContain('beian-check merge --write-baseline')
    expect(baseline.status).toBe(2)
    const watching = await runCli(['--shard', '1/2', '--watch', '.'], { files })
    expect(watching.stderr).toContain('--shard')
    expect(watching.status).toBe(2)
  })

  test('a part is not written over a draft', async () => {
    const { status, stderr } = await runCli(['--shard', '1/2', '--shard-report', 'a.yaml', '.'], { files })
    expect(stderr).toContain('a.yaml：这是一份草稿')
    expect(status).toBe(2)
  })
})

test('the shares of a run are all of it, in order, and about equal', () => {
  const task = fc.record({
    file: fc.string(),
    piece: fc.option(fc.constant({ from: 0, to: 1 }), { nil: undefined }),
  })
  const tasks = fc.array(
    task.map(({ file, piece }) => (piece === undefined ? { file } : { file, piece })),
    { maxLength: 40 },
  )
  fc.assert(
    fc.property(tasks, fc.integer({ min: 1, max: 9 }), (all, count) => {
      const shares = Array.from({ length: count }, (_, i) => shareOf(all, { index: i + 1, count }))
      expect(shares.flat()).toEqual(all)
    }),
  )
  const equal = Array.from({ length: 100 }, (_, n) => ({ file: `${n}` }))
  expect([1, 2, 3].map((index) => shareOf(equal, { index, count: 3 }).length)).toEqual([34, 33, 33])
  expect(readShard('2/3')).toEqual({ index: 2, count: 3 })
})
