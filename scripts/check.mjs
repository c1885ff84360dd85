/** `pnpm check`: one readable list. */
import { runChecks } from './checks.mjs';
import { build, ensureInstalled, main, readOptions } from './toolchain.mjs';

const HELP = `Usage: pnpm check

format        Biome's formatting and fast rules ("pnpm format" mends it)
lint          ESLint's rules that need types
architecture  no cycles, and every import from its left (.dependency-cruiser.cjs)
unused        no unused file, export or dependency (Knip)
types         TypeScript
contract      schema.graphql is what its parts say ("pnpm generate" mends it)
generated     the types made from the contract are fresh (the same)`;

await main(async () => {
  readOptions(HELP);
  await ensureInstalled();
  await build(console.log, ['@clarion/api^...']);
  const { failed } = await runChecks();
  process.exit(failed > 0 ? 1 : 0);
});
