import { preset } from '@clarion/config/jest';

const base = preset();

/** Browser tests: a real Chromium on the built server with the demonstration. Build first. */
export default {
  ...base,
  testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
  moduleNameMapper: {
    ...base.moduleNameMapper,
    '\\.(css|woff2)$': '<rootDir>/test/emptyStyle.ts',
  },
  globalSetup: '<rootDir>/test/browser/raise.js',
  globalTeardown: '<rootDir>/test/browser/strike.js',
  testTimeout: 120_000,
  // One server and one demonstration for all of them.
  maxWorkers: 1,
};
