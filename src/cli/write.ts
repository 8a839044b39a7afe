// Writes a draft back: in its own encoding, in one step, and never over a change made meanwhile.
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { decode, type Encoding } from '../draft/decode.ts'

/** Why a file was not written. */
export interface NotWritten {
  readonly zh: string
  readonly en: string
}

/** How the text of a file was read: bytes to text, and the encoding's name for the way back. */
export interface Reading {
  readonly encoding: string
  readonly decode: (bytes: Uint8Array) => string | undefined
}

/** How a draft is read. */
function readingOf(bytes: Uint8Array): Reading | undefined {
  const encoding: Encoding | undefined = decode(bytes)?.encoding
  return encoding === undefined ? undefined : { encoding, decode: (other) => decode(other)?.text }
}

async function bytesOf(text: string, encoding: string): Promise<Uint8Array | undefined> {
  if (encoding === 'utf-8') return new TextEncoder().encode(text)
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16()
  const { default: iconv } = await import('iconv-lite')
  return iconv.encodingExists(encoding) ? iconv.encode(text, encoding) : undefined
}

/** A text in an encoding; undefined where it would not be read back as it is. */
async function encode(text: string, { encoding, decode }: Reading): Promise<Uint8Array | undefined> {
  const bytes = await bytesOf(text, encoding)
  return bytes !== undefined && decode(bytes) === text ? bytes : undefined
}

/**
 * Replaces the text of a file.
 * @param old the text that the file is expected to have
 * @param as how the file was read, where that is not how drafts are
 * @returns undefined when it is written, otherwise why not; the file is then as it was
 */
export async function writeText(
  file: string,
  old: string,
  text: string,
  as?: Reading,
): Promise<NotWritten | undefined> {
  try {
    // Through a link the file itself is written, and the link stays.
    const path = realpathSync(file)
    // To put another file in its place would not ask for that permission.
    if ((statSync(path).mode & 0o222) === 0)
      return { zh: '文件是只读的，没有写入', en: 'it is read-only; not written' }
    const bytes = readFileSync(path)
    const reading = as ?? readingOf(bytes)
    const now = reading?.decode(bytes)
    // The same file by another name is as it should be.
    if (now === text) return undefined
    if (reading === undefined || now !== old) {
      return { zh: '文件在检查之后有改动，没有写入', en: 'it changed after it was checked; not written' }
    }
    const unchanged = await encode(old, reading)
    const edited = await encode(text, reading)
    if (edited === undefined || unchanged === undefined || !bytes.equals(unchanged)) {
      return {
        zh: `按原来的编码（${reading.encoding}）写不回去，没有写入；请存成 UTF-8`,
        en: `it cannot be written in its encoding (${reading.encoding}); save it as UTF-8`,
      }
    }
    const { default: writeFileAtomic } = await import('write-file-atomic')
    await writeFileAtomic(path, Buffer.from(edited))
    return undefined
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    return {
      zh: `无法写入（${code}），文件没有改动`,
      en: `it cannot be written (${code}); nothing was changed`,
    }
  }
}
