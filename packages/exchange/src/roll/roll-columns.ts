import { MalformedFile } from '../malformed-file.js';

/** A column of a roll and the names it goes by, as `folded` makes them; the first is shown. */
interface Column {
  says: string;
  names: readonly string[];
}

const COLUMNS = {
  number: {
    says: 'membership number',
    names: [
      'membershipnumber',
      'membershipno',
      'membernumber',
      'memberno',
      'membershipid',
      'memberid',
    ],
  },
  name: { says: 'name', names: ['name', 'fullname', 'displayname', 'membername'] },
  firstName: { says: 'first name', names: ['firstname', 'forename', 'givenname', 'forenames'] },
  lastName: { says: 'last name', names: ['lastname', 'surname', 'familyname'] },
  email: { says: 'email', names: ['email', 'emailaddress', 'mail'] },
  standing: {
    says: 'standing',
    names: ['standing', 'membershiptype', 'membertype', 'membershipcategory', 'category'],
  },
  clp: { says: 'CLP', names: ['clp', 'clpname', 'constituency', 'constituencylabourparty'] },
  joinedOn: {
    says: 'joined on',
    names: ['joinedon', 'joined', 'joindate', 'datejoined', 'joiningdate', 'dateofjoining'],
  },
  lapsedOn: {
    says: 'lapsed',
    names: ['lapsed', 'lapsedon', 'lapsedate', 'datelapsed', 'lapseddate'],
  },
} as const satisfies Record<string, Column>;

type ColumnName = keyof typeof COLUMNS;

/** Where each column stands, from 0; undefined for one the file has not got. */
export type Columns = { [Name in ColumnName]?: number };

/** A header as it is compared: letters and digits alone, in small letters. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Every column with the names it may have, to be printed. */
export const ROLL_COLUMNS: readonly { says: string; alsoCalled: readonly string[] }[] =
  Object.values(COLUMNS).map(({ says, names }) => ({ says, alsoCalled: names.slice(1) }));

const NAMES = Object.keys(COLUMNS) as ColumnName[];
const REQUIRED = ['number', 'standing', 'joinedOn'] as const satisfies ColumnName[];

/** Finds the columns by their names, in any order. Throws MalformedFile when one that it takes is missing. */
export function findColumns(
  file: string,
  line: number,
  header: readonly string[],
): { columns: Columns; ignored: string[] } {
  const columns: Columns = {};
  const ignored: string[] = [];
  header.forEach((title, at) => {
    const name = NAMES.find((one) =>
      (COLUMNS[one].names as readonly string[]).includes(folded(title)),
    );
    if (!name) {
      if (title.trim() !== '') ignored.push(title.trim());
    } else if (columns[name] === undefined) {
      columns[name] = at;
    } else {
      const fault = `two columns both say the ${COLUMNS[name].says}. Take one of them away.`;
      throw new MalformedFile(file, line, fault);
    }
  });
  const hasName =
    columns.name !== undefined ||
    (columns.firstName !== undefined && columns.lastName !== undefined);
  const missing: ColumnName[] = REQUIRED.filter((name) => columns[name] === undefined);
  if (!hasName) missing.push('name');
  if (missing.length > 0) {
    const which = missing.map((name) => `“${COLUMNS[name].says}”`).join(' and ');
    throw new MalformedFile(file, line, `the first line names no column ${which}.`);
  }
  return { columns, ignored };
}
