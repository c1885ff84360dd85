import type { Random } from './random.js';

/** What a sentence is made of; the first of each are much more common, as in any language. */
const THINGS =
  'housing dentists schools buses carers rents trains nurses teachers apprentices pensions hospitals childcare wages libraries councils energy homes insulation rivers farms broadband ports steelworks police prisons courts benefits migrants students universities museums parks roads cycling ferries pharmacies ambulances midwives youth-clubs allotments food-banks credit-unions co-operatives tenants landlords leaseholders surgeries wards'.split(
    ' ',
  );
const DOINGS =
  'fund build protect expand open reform repair publish guarantee insulate train employ regulate audit extend simplify restore connect license subsidise electrify decentralise'.split(
    ' ',
  );
const MANNERS =
  'in every town; where the last one closed; within five years; before the next election; with local councils; without new charges; for those who need it most; in the regions first; by law; through the unions; as other countries do; at the same pay'.split(
    '; ',
  );
const REASONS =
  'People wait for months and give up.; The evidence from the pilots is clear.; It costs less than doing nothing.; My branch has argued for this for years.; Those who do the work were never asked.; It would be felt within a year.; The savings come later than the costs.; Nobody should have to move away for this.; The figures of last year show it.; We promised as much before.'.split(
    '; ',
  );

/** The more often, the nearer to the beginning. */
const often = <Entry>(random: Random, entries: readonly Entry[]): Entry =>
  entries[Math.floor(random.part() ** 3 * entries.length)] as Entry;

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** What a proposal asks for: one sentence. */
export function statement(random: Random): string {
  const doing = capital(random.pick(DOINGS));
  const [thing, other] = [often(random, THINGS), often(random, THINGS)];
  const second = random.part() < 0.4 ? `, and ${random.pick(DOINGS)} ${other}` : '';
  return `${doing} ${thing}${second} ${random.pick(MANNERS)}.`;
}

/** So many sentences of why. */
export function argument(random: Random, sentences: number): string {
  return Array.from({ length: sentences }, (_, i) =>
    i % 2 === 0
      ? random.pick(REASONS)
      : `We should ${random.pick(DOINGS)} ${often(random, THINGS)} ${random.pick(MANNERS)}.`,
  ).join(' ');
}

const GIVEN =
  'Asha Ruth Tomos Grace Daniel Priya Owen Mary Ibrahim Elin Joseph Fatima Callum Siân Kwame Beth Yusuf Nora Gareth Lucy'.split(
    ' ',
  );
const SURNAMES =
  'Khan Evans Okafor Smith Patel Jones Campbell Hughes Begum Taylor Murphy Ahmed Wilson Davies Brown Osei Thomas Clarke Mensah Walker'.split(
    ' ',
  );

export const personName = (random: Random): string =>
  `${random.pick(GIVEN)} ${random.pick(SURNAMES)}`;
