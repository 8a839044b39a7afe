// What is to be told of an input: a file that cannot be checked, or something worth a word.

import { sizeText } from './size.ts'

/** A word about a file that was named or found, in both languages. */
export interface Notice {
  readonly file: string
  readonly zh: string
  readonly en: string
}

const reasons: Readonly<Record<string, { zh: string; en: string }>> = {
  ENOENT: { zh: '没有这个文件', en: 'no such file' },
  ENOTDIR: { zh: '没有这个文件', en: 'no such file' },
  EACCES: { zh: '没有读取权限', en: 'no permission to read it' },
  EPERM: { zh: '没有读取权限', en: 'no permission to read it' },
  EISDIR: { zh: '这是文件夹', en: 'this is a folder' },
  ELOOP: { zh: '符号链接绕成了一圈', en: 'its symbolic links go round in a circle' },
  ENAMETOOLONG: { zh: '文件名太长', en: 'its name is too long' },
}

/** Why the system would not read a file. Throws what is no error of the system. */
export function unreadable(file: string, error: unknown): Notice {
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
  if (code === undefined) throw error
  // Names from an archive made on Chinese Windows are in GBK on a disk of Linux; Node puts this sign for such bytes.
  if (code === 'ENOENT' && file.includes('\ufffd'))
    return {
      file,
      zh: '文件名不是 UTF-8 编码，打不开；请改名后再检查（convmv 可以成批改）',
      en: 'its name is not UTF-8, so it cannot be opened; rename it first (convmv renames many)',
    }
  return { file, ...(reasons[code] ?? { zh: `无法读取（${code}）`, en: `cannot be read (${code})` }) }
}

/** A link that leads nowhere. */
export function dangling(file: string, error: unknown): Notice {
  const { zh, en } = unreadable(file, error)
  const isGone = error instanceof Error && 'code' in error && error.code === 'ENOENT'
  return isGone
    ? { file, zh: '符号链接指向的文件不存在', en: 'this symbolic link leads nowhere' }
    : { file, zh, en }
}

/** A pipe, a socket or a device. */
export const special = (file: string): Notice => ({
  file,
  zh: '这是管道或设备，不是文件；内容可以从标准输入给：beian-check - < 文件',
  en: 'this is a pipe or a device, not a file; its text can come in by standard input: beian-check - < FILE',
})

/** A file whose bytes are no text. `line` is where its UTF-8 breaks off, where it is that for the rest. */
export const noText = (file: string, line: number | undefined): Notice =>
  line === undefined
    ? {
        file,
        zh: '不是文本文件，或编码无法识别；请存成 UTF-8',
        en: 'not a text file, or of an unknown encoding; save it as UTF-8',
      }
    : {
        file,
        zh: `第 ${line} 行有不是 UTF-8 的字节，其余部分是；文件可能被截断或混入了别的编码，请重新存成 UTF-8`,
        en: `line ${line} has bytes that are not UTF-8, while the rest is; the file may be cut off or mixed with another encoding: save it as UTF-8 again`,
      }

/** Files in an encoding other than UTF-8. */
export const encoded = (file: string, name: string, more: number): Notice => ({
  file,
  zh: `按 ${name} 编码读取${more === 0 ? '' : `（另有 ${more} 个文件也是）`}，--fix 写回时编码不变`,
  en: `read as ${name}${more === 0 ? '' : `, and so are ${more} more`}; --fix keeps the encoding`,
})

/** A file beyond the limit of `--max-size`. */
export const tooLarge = (file: string, most: number): Notice => ({
  file,
  zh: `超过 ${sizeText(most)}，没有读取；确实是草稿时用 --max-size 放宽`,
  en: `is larger than ${sizeText(most)} and was not read; --max-size raises the limit if it is a draft`,
})
