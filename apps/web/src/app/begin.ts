/**
 * What a page that the server wrote begins with. A module runs when the page and its style are here, so scripts
 * and what can be read do not share a slow network: the page is painted first, and then taken over.
 */
const SCRIPTS_ID = 'scripts';

const [main = '', ...others] = JSON.parse(
  document.getElementById(SCRIPTS_ID)?.textContent ?? '[]',
) as string[];
for (const file of others) {
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.crossOrigin = '';
  link.href = file;
  document.head.append(link);
}
await import(/* @vite-ignore */ main);

export {};
