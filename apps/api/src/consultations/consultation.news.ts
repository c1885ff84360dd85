import type { Topic } from '../live/topic.js';
import { published } from './consultation.queries.js';

/** A consultation, with what later features tell of it: columns in SQL with their names, its row being `c`. */
export const consultationNews = (told: readonly string[]): Topic => ({
  field: 'consultationNews',
  read: (db, ids) => published(db, ids, told.map((column) => `, ${column}`).join('')),
});
