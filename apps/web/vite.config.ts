import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { entitiesFromTable } from './vite/entitiesFromTable.ts';
import { graphqlDocuments } from './vite/graphqlDocuments.ts';
import { preloadFonts } from './vite/preloadFonts.ts';

/** The API answers on the same origin; while developing, Vite passes its paths on. */
const api = process.env.CLARION_API ?? 'http://127.0.0.1:4000';
/** Downloads of the record; its page is the web app's. */
const record = { '^/record/.+': api };
const live = { '/live': { target: api, ws: true } };

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    entitiesFromTable(),
    graphqlDocuments(new URL('./src/graphql/generated/gql.ts', import.meta.url)),
    react(),
    tailwindcss(),
    preloadFonts([
      /atkinson-hyperlegible-next-latin-wght-normal/,
      /bricolage-grotesque-latin-wght-normal/,
    ]),
  ],
  // As modules, so that a worker shares what it can and starts as the page does.
  worker: { format: 'es' },
  build: isSsrBuild
    ? { outDir: 'dist-server', copyPublicDir: false, target: 'node20' }
    : {
        manifest: true,
        target: 'baseline-widely-available',
        rollupOptions: {
          input: ['index.html', 'src/app/begin.ts'],
          // What every page needs before it can run in one file: apart, forty small ones weigh a fifth more.
          output: {
            codeSplitting: {
              groups: [
                {
                  name: 'shell',
                  tags: ['$initial'],
                  test: (id) => !/(\/app\/(begin\.ts|main\.tsx)|index\.html)$/.test(id),
                },
              ],
            },
          },
        },
      },
  // What writes pages on the server brings all it needs along, as it is for members.
  ...(isSsrBuild && {
    ssr: { noExternal: true },
    define: { 'process.env.NODE_ENV': '"production"' },
  }),
  server: {
    port: 5173,
    proxy: { '/graphql': api, '/download': api, '/health': api, ...record, ...live },
  },
  preview: {
    port: 4173,
    proxy: { '/graphql': api, '/download': api, '/health': api, ...record, ...live },
  },
}));
