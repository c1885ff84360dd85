import { preset } from '@clarion/config/jest';

const base = preset({ environment: 'jsdom' });

export default {
  ...base,
  // A whole page is opened in a test, on a machine that may be busy.
  testTimeout: 20_000,
  // They need Chromium and the built server: jest.browser.config.js.
  testPathIgnorePatterns: ['<rootDir>/test/browser/'],
  testEnvironment: '<rootDir>/test/environment.js',
  moduleNameMapper: {
    ...base.moduleNameMapper,
    '\\.(css|woff2)$': '<rootDir>/test/emptyStyle.ts',
  },
};
