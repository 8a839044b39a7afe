// Bytes to text. Files come from Windows editors too: UTF-8, UTF-16 with a mark, or GB18030.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030'

export interface Decoded {
  readonly text: string
  readonly encoding: Encoding
}

function decodeAs(bytes: Uint8Array, encoding: Encoding): Decoded | undefined {
  try {
    return { text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes), encoding }
  } catch {
    return undefined
  }
}

/**
 * Decodes a file. Valid UTF-8 is never read as anything else.
 * @returns undefined when the bytes are no text in any of the encodings.
 */
export function decode(bytes: Uint8Array): Decoded | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs(bytes, 'utf-16le')
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs(bytes, 'utf-16be')
  const text = decodeAs(bytes, 'utf-8') ?? decodeAs(bytes, 'gb18030')
  return text?.text.includes('\u0000') ? undefined : text
}
