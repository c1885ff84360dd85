import { careWorking } from './drafts/care-working.js';
import { warmHomesFirst } from './drafts/warm-homes-first.js';
import { warmHomesSecond } from './drafts/warm-homes-second.js';
import type { DraftScript } from './script.js';

/** Every draft of the demo: one adopted in its second version, one still being written. */
export const drafts: DraftScript[] = [
  {
    key: 'warm-homes-draft',
    title: 'Warm homes, street by street',
    summary:
      'How the homes in the coldest third of streets are to be insulated in ten years: in which order, at whose cost, and how anybody will know that it worked. Every paragraph shows which proposals, evidence and answers it came from.',
    consultation: 'warm-homes',
    versions: [
      {
        published: -62,
        note: 'First version, after every proposal above the line had been answered. The levy for the public fund and the limit for landlords are left open.',
        paragraphs: warmHomesFirst,
      },
      {
        published: -45,
        note: 'Six paragraphs have figures that were missing or are put more carefully, two are new, on homes spoiled by earlier schemes and on small firms, and the lent boiler is gone, because it would have to be plumbed in like any other.',
        paragraphs: warmHomesSecond,
      },
    ],
    adopted: {
      day: -40,
      for: 142,
      against: 31,
      abstained: 9,
      meeting: 'National Policy Forum, Leeds',
    },
  },
  {
    key: 'care-draft',
    title: 'Fair pay in care: working draft',
    summary:
      'What the forum would ask of the first fair pay agreement in adult social care, as far as the proposals have been answered. It is being written and has not been published.',
    consultation: 'care-workers',
    versions: [
      {
        published: null,
        note: 'Written while the answers come in; personal assistants, visas, the register and council services wait for theirs.',
        paragraphs: careWorking,
      },
    ],
  },
];
