// The language server protocol, loaded only by `beian-check lsp`.
export { createConnection, ProposedFeatures, TextDocuments } from 'vscode-languageserver/node.js'
export { TextDocument } from 'vscode-languageserver-textdocument'
