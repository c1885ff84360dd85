import { RECORD_SUBJECTS, type RecordSubject } from '@clarion/deliberation';

/** What the address says is shown. */
export interface EntryFilter {
  subject: RecordSubject | '';
  kind: string;
  consultation: string;
  about: string;
  from: string;
  to: string;
}

export const subjectNames: Record<RecordSubject, string> = {
  consultation: 'Consultations',
  proposal: 'Proposals',
  comment: 'Comments',
  evidence: 'Evidence',
  draft: 'Drafts',
  body: 'Bodies',
  office: 'Offices',
  roll: 'The roll',
  contact: 'Contacts',
  moderation: 'Moderation',
  round: 'Rounds',
  configuration: 'Settings',
  record: 'The record itself',
};

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const ID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/i;

/** The id in an id or in the address of a page; empty for none. */
export const idIn = (text: string): string => ID.exec(text)?.[0].toLowerCase() ?? '';

const dayIn = (value: string | null) => (value && DAY.test(value) ? value : '');

export function readFilter(search: URLSearchParams): EntryFilter {
  const subject = RECORD_SUBJECTS.find((one) => one === search.get('subject')) ?? '';
  return {
    subject,
    kind: search.get('kind') ?? '',
    consultation: idIn(search.get('consultation') ?? ''),
    about: idIn(search.get('about') ?? ''),
    from: dayIn(search.get('from')),
    to: dayIn(search.get('to')),
  };
}

export const isFiltered = (filter: EntryFilter): boolean =>
  Object.values(filter).some((value) => value !== '');

/** The same as the API asks for it. */
export const asAsked = ({ subject, kind, consultation, about, from, to }: EntryFilter) => ({
  aboutKind: subject || null,
  kind: kind || null,
  consultationId: consultation || null,
  aboutId: about || null,
  from: from || null,
  to: to || null,
});
