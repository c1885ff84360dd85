export {
  type CsvCell,
  type CsvColumn,
  readCsv,
  type WriteCsvOptions,
  writeCsv,
} from './csv.js';
export type {
  DecidimComment,
  DecidimExport,
  DecidimProposal,
  DecidimStance,
  DecidimSummary,
} from './decidim/decidim-export.js';
export { type ReadDecidimOptions, readDecidim } from './decidim/read-decidim.js';
export { MalformedFile } from './malformed-file.js';
export { type Counts, countsOf, type StatementCounts } from './polis/counts.js';
export type {
  Choice,
  PolisExport,
  PolisPerson,
  PolisStatement,
  PolisSummary,
  PolisVotes,
} from './polis/polis-export.js';
export { type ReadPolisOptions, readPolis } from './polis/read-polis.js';
export { type PolisConversation, type WritePolisOptions, writePolis } from './polis/write-polis.js';
export { type ReadRollOptions, type Roll, type RollLine, readRoll } from './roll/read-roll.js';
export { ROLL_COLUMNS } from './roll/roll-columns.js';
export type { KnownClp, RollPerson } from './roll/roll-line.js';
export type { Progress } from './source.js';
export { type StreamedFile, streamedZip } from './streamed-zip.js';
