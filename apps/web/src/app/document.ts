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
const dataElement = (id: string, data: unknown) =>
  `<script type="application/json" id="${id}">${asData(data)}</script>`;

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

/** What a written page begins with, as the manifest names it. */
const BEGIN = 'src/app/begin.ts';
const LATER =
  /<(?:script type="module"|link rel="(?:modulepreload|preload)")[^>]*>(?:<\/script>)?\s*/g;

/** The shell of pages that are there to be read at once: it fetches no script and no font before the page shows. */
export interface ReadingShell {
  html: string;
  /** Scripts of every page, the one that starts the app first. */
  scripts: readonly string[];
}

export function readingShell(shell: string): ReadingShell {
  const later = shell.match(LATER) ?? [];
  const scripts = later.flatMap(
    (element) => /(?:src|href)="(\/[^"]+\.js)"/.exec(element)?.[1] ?? [],
  );
  return { html: shell.replaceAll(LATER, ''), scripts };
}

const SHEET = /<link rel="stylesheet" crossorigin href="\/([^"]+)">/g;

/** Style sheets of the build by their files, where they are to stand in the page itself. */
export type Sheets = ReadonlyMap<string, string>;

/** A page, and the files of the style sheets whose text stands in it. */
export interface Document {
  html: string;
  styles: readonly string[];
}

/** The head with the text of each style sheet in the place of its link: a page is painted a way there and back sooner. */
function withSheets(head: string, sheets: Sheets): { head: string; styles: string[] } {
  const styles: string[] = [];
  const written = head.replace(SHEET, (link, file: string) => {
    const text = sheets.get(file);
    if (text === undefined) return link;
    styles.push(file);
    return `<style>${text}</style>`;
  });
  return { head: written, styles };
}

/**
 * Puts a page into the shell, with those of its style sheets that are given. Every replacement is a
 * function: `$` in what members wrote means nothing.
 */
export function documentOf(
  shell: ReadingShell,
  manifest: Manifest,
  screen: Screen,
  sheets: Sheets,
): Document {
  const { body, title, state, module } = screen;
  const own = [...(module ? filesOf(manifest, module) : [])].map((file) => `/${file}`);
  const more = own.filter((file) => file.endsWith('.css') && !shell.html.includes(`"${file}"`));
  const links = more.map((file) => `<link rel="stylesheet" crossorigin href="${file}">`).join('');
  const scripts = new Set([...shell.scripts, ...own.filter((file) => file.endsWith('.js'))]);
  const begin = `/${manifest[BEGIN]?.file ?? ''}`;
  const [head = '', rest = ''] = shell.html.split('</head>');
  const styled = withSheets(head + links, sheets);
  const titled = styled.head.replace(
    /<title>.*?<\/title>/,
    () => `<title>${escaped(title)}</title>`,
  );
  const filled = rest.replace(
    '<div id="root"></div>',
    () =>
      `<div id="root">${body}</div>${dataElement(STATE_ID, state)}${dataElement('scripts', [...scripts])}<script type="module" crossorigin src="${begin}"></script>`,
  );
  return { html: `${titled}</head>${filled}`, styles: styled.styles };
}
