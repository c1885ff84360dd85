/** Ends the server after the last browser test, and takes its data away. */
import { stopServer } from './server.js';

export default async function strike() {
  if (globalThis.clarion) await stopServer(globalThis.clarion);
}
