import { preset } from '@clarion/config/jest';

export default preset();
