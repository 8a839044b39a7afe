// A few seconds of what `npm run fuzz` does for minutes, the same each time.
import { describe, expect, test } from 'vitest'
import { properties } from './properties.ts'

describe('holds of every input', () => {
  test.each(properties.map((property) => [property.name, property] as const))(
    '%s',
    async (_name, { run }) => {
      const { inputs, failure } = await run({ seed: 20071, most: 60 })
      expect(failure).toBeUndefined()
      expect(inputs).toBe(60)
    },
  )
})
