// The footer that a home page should have, ready to paste.

/** HTML special characters as references. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

/** A filing number as a link to the filing system. */
export const linkedNumber = (number: string, target: string): string =>
  `<a href="${escapeHtml(target)}" target="_blank" rel="noopener">${escapeHtml(number)}</a>`

/** A line for the bottom of a page: the number in the middle, linked. Its own colours keep it seen on any page. */
export const footerHtml = (number: string, target: string): string =>
  `<p style="text-align: center">${linkedNumber(number, target)}</p>`
