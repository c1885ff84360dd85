import { rmSync } from 'node:fs';

export default async function strike() {
  await globalThis.__clarionStage.stop();
  rmSync(JSON.parse(process.env.CLARION_STAGE).directory, { recursive: true, force: true });
}
