import { MalformedFile, shown } from './malformed-file.js';

/** Where a cell stands, so that a fault can say so. */
export interface Place {
  file: string;
  line: number;
}

// Tables that passed through a data-frame library write whole numbers as 3.0.
const WHOLE = /^\d+(?:\.0+)?$/;
const DECIMAL = /^\d+(?:\.\d+)?$/;
/** Below this a number since the epoch is seconds: as milliseconds it would be before 1973. */
const SECONDS_BELOW = 1e11;
/** The last moment a Date can hold, in milliseconds. */
const LAST_MOMENT = 8.64e15;

/** An id: a whole number from 0. `what` names it, as in "the comment id". */
export function wholeNumber(cell: string, what: string, { file, line }: Place): number {
  const text = cell.trim();
  const value = Number(text);
  if (!WHOLE.test(text) || !Number.isSafeInteger(value)) {
    throw new MalformedFile(file, line, `${what} is ${shown(cell)}; it must be a whole number.`);
  }
  return value;
}

/** Milliseconds since the epoch, from milliseconds or seconds. */
export function timestamp(cell: string, { file, line }: Place): number {
  const text = cell.trim();
  const value = Number(text);
  const at = value < SECONDS_BELOW ? value * 1000 : value;
  if (!DECIMAL.test(text) || at > LAST_MOMENT) {
    const fault = `the timestamp is ${shown(cell)}; it must be a number of milliseconds or seconds.`;
    throw new MalformedFile(file, line, fault);
  }
  return at;
}

/** 1, 0 or -1; `meaning` says what each stands for. */
export function sign(cell: string, what: string, meaning: string, place: Place): -1 | 0 | 1 {
  switch (cell.trim().replace(/\.0+$/, '')) {
    case '1':
      return 1;
    case '0':
      return 0;
    case '-1':
      return -1;
    default: {
      const fault = `${what} is ${shown(cell)}; it must be ${meaning}.`;
      throw new MalformedFile(place.file, place.line, fault);
    }
  }
}

/** A yes or no as exporters write it; an empty cell is no. */
export function flag(cell: string, what: string, { file, line }: Place): boolean {
  switch (cell.trim().toLowerCase()) {
    case 'true':
    case 't':
    case '1':
      return true;
    case '':
    case 'false':
    case 'f':
    case '0':
      return false;
    default:
      throw new MalformedFile(file, line, `${what} is ${shown(cell)}; it must be true or false.`);
  }
}
