/** Starts the built server once, with a demonstration of its own, before the first browser test. */
import { startServer } from './server.js';

export default async function raise() {
  globalThis.clarion = await startServer();
  process.env.CLARION_ADDRESS = globalThis.clarion.address;
}
