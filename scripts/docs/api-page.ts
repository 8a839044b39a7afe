// The reference of the library, from the comments of its public face.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Application, type TypeDocOptions } from 'typedoc'
import type { PluginOptions } from 'typedoc-plugin-markdown'
import { root } from './print.ts'

const intro = `<!-- Made from types/index.d.ts by scripts/docs/api-page.ts. Do not edit. -->
# Library reference · 接口一览

What \`import … from 'beian-check'\` gives. [library.md](library.md) shows how it is used.
`

const options: Partial<TypeDocOptions & PluginOptions> = {
  plugin: ['typedoc-plugin-markdown'],
  entryPoints: [join(root, 'types/index.d.ts')],
  tsconfig: join(root, 'tsconfig.json'),
  name: 'beian-check',
  readme: 'none',
  disableSources: true,
  router: 'module',
  sort: ['source-order'],
  skipErrorChecking: true,
  logLevel: 'Warn',
  groupOrder: ['Functions', 'Variables', 'Interfaces', 'Type Aliases'],
  hideBreadcrumbs: true,
  hidePageHeader: true,
  parametersFormat: 'table',
  interfacePropertiesFormat: 'table',
  typeAliasPropertiesFormat: 'table',
  typeDeclarationFormat: 'table',
  tableColumnSettings: { hideInherited: true, hideModifiers: true },
  useCodeBlocks: true,
}

/** The text of docs/api.md. */
export async function apiPage(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'beian-check-'))
  try {
    const app = await Application.bootstrapWithPlugins({
      ...options,
      outputs: [{ name: 'markdown', path: folder }],
    })
    const project = await app.convert()
    if (project === undefined) throw new Error('TypeDoc cannot read types/index.d.ts')
    await app.generateOutputs(project)
    const text = readFileSync(join(folder, 'README.md'), 'utf8')
    return text.replace('# beian-check\n', intro)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
