// Loaded before the program: notes every attempt to reach a network in the file that NETWORK_LOG names, and refuses it.
'use strict'
const { appendFileSync } = require('node:fs')
const dgram = require('node:dgram')
const dns = require('node:dns')
const net = require('node:net')
const { isMainThread } = require('node:worker_threads')

function refuse(what) {
  return (...args) => {
    appendFileSync(
      process.env.NETWORK_LOG,
      `${what} ${isMainThread ? '' : 'in a worker '}${JSON.stringify(args[0])}\n`,
    )
    throw new Error('there is no network here')
  }
}

net.Socket.prototype.connect = refuse('connect')
net.Server.prototype.listen = refuse('listen')
dgram.createSocket = refuse('datagram')
dgram.Socket.prototype.send = refuse('datagram')
for (const name of Object.keys(dns))
  if (/^(?:lookup|resolve|reverse)/.test(name)) dns[name] = refuse(`dns.${name}`)
for (const name of Object.keys(dns.promises)) {
  if (/^(?:lookup|resolve|reverse)/.test(name)) dns.promises[name] = refuse(`dns.${name}`)
}
globalThis.fetch = refuse('fetch')
