import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The contract, as committed. */
export function readContract(): string {
  return readFileSync(fileURLToPath(import.meta.resolve('@clarion/schema/schema.graphql')), 'utf8');
}
