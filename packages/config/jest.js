/** Jest for ES modules in TypeScript: swc strips the types, Node links the modules. */
import { fileURLToPath } from 'node:url';

const swcJest = fileURLToPath(import.meta.resolve('@swc/jest'));

/** @param {{ environment?: 'node' | 'jsdom' }} [options] */
export function preset({ environment = 'node' } = {}) {
  return {
    testEnvironment: environment,
    testMatch: ['<rootDir>/{src,test}/**/*.test.{ts,tsx}'],
    extensionsToTreatAsEsm: ['.ts', '.tsx'],
    moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
    transform: {
      '^.+\\.tsx?$': [
        swcJest,
        {
          jsc: {
            target: 'es2022',
            parser: { syntax: 'typescript', tsx: true, decorators: true },
            transform: {
              legacyDecorator: true,
              decoratorMetadata: true,
              react: { runtime: 'automatic' },
            },
          },
          module: { type: 'es6' },
        },
      ],
    },
  };
}
