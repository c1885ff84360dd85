import { z } from 'zod';

/** What a backup says of itself, in the first file in it. */
export const MANIFEST = 'backup.json';
/** The SHA-256 of every file before it, as sha256sum writes and reads them. */
export const SUMS = 'SHA256SUMS';
/** The SHA-256 of SHA256SUMS. Where it is missing the backup was cut short. */
export const END = 'END';

/** Raised when an older Clarion could no longer read what a newer one writes. */
export const FORMAT = 1;

const table = z.object({
  name: z.string(),
  columns: z.array(z.string()).min(1),
  /** As counted before it was copied, in the same snapshot. */
  rows: z.number().int().min(0),
});

export const manifestSchema = z.object({
  format: z.literal('clarion-backup'),
  version: z.number().int().min(1),
  /** When the snapshot was taken. */
  takenAt: z.iso.datetime(),
  postgres: z.string(),
  /** The names of the migrations that had run, oldest first. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(table),
  /** Tables that are not in it; see LEFT_OUT. */
  leftOut: z.array(z.string()),
  sequences: z.array(z.object({ name: z.string(), last: z.string(), isCalled: z.boolean() })),
  /** The last entry of the record; none where it was empty. */
  record: z.object({ number: z.string(), hash: z.string().nullable() }).nullable(),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type TableOf = Manifest['tables'][number];

/** The file of a table in a backup: what Postgres's COPY writes, in text, compressed by gzip. */
export const partOf = (table: string): string => `tables/${table}.copy.gz`;

/** How many rows so far, of how many. */
export type Progress = (done: number, total: number) => void;

export const rowsOf = ({ tables }: Manifest): number =>
  tables.reduce((total, { rows }) => total + rows, 0);
