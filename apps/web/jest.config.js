import { preset } from '@clarion/config/jest';

const base = preset({ environment: 'jsdom' });

export default {
  ...base,
  setupFiles: ['<rootDir>/test/browser.ts'],
  moduleNameMapper: {
    ...base.moduleNameMapper,
    '\\.(css|woff2)$': '<rootDir>/test/emptyStyle.ts',
  },
};
