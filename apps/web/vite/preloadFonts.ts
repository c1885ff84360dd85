import type { Plugin } from 'vite';

/** The two fonts that every first screen needs start loading with the HTML, not after the CSS. */
export function preloadFonts(wanted: RegExp[]): Plugin {
  return {
    name: 'clarion:preload-fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => wanted.some((font) => font.test(file)))
          .map((file) => ({
            tag: 'link',
            attrs: {
              rel: 'preload',
              as: 'font',
              type: 'font/woff2',
              crossorigin: true,
              href: `/${file}`,
            },
            injectTo: 'head' as const,
          })),
    },
  };
}
