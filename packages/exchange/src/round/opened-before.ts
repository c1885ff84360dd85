import { COMMITMENTS_FILE, OPENINGS_FILE, UNOPENED_FILE } from './commitment-files.js';
import { readFates, readUnopened } from './read-commitments.js';
import type { OpenedBefore, RoundFiles, Unopened } from './round-input.js';

/**
 * What is known once this bundle is out beside earlier ones of its consultation, which `earlier` sums up.
 * Throws MalformedFile for what cannot be read.
 */
export function openedBefore(files: RoundFiles, earlier: OpenedBefore | null): OpenedBefore {
  const opened = new Set(earlier?.opened);
  const closed = new Set(earlier?.closed);
  if (files.has(COMMITMENTS_FILE) && files.has(OPENINGS_FILE)) {
    for (const { fate, commitment } of readFates(files)) {
      if (fate === 'opened') opened.add(commitment);
      if (fate === 'hidden') closed.add(commitment);
    }
  }
  for (const commitment of opened) closed.delete(commitment);
  const last = new Map<number, Unopened>();
  if (files.has(UNOPENED_FILE)) {
    for (const { proposal, votes, waiting, without } of readUnopened(files)) {
      last.set(proposal, { votes, waiting, without });
    }
  }
  return { opened, closed, last };
}
