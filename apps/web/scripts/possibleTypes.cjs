/** Codegen plugin: which types a union or interface may be, for Apollo's cache. */
const { isAbstractType } = require('graphql');

module.exports.plugin = (schema) => {
  const rows = Object.values(schema.getTypeMap())
    .filter((type) => isAbstractType(type) && !type.name.startsWith('__'))
    .map((type) => {
      const names = schema.getPossibleTypes(type).map((possible) => `'${possible.name}'`);
      return `  ${type.name}: [${names.join(', ')}],`;
    });
  return `export const possibleTypes: Record<string, string[]> = {\n${rows.join('\n')}\n};\n`;
};
