import type { Duty } from '../office.js';

/**
 * Who may ask for something at all: anyone, whoever is signed in, whoever is signed in and whose
 * membership has not lapsed, visitors to a demonstration, or whoever carries a duty for some body today.
 */
export type Who = 'anyone' | 'signed_in' | 'on_the_roll' | 'demonstration' | Duty;

/**
 * Of whose things. `own`: of one's own, so that others are refused or shown nothing. `body`: for a body
 * one carries the duty for, so that officers of other bodies are refused. `published`: of what everybody
 * may read, and of what one writes oneself. `counted`: of votes, once the rules let one see the counts.
 */
export type Whose = 'own' | 'body' | 'published' | 'counted';

/** One row: who may ask, of whose things, and which rule of this package is asked next about the very thing. */
export interface Access {
  who: Who;
  of?: Whose;
  /** The finer rule, asked inside the transaction that writes or by the statement that reads. */
  rule?: string;
  /** What happens in a consultation that has ended; left out, it makes no difference. */
  closed?: 'refused';
  /** Asks for a confirmation that it is still the same person, of the last ten minutes. */
  confirm?: true;
  /** What whoever may not is told instead of the usual sentence. */
  says?: string;
}
