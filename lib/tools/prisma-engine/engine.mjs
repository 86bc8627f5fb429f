#!/usr/bin/env node
// Prisma's CLI downloads a schema engine on first use, which fails without the internet. This stands in for it: it speaks
// the engine's JSON-RPC over stdio and runs Prisma's own WebAssembly build of it, from node_modules.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'

const args = process.argv.slice(2)
if (args.includes('cli')) process.exit(0) // "can you connect?", "create the database": both answer themselves on use
const datasource = JSON.parse(args[args.indexOf('--datasource') + 1] ?? '{}')

const wasmPath = createRequire(import.meta.url)
  .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  .replace(/\.js$/, '.wasm')
const { instance } = await WebAssembly.instantiate(readFileSync(wasmPath), { './schema_engine_bg.js': glue })
glue.__wbg_set_wasm(instance.exports)
instance.exports.__wbindgen_start()

const { adapterFactory } = await import(
  process.env.FOOTNOTE_SCHEMA === 'postgresql' ? './postgres-adapter.mjs' : './sqlite-adapter.mjs'
)
const adapter = bindMigrationAwareSqlAdapterFactory(adapterFactory(datasource.url))
const engine = await glue.SchemaEngine.new({ datamodels: undefined }, () => {}, adapter)

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

const answer = async ({ id, method, params }) => {
  try {
    const result = await (method === 'getDatabaseVersion' ? engine.version(params) : engine[method](params))
    if (method === 'diff' && result?.stdout) send({ id: 0, method: 'print', params: { content: result.stdout } })
    send({ id, result: result ?? {} })
  } catch (error) {
    const data = { is_panic: false, message: String(error.message ?? error), error_code: error.code, meta: error.meta }
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
  }
}

for await (const line of createInterface({ input: process.stdin })) if (line.trim()) await answer(JSON.parse(line))
process.exit(0)
