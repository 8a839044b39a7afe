// Bytes to text. Files come from Windows editors too: UTF-8, UTF-16, or GB18030 (which has GBK and GB2312 in it).

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** Names of encodings as people know them. */
export const encodingNames = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB18030',
} as const satisfies Record<Encoding, string>

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

/** One for each encoding: making them takes longer than reading a draft with them. */
const decoders = new Map<Encoding, InstanceType<typeof TextDecoder>>()

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded | undefined {
  let decoder = decoders.get(encoding)
  if (decoder === undefined) {
    decoder = new TextDecoder(encoding, { fatal: true, ignoreBOM: true })
    decoders.set(encoding, decoder)
  }
  try {
    return { text: decoder.decode(bytes), encoding }
  } catch {
    return undefined
  }
}

/**
 * Decodes a file. Valid UTF-8 is never read as anything else, unless every second byte or so is zero.
 * @returns undefined when the bytes are no text in any of the encodings.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be')
  const wide = bytes.includes(0) ? wideOf(bytes) : undefined
  if (wide !== undefined) return decodeAs(bytes, wide)
  const text = decodeAs(bytes, 'utf-8')
  if (text !== undefined) return text
  if (brokenUtf8At(bytes) !== undefined) return undefined
  const chinese = decodeAs(bytes, 'gb18030')
  return chinese?.text.includes('\0') ? undefined : chinese
}

/** UTF-16 without its mark: ASCII has its zeros on one side only, and a draft has many of them. */
function wideOf(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length % 2 !== 0) return undefined
  const zeros = [0, 0]
  for (let at = 0; at < bytes.length; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (Math.min(even, odd) > 0 || (even + odd) * MOST_BETWEEN < bytes.length) return undefined
  return odd > 0 ? 'utf-16le' : 'utf-16be'
}

/** Bytes for each zero of a draft in UTF-16, at most: keys, colons and line ends are ASCII even where words are not. */
const MOST_BETWEEN = 16

/**
 * Where bytes that are UTF-8 for the most part stop being it: a file cut off, or put together from two.
 * @returns the offset of the first bad byte; undefined for bytes that are rather of another encoding, or sound
 */
export function brokenUtf8At(bytes: Uint8Array): number | undefined {
  let sound = 0
  let bad = 0
  let first: number | undefined
  for (let at = 0; at < bytes.length; ) {
    const length = soundLength(bytes, at)
    if (length > 1) sound += 1
    if (length === 0) {
      first ??= at
      bad += 1
    }
    at += Math.max(length, 1)
  }
  // In GB18030 a pair of bytes looks like UTF-8 now and then, never several times as often as not.
  return sound > 3 * bad ? first : undefined
}

/** Bytes of the character of UTF-8 at an offset; 0 where there is none. */
function soundLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  if (lead < 0xc2 || lead > 0xf4) return 0
  for (let next = at + 1; next < at + length; next++) if (((bytes[next] ?? 0) & 0xc0) !== 0x80) return 0
  const second = bytes[at + 1] ?? 0
  // Longer than need be, halves of surrogates, beyond U+10FFFF.
  const wrong =
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second > 0x9f) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f)
  return wrong ? 0 : length
}
