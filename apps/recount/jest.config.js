import { preset } from '@clarion/config/jest';

// Each test starts the program, some of them many times.
export default { ...preset(), testTimeout: 60_000 };
