import { v5 } from 'uuid';

/** Every id of the demo is made from its key, so that loading it twice makes the same. */
const NAMESPACE = '6f1c9a52-8f0e-5d5b-9c3a-0b7f6f3f9d10';

/** The id of something in the demo: `demoId('member', 'asha')`. */
export const demoId = (kind: string, key: string): string => v5(`${kind}:${key}`, NAMESPACE);

export const bodyId = (key: string) => demoId('body', key);
export const memberId = (key: string) => demoId('member', key);
