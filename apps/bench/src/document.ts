const PREAMBLE = `# Benchmarks

Written by \`pnpm bench\` (without pnpm: \`node scripts/bench.mjs\`), never by hand. Subjects run in turn, A B A B, in one run;
three numbers are the least, the **median** and the most. On a shared machine times mean little; ratios to what was
measured beside them do. MB are 2²⁰ bytes. What must be fast, and why, is in the issues.
`;

/** A table in Markdown. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A target beside what was measured, and whether it is met. */
export interface Target {
  job: string;
  target: string;
  measured: string;
  /** Null where it could not be measured. */
  isMet: boolean | null;
}

export function targetTable(targets: readonly Target[]): string {
  const verdict = ({ isMet }: Target) =>
    isMet === null ? 'not measured' : isMet ? 'yes' : '**no**';
  return table(
    ['target', '', 'measured (median)', 'met'],
    targets.map((target) => [target.job, target.target, target.measured, verdict(target)]),
  );
}

/** The document with one section put in or replaced, in the order of `titles`; what no bench writes any more goes. */
export function putSection(
  document: string,
  titles: readonly string[],
  title: string,
  body: string,
): string {
  const sections = new Map<string, string>();
  for (const part of document.split(/^(?=## )/m)) {
    const [, name] = /^## (.*)$/m.exec(part) ?? [];
    if (part.startsWith('## ') && name) sections.set(name, part.trimEnd());
  }
  sections.set(title, `## ${title}\n\n${body.trim()}`);
  const kept = titles.filter((name) => sections.has(name)).map((name) => sections.get(name));
  return `${[PREAMBLE.trim(), ...kept].join('\n\n')}\n`;
}
