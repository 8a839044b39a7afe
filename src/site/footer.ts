// The footer that a home page should have, ready to paste, and how a page is mended with it.
import type { PageFix } from '../engine/rule.ts'
import type { Page, PageLink } from './page.ts'

/** HTML special characters as references. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A filing number as a link to the filing system. */
export const linkedNumber = (number: string, target: string): string =>
  `<a href="${escapeHtml(target)}" target="_blank" rel="noopener">${escapeHtml(number)}</a>`

/** A line for the bottom of a page: the number in the middle, linked. Its own colours keep it seen on any page. */
export const footerHtml = (number: string, target: string): string =>
  `<p style="text-align: center">${linkedNumber(number, target)}</p>`

/** Puts the footer into a page; nothing while there is none to put. */
export function withFooter(
  { footer: { offset, lineEnd } }: Page,
  footer: string | undefined,
  safety: 'safe' | 'suggested',
): { readonly fix?: PageFix } {
  return footer === undefined ? {} : { fix: { at: [offset, offset], text: `${footer}${lineEnd}`, safety } }
}

/** Lets a link lead elsewhere; its quotes stay. One around both numbers cannot be right for both: nothing then. */
export function withTarget(page: Page, { at, quoted }: PageLink, target: string): { readonly fix?: PageFix } {
  const isAround = ({ link }: { readonly link: PageLink | undefined }): boolean => link?.at?.[0] === at?.[0]
  if (at === undefined || (page.numbers.some(isAround) && page.police.some(isAround))) return {}
  const text = escapeHtml(target)
  return { fix: { at, text: quoted ? text : `"${text}"` } }
}
