/** A bar on one line for a person at a terminal; a line for each tenth where the output is a file. */
export function progressBar(label: string, out: NodeJS.WriteStream = process.stderr) {
  const width = 28;
  let shown = -1;
  return {
    update(done: number, total: number) {
      const share = total === 0 ? 1 : Math.min(1, done / total);
      const step = Math.floor(share * (out.isTTY ? 100 : 10));
      if (step === shown) return;
      shown = step;
      const filled = Math.round(share * width);
      const bar = `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
      const percent = String(Math.round(share * 100)).padStart(3);
      out.write(out.isTTY ? `\r${label} ${bar} ${percent}%` : `${label} ${percent}%\n`);
    },
    end() {
      if (out.isTTY) out.write('\n');
    },
  };
}
