// fast-check for the tests: a fixed seed, so that a run says the same twice. The long fuzz script varies it.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 20071) })

export default fc
