import { preset } from '@clarion/config/jest';

// Whole exports and rounds are read and written, on machines that do other things as well.
export default { ...preset(), testTimeout: 30_000 };
