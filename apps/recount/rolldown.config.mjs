/** One file with everything in it, so that it runs wherever it is put, with nothing installed beside it. */
export default {
  input: 'src/recount.ts',
  platform: 'node',
  output: {
    file: 'dist/recount.mjs',
    format: 'esm',
    banner: '#!/usr/bin/env node',
    codeSplitting: false,
  },
};
