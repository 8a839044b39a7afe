// An editor for tests: a real client of the language server protocol, speaking to a server over its standard streams.
import { type ChildProcess, spawn } from 'node:child_process'
import { pathToFileURL } from 'node:url'
import {
  createProtocolConnection,
  type Diagnostic,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  RegistrationRequest,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node.js'

export interface Editor {
  readonly connection: ProtocolConnection
  readonly capabilities: InitializeResult['capabilities']
  /** What the server has written to standard error, has told the log, and what of its output was no protocol. */
  readonly errors: () => string
  open(file: string, text: string, languageId?: string): string
  /** Waits for diagnostics of a file that `accept` takes. */
  diagnostics(
    uri: string,
    accept: (diagnostics: Diagnostic[], version: number | undefined) => boolean,
  ): Promise<Diagnostic[]>
  /** Closes a file, as its tab. */
  closeFile(uri: string): Promise<void>
  /** Ends the server as an editor does; gives its exit status. */
  close(): Promise<number | null>
  readonly process: ChildProcess
}

export const uriOf = (file: string): string => pathToFileURL(file).href

/** Starts a server and opens a folder with it. */
export async function startEditor(
  command: readonly string[],
  folder: string,
  initialize: Partial<InitializeParams> = {},
  env: Readonly<Record<string, string>> = {},
): Promise<Editor> {
  const [file = '', ...args] = command
  const child = spawn(file, args, { cwd: folder, env: { ...process.env, ...env }, stdio: 'pipe' })
  let errors = ''
  child.stderr.on('data', (piece) => {
    errors += piece
  })
  const connection = createProtocolConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  )
  const published = watchDiagnostics(connection)
  connection.onError(([error]) => {
    errors += String(error)
  })
  connection.onNotification(LogMessageNotification.type, ({ message }) => {
    errors += message
  })
  connection.onRequest(RegistrationRequest.type, () => {})
  connection.listen()
  const { capabilities } = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: uriOf(folder),
    workspaceFolders: [{ uri: uriOf(folder), name: 'drafts' }],
    capabilities: {
      textDocument: {
        hover: { contentFormat: ['markdown', 'plaintext'] },
        publishDiagnostics: { relatedInformation: true, versionSupport: true },
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
        completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
      },
      workspace: {
        workspaceFolders: true,
        configuration: false,
        didChangeWatchedFiles: { dynamicRegistration: true },
      },
    },
    ...initialize,
  })
  await connection.sendNotification(InitializedNotification.type, {})
  return {
    connection,
    capabilities,
    errors: () => errors,
    open(path, text, languageId = 'yaml') {
      const uri = path.startsWith('file:') ? path : uriOf(path)
      connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      })
      return uri
    },
    diagnostics: published,
    closeFile: (uri) =>
      connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } }),
    close: () => close(connection, child),
    process: child,
  }
}

/** Keeps the last diagnostics of each file and wakes whoever waits for them. */
function watchDiagnostics(connection: ProtocolConnection): Editor['diagnostics'] {
  const last = new Map<string, { diagnostics: Diagnostic[]; version: number | undefined }>()
  const waiting = new Set<() => void>()
  connection.onNotification(PublishDiagnosticsNotification.type, ({ uri, diagnostics, version }) => {
    last.set(uri, { diagnostics, version })
    for (const wake of waiting) wake()
  })
  return (uri, accept) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look)
        reject(new Error(`no such diagnostics for ${uri}: ${JSON.stringify(last.get(uri), null, 1)}`))
      }, 20_000)
      const look = (): void => {
        const now = last.get(uri)
        if (now === undefined || !accept(now.diagnostics, now.version)) return
        clearTimeout(timer)
        waiting.delete(look)
        resolve(now.diagnostics)
      }
      waiting.add(look)
      look()
    })
}

async function close(connection: ProtocolConnection, child: ChildProcess): Promise<number | null> {
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  await connection.sendRequest(ShutdownRequest.type)
  await connection.sendNotification(ExitNotification.type)
  const status = await ended
  connection.dispose()
  return status
}
