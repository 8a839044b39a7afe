// Web addresses inside an address text: a shop on a platform gives its page.

const siteShape =
  /(?:https?:\/\/|www\.)[\w./?=&%#:~-]*|[\w-]{1,63}\.(?:com|cn|net|org|shop|top|store)[\w./?=&%#:~-]*/iy

/** Where the web address that starts at `at` ends; 0 when there is none. */
export function siteEnd(text: string, at: number): number {
  siteShape.lastIndex = at
  return siteShape.test(text) ? siteShape.lastIndex : 0
}
