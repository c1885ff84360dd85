import {
  cleanLine,
  type Day,
  isBlank,
  isDay,
  isEmail,
  lengthOf,
  membershipNumber,
  type Standing,
} from '@clarion/deliberation';
import { closest, distance } from 'fastest-levenshtein';
import { shown } from '../malformed-file.js';
import { type Columns, folded } from './roll-columns.js';

/** A person as a line of the roll tells of them. */
export interface RollPerson {
  membershipNumber: string;
  name: string;
  /** None: the file says nothing about it, and what is known stays. */
  email: string | null;
  standing: Standing;
  clpId: string | null;
  joinedOn: Day;
  lapsedOn: Day | null;
}

/** A CLP that a line may name. */
export interface KnownClp {
  id: string;
  name: string;
}

/** Why a line cannot be taken. */
export class LineFault extends Error {}

const STANDINGS: Record<string, Standing> = {
  member: 'member',
  fullmember: 'member',
  full: 'member',
  affiliatedsupporter: 'affiliated_supporter',
  affiliated: 'affiliated_supporter',
  affiliate: 'affiliated_supporter',
  registeredsupporter: 'registered_supporter',
  registered: 'registered_supporter',
};

const NAME_MAX = 140;
/** Years that nobody now living joined before. */
const EARLIEST: Day = '1900-01-01';
const BRITISH = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/;
const NOT_LAPSED = new Set(['', 'no', 'n', 'false', '0', '-']);

/** A day written as 2026-11-21 or 21/11/2026, with or without a time after it. */
export function dayIn(cell: string): Day | null {
  const [text = ''] = cell.trim().split(/[T ]/u);
  const british = BRITISH.exec(text);
  const day = british
    ? `${british[3]}-${british[2]?.padStart(2, '0')}-${british[1]?.padStart(2, '0')}`
    : text;
  return isDay(day) ? day : null;
}

function asDay(cell: string, what: string, today: Day): Day {
  const day = dayIn(cell);
  if (!day) throw new LineFault(`${what} is ${shown(cell)}; write it as 2026-11-21 or 21/11/2026.`);
  if (day < EARLIEST) throw new LineFault(`${what} is ${day}, which is too long ago.`);
  if (day > today && what !== LAPSED)
    throw new LineFault(`${what} is ${day}, which is still to come.`);
  return day;
}

const LAPSED = 'the day it lapsed';

/** Names of CLPs as they are compared: “Hastings & Rye CLP” is Hastings and Rye. */
const clpKey = (name: string) =>
  folded(name.replace(/&/gu, ' and ').replace(/\bCLP\b|\bconstituency labour party\b/giu, ''));

/** Finds a CLP by its name; of one that is not known, says which one may be meant. */
export function clpFinder(clps: readonly KnownClp[]): (cell: string) => string | null {
  const byKey = new Map(clps.map((clp) => [clpKey(clp.name), clp]));
  const keys = [...byKey.keys()];
  return (cell) => {
    const key = clpKey(cell);
    if (key === '') return null;
    const found = byKey.get(key);
    if (found) return found.id;
    const near = keys.length > 0 ? closest(key, keys) : '';
    const isNear = near !== '' && distance(key, near) <= Math.max(2, key.length / 3);
    const meant = isNear ? ` Is it ${byKey.get(near)?.name}?` : '';
    throw new LineFault(`there is no CLP called ${shown(cell)}.${meant}`);
  };
}

/** Reads lines into people. Throws a LineFault for one that cannot be taken. */
export function lineReader(columns: Columns, clps: readonly KnownClp[], today: Day) {
  const clpIn = clpFinder(clps);
  return (fields: readonly string[]): RollPerson => {
    const cell = (at: number | undefined) => (at === undefined ? '' : (fields[at] ?? '').trim());
    const number = numberIn(cell(columns.number));
    const standing = STANDINGS[folded(cell(columns.standing)).replace(/s$/u, '')];
    if (!standing) {
      throw new LineFault(
        `the standing is ${shown(cell(columns.standing))}; write member, affiliated supporter or registered supporter.`,
      );
    }
    const lapsed = cell(columns.lapsedOn);
    const person: RollPerson = {
      membershipNumber: number,
      name: nameIn(
        columns.name === undefined
          ? `${cell(columns.firstName)} ${cell(columns.lastName)}`
          : cell(columns.name),
      ),
      email: emailIn(cell(columns.email)),
      standing,
      clpId: clpIn(cell(columns.clp)),
      joinedOn: asDay(cell(columns.joinedOn), 'the day they joined', today),
      lapsedOn: NOT_LAPSED.has(lapsed.toLowerCase()) ? null : asDay(lapsed, LAPSED, today),
    };
    if (person.lapsedOn && person.lapsedOn < person.joinedOn) {
      throw new LineFault(`it lapsed on ${person.lapsedOn}, before they joined.`);
    }
    return person;
  };
}

function numberIn(cell: string): string {
  if (cell === '') throw new LineFault('the membership number is missing.');
  const number = membershipNumber(cell);
  if (!number) throw new LineFault(`${shown(cell)} is not a membership number.`);
  return number;
}

function nameIn(cell: string): string {
  const name = cleanLine(cell);
  if (isBlank(name)) throw new LineFault('the name is missing.');
  if (lengthOf(name) > NAME_MAX) throw new LineFault(`the name has over ${NAME_MAX} characters.`);
  return name;
}

function emailIn(cell: string): string | null {
  if (cell === '') return null;
  if (!isEmail(cell)) throw new LineFault('the email is not an address mail can be sent to.');
  return cell;
}
