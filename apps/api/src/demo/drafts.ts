import type { DraftScript } from './script.js';

export const drafts: DraftScript[] = [];
