/** Imported first by every script: an old Node hears one plain sentence instead of a syntax error. */
const NEEDED = [20, 19];

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < NEEDED[0] || (major === NEEDED[0] && minor < NEEDED[1])) {
  console.error(
    `Clarion needs Node ${NEEDED.join('.')} or newer; this is Node ${process.versions.node}. Get a newer one from nodejs.org.`,
  );
  process.exit(1);
}
