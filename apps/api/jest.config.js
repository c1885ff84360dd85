import { preset } from '@clarion/config/jest';

export default {
  ...preset(),
  globalSetup: '<rootDir>/test/stage/raise.js',
  globalTeardown: '<rootDir>/test/stage/strike.js',
  testTimeout: 60_000,
  maxWorkers: 2,
};
