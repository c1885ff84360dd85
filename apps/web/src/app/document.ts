/** What Vite writes about the files of a build: what each module became, and what it needs. */
export type Manifest = Record<
  string,
  { file: string; imports?: readonly string[]; css?: readonly string[] }
>;

/** What a page is made of beside its words. */
export interface Screen {
  /** The page as React wrote it. */
  body: string;
  title: string;
  /** What the browser needs to take it over without asking again. */
  state: unknown;
  /** The page's module, as the manifest names it. */
  module: string | null;
}

export const STATE_ID = 'first-screen';

const SIGNS: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);

/** As JSON in which no `<` stands, so that nothing in it ends the element it is in, or begins another. */
const asData = (state: unknown) => JSON.stringify(state).replaceAll('<', '\\u003c');

/** A module's files with all it imports, each once. */
function filesOf(manifest: Manifest, module: string): Set<string> {
  const modules = new Set<string>();
  const files = new Set<string>();
  const gather = (name: string) => {
    const made = manifest[name];
    if (!made || modules.has(name)) return;
    modules.add(name);
    files.add(made.file);
    for (const sheet of made.css ?? []) files.add(sheet);
    for (const next of made.imports ?? []) gather(next);
  };
  gather(module);
  return files;
}

/** The page's own files, of which the shell does not know: they start to load with the HTML. */
function linksTo(manifest: Manifest, module: string, shell: string): string {
  const unknown = [...filesOf(manifest, module)].filter((file) => !shell.includes(`/${file}"`));
  return unknown
    .map((file) =>
      file.endsWith('.css')
        ? `<link rel="stylesheet" crossorigin href="/${file}">`
        : `<link rel="modulepreload" crossorigin href="/${file}">`,
    )
    .join('');
}

/** Puts a page into the shell. Every replacement is a function: `$` in what members wrote means nothing. */
export function documentOf(shell: string, manifest: Manifest, screen: Screen): string {
  const { body, title, state, module } = screen;
  const links = module ? linksTo(manifest, module, shell) : '';
  return shell
    .replace(/<title>.*?<\/title>/, () => `<title>${escaped(title)}</title>`)
    .replace('</head>', () => `${links}</head>`)
    .replace(
      '<div id="root"></div>',
      () =>
        `<div id="root">${body}</div><script type="application/json" id="${STATE_ID}">${asData(state)}</script>`,
    );
}
