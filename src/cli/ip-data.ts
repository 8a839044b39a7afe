// Opens IP tables: the one that comes with the tool, or newer files of the user's.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type IpTable, openIpTable, openRanges, type Ranges } from '../facts/ip-table.ts'
import { UsageError } from './io.ts'

/** Beside the bundle of the command, of the library, beside the sources. */
const folders = ['ip', '../ip', '../facts/data/ip'] as const

function embedded(name: string): Ranges {
  for (const folder of folders) {
    try {
      return openRanges(readFileSync(join(import.meta.dirname, folder, name)))
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
  }
  throw new Error(`the table ${name} is not there: the package is incomplete`)
}

/** The table that comes with the tool. Each half is read when its first address is looked up. */
export function embeddedIpTable(): IpTable {
  return openIpTable(
    () => embedded('ipv4.bin'),
    () => embedded('ipv6.bin'),
  )
}

/**
 * A table over .xdb files of ip2region, one for IPv4 and one for IPv6; what no file covers stays embedded.
 * @throws UsageError for a file that is no .xdb.
 */
export async function ipTableFrom(files: readonly string[]): Promise<IpTable> {
  const { readXdb } = await import('../facts/xdb.ts')
  const given = new Map<4 | 6, Ranges>()
  for (const file of files) {
    const xdb = readXdb(bytesOf(file))
    if (xdb === undefined) {
      throw new UsageError({
        zh: `--ip-data ${file}：不是 ip2region 的 .xdb 文件`,
        en: `--ip-data ${file}: this is no .xdb file of ip2region`,
      })
    }
    given.set(xdb.version, xdb.ranges)
  }
  return openIpTable(
    () => given.get(4) ?? embedded('ipv4.bin'),
    () => given.get(6) ?? embedded('ipv6.bin'),
  )
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch {
    throw new UsageError({
      zh: `--ip-data ${file}：读不到这个文件`,
      en: `--ip-data ${file}: this file cannot be read`,
    })
  }
}
