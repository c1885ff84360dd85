import type { CodegenConfig } from '@graphql-codegen/cli';

/** Types of arguments, inputs and enums from the contract. Rows are typed where they are read. */
const config: CodegenConfig = {
  schema: '../../packages/schema/schema.graphql',
  generates: {
    'src/graphql/generated.ts': {
      plugins: ['typescript'],
      config: {
        enumsAsTypes: true,
        skipTypename: true,
        useTypeImports: true,
        onlyOperationTypes: false,
        avoidOptionals: false,
        inputMaybeValue: 'T | null | undefined',
        scalars: {
          ID: 'string',
          DateTime: { input: 'Date', output: 'Date' },
          Date: 'string',
          Markdown: 'string',
        },
      },
    },
  },
};

export default config;
