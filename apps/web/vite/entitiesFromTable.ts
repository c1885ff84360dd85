import type { Plugin } from 'vite';

/**
 * Markdown's names for characters (`&amp;`) from a table. For browsers their library would have the page
 * itself read them as HTML, which trusted types refuse.
 */
export function entitiesFromTable(): Plugin {
  return {
    name: 'clarion:entities-from-table',
    enforce: 'pre',
    async resolveId(id, importer, options) {
      if (id !== 'decode-named-character-reference') return null;
      const found = await this.resolve(id, importer, { ...options, skipSelf: true });
      return found && { ...found, id: found.id.replace(/index\.dom\.js$/, 'index.js') };
    },
  };
}
