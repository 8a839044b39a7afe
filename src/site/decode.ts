// Bytes of a page to text: by the byte order mark, the HTTP header, or what the page says of itself, as browsers do it.

/** How a page's bytes were read. */
export interface DecodedPage {
  readonly text: string
  /** Name as browsers have it: utf-8, gbk, gb18030, big5, utf-16le. */
  readonly encoding: string
  readonly by: 'mark' | 'header' | 'meta' | 'guess'
  /** There were bytes that the encoding does not have. */
  readonly damaged: boolean
}

/** Browsers look for the encoding in so many bytes. */
const PRESCAN = 1024 * 4

const canonical = (label: string): string | undefined => {
  try {
    return new TextDecoder(label.trim()).encoding
  } catch {
    return undefined
  }
}

const labelIn = (text: string): string | undefined => /charset\s*=\s*(?:["']\s*)?([\w:.-]+)/i.exec(text)?.[1]

/** The encoding that a `meta` or an XML declaration near the beginning names. */
function declared(bytes: Uint8Array): string | undefined {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, PRESCAN)).replace(/<!--[\s\S]*?-->/g, '')
  for (const [meta] of head.matchAll(/<meta\b[^>]*>/gi)) {
    const label = labelIn(meta)
    if (label !== undefined) return canonical(label)
  }
  const xml = /^\s*<\?xml\b[^>]*\bencoding\s*=\s*["']([\w-]+)/i.exec(head)?.[1]
  return xml === undefined ? undefined : canonical(xml)
}

function marked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

function decodeAs(bytes: Uint8Array, encoding: string): { text: string; damaged: boolean } {
  try {
    return {
      text: new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes),
      damaged: false,
    }
  } catch {
    return { text: new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes), damaged: true }
  }
}

/**
 * Decodes a page. A mark at the beginning wins over the header, the header over the page.
 * @param contentType the HTTP header, where there is one
 */
export function decodePage(bytes: Uint8Array, contentType: string | undefined): DecodedPage {
  const mark = marked(bytes)
  if (mark !== undefined) return { ...decodeAs(bytes, mark), encoding: mark, by: 'mark' }
  const label = contentType === undefined ? undefined : labelIn(contentType)
  const header = label === undefined ? undefined : canonical(label)
  if (header !== undefined) return { ...decodeAs(bytes, header), encoding: header, by: 'header' }
  const meta = declared(bytes)
  if (meta !== undefined) {
    // A page that could be read this far is no UTF-16, whatever it says.
    const encoding = meta.startsWith('utf-16') ? 'utf-8' : meta
    return { ...decodeAs(bytes, encoding), encoding, by: 'meta' }
  }
  const utf8 = decodeAs(bytes, 'utf-8')
  if (!utf8.damaged) return { ...utf8, encoding: 'utf-8', by: 'guess' }
  return { ...decodeAs(bytes, 'gb18030'), encoding: 'gb18030', by: 'guess' }
}
