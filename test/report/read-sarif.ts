// Reads a SARIF report, after OASIS's schema has found nothing wrong with it.
import { readFileSync } from 'node:fs'
import Ajv from 'ajv-draft-04'
import addFormats from 'ajv-formats'

const schema: object = JSON.parse(
  readFileSync(new URL('sarif/sarif-schema-2.1.0.json', import.meta.url), 'utf8'),
)
const ajv = new Ajv({ strict: false, allErrors: true })
addFormats(ajv)
const validate = ajv.compile(schema)

export interface Region {
  readonly startLine: number
  readonly startColumn: number
  readonly endLine: number
  readonly endColumn: number
  readonly charOffset: number
  readonly charLength: number
}

export interface Result {
  readonly ruleId: string
  readonly ruleIndex: number
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly [
    {
      readonly physicalLocation: {
        readonly artifactLocation: { readonly uri: string }
        readonly region: Region
      }
    },
  ]
  readonly relatedLocations?: readonly {
    readonly physicalLocation: { readonly artifactLocation: { readonly uri: string } }
  }[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly fixes?: readonly {
    readonly artifactChanges: readonly {
      readonly replacements: readonly {
        readonly deletedRegion: Region
        readonly insertedContent: { readonly text: string }
      }[]
    }[]
  }[]
}

export interface Run {
  readonly tool: {
    readonly driver: {
      readonly rules: readonly {
        readonly id: string
        readonly help: { readonly text: string; readonly markdown: string }
      }[]
    }
  }
  readonly columnKind: string
  readonly results: readonly Result[]
  readonly invocations: readonly [
    { readonly executionSuccessful: boolean; readonly toolExecutionNotifications?: readonly unknown[] },
  ]
}

/** The run of a report. Throws what the schema has against it. */
export function readSarif(text: string): Run {
  const report: { runs: [Run] } = JSON.parse(text)
  if (!validate(report)) throw new Error(ajv.errorsText(validate.errors, { separator: '\n' }))
  return report.runs[0]
}
