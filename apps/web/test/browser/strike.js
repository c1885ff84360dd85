/** Ends the server after the last browser test, and takes its data away. */
import { rmSync } from 'node:fs';

const PATIENCE = 20_000;

export default async function strike() {
  const { server, data, log } = globalThis.clarion ?? {};
  if (!server) return;
  if (server.exitCode === null && server.signalCode === null) {
    const ended = new Promise((resolve) => server.once('exit', resolve));
    const timer = setTimeout(() => server.kill('SIGKILL'), PATIENCE);
    server.kill('SIGTERM');
    await ended;
    clearTimeout(timer);
  }
  if (server.exitCode) {
    console.log(
      `The server ended with ${server.exitCode}. It said:\n${log.join('').slice(-4_000)}`,
    );
  }
  rmSync(data, { recursive: true, force: true });
}
