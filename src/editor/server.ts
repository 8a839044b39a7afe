// The language server: what an editor asks and is told. Connects the protocol to the parts that know the answers.
import { basename } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type {
  CodeAction,
  CompletionItem,
  Connection,
  Diagnostic,
  DocumentSymbol,
  InitializeParams,
  InitializeResult,
  Range,
  TextDocuments,
} from 'vscode-languageserver/node.js'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { version } from '../../package.json'
import { configFiles } from '../cli/config.ts'
import { type Io, UsageError } from '../cli/io.ts'
import type { SettingsMaker } from '../cli/settings.ts'
import { formatOf } from '../draft/read.ts'
import type { LocatedFinding } from '../engine/report.ts'
import type { Source } from '../engine/task.ts'
import { noInk } from '../report/ink.ts'
import { findingObject } from '../report/json.ts'
import { chooseLanguage, type Language } from '../report/language.ts'
import { oneLine } from '../report/safe.ts'
import type { View } from '../report/view.ts'
import { complete, type Suggestion } from './complete.ts'
import { looksLikeDraft } from './fields.ts'
import { hoverAt } from './hover.ts'
import { type Change, fixAll, repairs } from './repairs.ts'
import { outline, type Part } from './symbols.ts'
import { Unchecked, Workspace, type WorkspaceOptions } from './workspace.ts'

/** What the server was started with; an editor's `initializationOptions` may say the same. */
export interface ServerOptions extends WorkspaceOptions {
  readonly lang: string | undefined
}

/** Milliseconds without another key before checking; longer for drafts that take longer than that. */
const CALM = 15

/** Numbers of the protocol, which are not worth loading it for. */
const SEVERITY = { error: 1, warning: 2, info: 3 } as const
const ITEM_KIND = { key: 10, option: 20, value: 12 } as const
const SYMBOL_KIND = { part: 19 } as const

/** What may change on disk: drafts, configs and profiles, plugins. */
const WATCHED = ['**/*.{yaml,yml,json,ndjson,jsonl}', '**/.beian-check*', '**/*.{mjs,js}']

/** What was found in a version of a document. */
interface Checked {
  readonly version: number
  readonly findings: readonly LocatedFinding[]
}

const texts = {
  here: { zh: '这里也有', en: 'also here' },
} as const satisfies Record<string, Record<Language, string>>

/** Serves one editor until it goes away. */
export class Server {
  readonly #connection: Connection
  readonly #documents: TextDocuments<TextDocument>
  readonly #io: Io
  #options: ServerOptions
  #workspace: Workspace
  readonly #checked = new Map<string, Checked>()
  readonly #waiting = new Map<string, NodeJS.Timeout>()
  /** The names that the editor gave to files: there are several ways to write a URI. */
  readonly #uris = new Map<string, string>()
  /** Milliseconds that the last check took. */
  #effort = 0
  /** Documents that were edited since they were checked. */
  readonly #edited = new Set<string>()
  #work: Promise<void> = Promise.resolve()
  #canWatch = false
  #tellsOfFolders = false

  constructor(
    connection: Connection,
    documents: TextDocuments<TextDocument>,
    options: ServerOptions,
    io: Io,
  ) {
    this.#connection = connection
    this.#documents = documents
    this.#options = options
    this.#io = io
    this.#workspace = this.#workspaceOf([])
    connection.onInitialize((params) => this.#initialize(params))
    connection.onInitialized(() => this.#begin())
    connection.onDidChangeWatchedFiles(({ changes }) => this.#filesChanged(changes.map(({ uri }) => uri)))
    connection.onCompletion(({ textDocument, position }) =>
      this.#answer(textDocument.uri, (document) => this.#complete(document, document.offsetAt(position))),
    )
    connection.onHover(({ textDocument, position }) =>
      this.#answer(textDocument.uri, (document) => this.#hover(document, document.offsetAt(position))),
    )
    connection.onDocumentSymbol(({ textDocument }) =>
      this.#answer(textDocument.uri, async (document) => this.#symbols(document)),
    )
    connection.onCodeAction(({ textDocument, range, context }) =>
      this.#answer(textDocument.uri, (document) => this.#actions(document, range, context.only)),
    )
    documents.onDidOpen(({ document: { uri } }) => this.#uris.set(fileOf(uri) ?? uri, uri))
    documents.onDidChangeContent(({ document }) => {
      this.#edited.add(document.uri)
      this.#checkSoon(document.uri)
    })
    documents.onDidSave(({ document }) => this.#filesChanged([document.uri]))
    documents.onDidClose(({ document }) => this.#closed(document.uri))
    documents.listen(connection)
  }

  #workspaceOf(folders: readonly string[]): Workspace {
    return new Workspace(folders, this.#options, this.#io, (file) => this.#open(file)?.getText())
  }

  /** The document in which a file is open. */
  #open(file: string): TextDocument | undefined {
    return this.#documents.get(this.#uris.get(file) ?? '')
  }

  #initialize(params: InitializeParams): InitializeResult {
    const { workspaceFolders, rootUri, capabilities, initializationOptions } = params
    const roots = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : [])
    this.#options = withGiven(this.#options, initializationOptions)
    this.#canWatch = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration ?? false
    this.#tellsOfFolders = capabilities.workspace?.workspaceFolders ?? false
    this.#workspace = this.#workspaceOf(roots.flatMap((uri) => fileOf(uri) ?? []))
    return {
      serverInfo: { name: 'beian-check', version },
      capabilities: {
        textDocumentSync: { openClose: true, change: 2, save: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
        completionProvider: { triggerCharacters: [':', ' ', '"', '-'] },
        hoverProvider: true,
        documentSymbolProvider: true,
        codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll.beian-check'] },
      },
    }
  }

  #begin(): void {
    if (this.#canWatch) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }))
      const method = 'workspace/didChangeWatchedFiles'
      const registrations = [{ id: method, method, registerOptions: { watchers } }]
      this.#inTurn(() => this.#connection.sendRequest('client/registerCapability', { registrations }))
    }
    if (this.#tellsOfFolders) {
      const { workspace } = this.#connection
      workspace.onDidChangeWorkspaceFolders(() => this.#inTurn(() => this.#foldersChanged()))
    }
    this.#readAll()
  }

  /** Looks at all drafts of the folders; open ones are checked against them. */
  #readAll(): void {
    this.#inTurn(async () => {
      await this.#workspace.readAll()
      this.#checkAllSoon()
    })
  }

  async #foldersChanged(): Promise<void> {
    const folders = (await this.#connection.workspace.getWorkspaceFolders()) ?? []
    this.#workspace = this.#workspaceOf(folders.flatMap(({ uri }) => fileOf(uri) ?? []))
    this.#readAll()
  }

  /** One thing after the other; what fails is told and does not stop the rest. */
  #inTurn(task: () => Promise<void>): void {
    this.#work = this.#work.then(task).catch((error) => {
      this.#connection.console.error(error instanceof UsageError ? error.texts.en : describe(error))
    })
  }

  #checkSoon(uri: string): void {
    clearTimeout(this.#waiting.get(uri))
    this.#waiting.set(
      uri,
      setTimeout(
        () => {
          this.#waiting.delete(uri)
          this.#inTurn(() => this.#check(uri))
        },
        Math.max(CALM, this.#effort),
      ),
    )
  }

  #checkAllSoon(): void {
    for (const uri of this.#documents.keys()) this.#checkSoon(uri)
  }

  #closed(uri: string): void {
    clearTimeout(this.#waiting.get(uri))
    this.#waiting.delete(uri)
    this.#checked.delete(uri)
    this.#connection.sendDiagnostics({ uri, diagnostics: [] })
    const file = fileOf(uri)
    if (file === undefined) return
    this.#uris.delete(file)
    this.#inTurn(() => this.#reread(file))
  }

  #filesChanged(uris: readonly string[]): void {
    const files = uris.flatMap((uri) => fileOf(uri) ?? [])
    this.#inTurn(async () => {
      if (files.some((file) => !isDraftName(file) || this.#workspace.isSetting(file)))
        this.#workspace.forgetSettings()
      for (const file of files.filter(isDraftName)) await this.#reread(file)
      this.#checkAllSoon()
    })
  }

  async #reread(file: string): Promise<void> {
    const before = this.#workspace.neighbours(file)
    await this.#workspace.reread(file)
    this.#checkOpen([...before, ...this.#workspace.neighbours(file)])
  }

  /** Checks those of the files that the editor has open. */
  #checkOpen(files: readonly string[]): void {
    for (const file of new Set(files)) {
      const document = this.#open(file)
      if (document !== undefined) this.#checkSoon(document.uri)
    }
  }

  async #check(uri: string): Promise<void> {
    const document = this.#documents.get(uri)
    const file = fileOf(uri)
    if (document === undefined || file === undefined) return
    const { version: now } = document
    const before = this.#workspace.neighbours(file)
    const start = this.#io.now()
    const diagnostics = await this.#diagnose(document, file)
    this.#effort = this.#io.now() - start
    // What was typed meanwhile is checked in its turn.
    if (document.version !== now || this.#documents.get(uri) !== document) return
    this.#connection.sendDiagnostics({ uri, version: now, diagnostics })
    // Others clash with this one, or do no longer.
    if (this.#edited.delete(uri)) this.#checkOpen([...before, ...this.#workspace.neighbours(file)])
  }

  async #diagnose(document: TextDocument, file: string): Promise<Diagnostic[]> {
    if (!isDraftName(file) || !looksLikeDraft(document.getText())) {
      this.#workspace.forget(file)
      return []
    }
    const { version: now } = document
    try {
      const findings = await this.#workspace.check(file)
      if (document.version === now) this.#checked.set(document.uri, { version: now, findings })
      const { view } = await this.#viewFor(document)
      return findings.map((finding) => diagnosticOf(finding, view, (name) => this.#uris.get(name)))
    } catch (error) {
      if (!(error instanceof UsageError || error instanceof Unchecked)) throw error
      const language = this.#languageOf(file, undefined)
      const texts = [error.texts, ...(error instanceof UsageError ? error.more : [])]
      return texts.map((each) => trouble(oneLine(each[language])))
    }
  }

  #languageOf(file: string, maker: SettingsMaker | undefined): Language {
    return chooseLanguage(this.#options.lang ?? maker?.configOf(file)?.lang, this.#io.env)
  }

  /** Answers about a document; an editor that asks about none gets nothing. */
  async #answer<T>(uri: string, answer: (document: TextDocument) => Promise<T>): Promise<T | null> {
    const document = this.#documents.get(uri)
    const file = fileOf(uri)
    if (document === undefined || file === undefined || !isDraftName(file)) return null
    return answer(document)
  }

  async #viewFor(document: TextDocument): Promise<{ view: View; maker: SettingsMaker | undefined }> {
    const file = fileOf(document.uri) ?? ''
    try {
      const maker = await this.#workspace.settingsOf(file)
      return { view: viewOf(maker, this.#languageOf(file, maker)), maker }
    } catch (error) {
      // A config that is not right is told as a diagnostic; the form is the same without it.
      if (!(error instanceof UsageError)) throw error
      return { view: { ...plainView, language: this.#languageOf(file, undefined) }, maker: undefined }
    }
  }

  async #complete(document: TextDocument, offset: number): Promise<CompletionItem[]> {
    const { view, maker } = await this.#viewFor(document)
    const text = document.getText()
    const profiles = maker?.registry.profiles
    const titles = (profiles?.ids() ?? []).map((id) => ({
      id,
      title: profiles?.head(id)?.title[view.language] ?? '',
    }))
    const providers = (profiles?.ids() ?? []).flatMap((id) => profiles?.head(id)?.host?.names ?? [])
    const source = sourceOf(document)
    const found = await complete(text, source.format, offset, view.language, { profiles: titles, providers })
    return found.map((suggestion, index) => itemOf(suggestion, index, document))
  }

  async #hover(document: TextDocument, offset: number) {
    const { view } = await this.#viewFor(document)
    const source = sourceOf(document)
    const { line, character } = document.positionAt(offset)
    const here = (await this.#findings(document)).filter((finding) =>
      covers(rangeOf(finding), line, character),
    )
    const hover = await hoverAt(source.text, source.format, offset, here, view)
    if (hover === undefined) return null
    return {
      contents: { kind: 'markdown' as const, value: hover.text },
      range: { start: document.positionAt(hover.from), end: document.positionAt(hover.to) },
    }
  }

  #symbols(document: TextDocument): DocumentSymbol[] {
    const { text, format } = sourceOf(document)
    if (!looksLikeDraft(text)) return []
    const language = this.#languageOf(fileOf(document.uri) ?? '', undefined)
    return outline(text, format, language).map((part) => symbolOf(part, document))
  }

  /** The findings of the document as it is now. */
  async #findings(document: TextDocument): Promise<readonly LocatedFinding[]> {
    const known = this.#checked.get(document.uri)
    if (known?.version === document.version) return known.findings
    const file = fileOf(document.uri)
    if (file === undefined || !looksLikeDraft(document.getText())) return []
    try {
      return await this.#workspace.check(file)
    } catch (error) {
      if (error instanceof UsageError || error instanceof Unchecked) return []
      throw error
    }
  }

  async #actions(
    document: TextDocument,
    range: Range,
    only: readonly string[] | undefined,
  ): Promise<CodeAction[]> {
    const wants = (kind: string): boolean =>
      only === undefined || only.some((each) => kind === each || kind.startsWith(`${each}.`))
    const { view } = await this.#viewFor(document)
    const source = sourceOf(document)
    const edit = (change: Change) => ({ changes: { [document.uri]: [textEdit(change, document)] } })
    const actions: CodeAction[] = []
    if (wants('quickfix')) {
      const here = (await this.#findings(document)).filter((finding) => overlaps(rangeOf(finding), range))
      for (const { title, finding, isSafe, change } of await repairs(source, here, view))
        actions.push({
          title,
          kind: 'quickfix',
          diagnostics: [diagnosticOf(finding, view, (name) => this.#uris.get(name))],
          edit: edit(change),
          ...(isSafe && { isPreferred: true }),
        })
    }
    const file = fileOf(document.uri)
    if (only !== undefined && wants('source.fixAll.beian-check') && file !== undefined) {
      const change = await fixAll(source, (current) => this.#workspace.checkText(file, current))
      const title =
        view.language === 'zh' ? '修正全部不改变含义的问题' : 'Make all fixes that keep the meaning'
      if (change !== undefined) actions.push({ title, kind: 'source.fixAll.beian-check', edit: edit(change) })
    }
    return actions
  }
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** `initializationOptions` over what the command line said. */
function withGiven(options: ServerOptions, given: unknown): ServerOptions {
  if (!isObject(given)) return options
  const { lang, profile, config } = given
  return {
    ...options,
    ...(typeof lang === 'string' && { lang }),
    ...(typeof profile === 'string' && { profile }),
    ...((typeof config === 'string' || config === false) && { config }),
  }
}

const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

/** The file that a document is; documents that are no files (a diff, a new one) are left alone. */
function fileOf(uri: string): string | undefined {
  try {
    return uri.startsWith('file:') ? fileURLToPath(uri) : undefined
  } catch {
    return undefined
  }
}

const isDraftName = (file: string): boolean =>
  /\.(?:ya?ml|json|ndjson|jsonl)$/i.test(file) &&
  !/\.schema\.json$/.test(file) &&
  !configFiles.includes(basename(file))

const sourceOf = (document: TextDocument): Source => {
  const text = document.getText()
  return { text, format: formatOf(fileOf(document.uri) ?? document.uri, text) }
}

const plainView: Omit<View, 'language'> = {
  showValues: false,
  ink: noInk,
  width: Number.POSITIVE_INFINITY,
  rules: new Map(),
  quiet: false,
}

const viewOf = ({ registry }: SettingsMaker, language: Language): View => ({
  ...plainView,
  language,
  rules: registry.rules,
})

const rangeOf = ({
  line,
  column,
  endLine,
  endColumn,
}: Pick<LocatedFinding, 'line' | 'column' | 'endLine' | 'endColumn'>): Range => ({
  start: { line: line - 1, character: column - 1 },
  end: { line: endLine - 1, character: endColumn - 1 },
})

const compare = (a: Range['start'], b: Range['start']): number => a.line - b.line || a.character - b.character

const covers = ({ start, end }: Range, line: number, character: number): boolean =>
  compare(start, { line, character }) <= 0 && compare({ line, character }, end) <= 0

const overlaps = (a: Range, b: Range): boolean => compare(a.start, b.end) <= 0 && compare(b.start, a.end) <= 0

function diagnosticOf(
  finding: LocatedFinding,
  view: View,
  openUri: (file: string) => string | undefined,
): Diagnostic {
  const { message, hint, severity, rule } = findingObject(finding, view)
  return {
    range: rangeOf(finding),
    severity: SEVERITY[severity],
    source: 'beian-check',
    code: rule,
    message: hint === null ? message : `${message}\n${hint}`,
    ...(finding.related.length > 0 && {
      relatedInformation: finding.related.map(({ file, line, column }) => {
        const at = { line: line - 1, character: column - 1 }
        return {
          location: { uri: openUri(file) ?? pathToFileURL(file).href, range: { start: at, end: at } },
          message: texts.here[view.language],
        }
      }),
    }),
  }
}

/** What keeps a file from being checked, at its beginning. */
const trouble = (message: string): Diagnostic => ({
  range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
  severity: SEVERITY.error,
  source: 'beian-check',
  message,
})

const textEdit = ({ from, to, text }: Change, document: TextDocument) => ({
  range: { start: document.positionAt(from), end: document.positionAt(to) },
  newText: text,
})

function itemOf(suggestion: Suggestion, index: number, document: TextDocument): CompletionItem {
  const { label, kind, detail, documentation, insert, from, to } = suggestion
  return {
    label,
    kind: ITEM_KIND[kind],
    detail,
    // In the order of the form.
    sortText: String(index).padStart(3, '0'),
    filterText: document.getText().slice(from, to).startsWith('"') ? JSON.stringify(label) : label,
    ...(documentation !== '' && { documentation: { kind: 'markdown', value: documentation } }),
    textEdit: textEdit({ from, to, text: insert }, document),
    // The margin is already right.
    insertTextMode: 1,
  }
}

const symbolOf = (part: Part, document: TextDocument): DocumentSymbol => ({
  name: part.name,
  detail: part.detail,
  kind: SYMBOL_KIND.part,
  range: { start: document.positionAt(part.from), end: document.positionAt(part.to) },
  selectionRange: { start: document.positionAt(part.keyFrom), end: document.positionAt(part.keyTo) },
  children: part.parts.map((inner) => symbolOf(inner, document)),
})
