import { preset } from '@clarion/config/jest';

const base = preset({ environment: 'jsdom' });

export default {
  ...base,
  testEnvironment: '<rootDir>/test/environment.js',
  moduleNameMapper: {
    ...base.moduleNameMapper,
    '\\.(css|woff2)$': '<rootDir>/test/emptyStyle.ts',
  },
};
