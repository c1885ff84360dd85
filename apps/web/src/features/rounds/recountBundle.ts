import { type LensId, lensOf } from '@clarion/deliberation';
import { type RoundReport, recountRound, sayDifference, unzipRound } from '@clarion/exchange/round';
import { sha256Hex } from '@clarion/record';
import { formatNumber, ordinal } from '../../ui/numbers';
import { sayBytes } from './bytes';
import { checksOf, MANIFEST_CHECK } from './checks';
import type {
  Check,
  RecountAsk,
  RecountFault,
  RecountMessage,
  RecountProgress,
  RecountReport,
} from './report';
import { sayOwnVotes } from './sayOwnVotes';

type Say = (progress: RecountProgress) => void;
type Outcome = Exclude<RecountMessage, { kind: 'progress' }>;

const failed = (fault: RecountFault): Outcome => ({ kind: 'failed', fault });

/** Fetches the bundle of a round and recounts it, with the functions that the command line runs. */
export async function recountBundle(ask: RecountAsk, say: Say): Promise<Outcome> {
  const { subtle } = globalThis.crypto as { subtle?: SubtleCrypto };
  // Browsers hash only on pages that nobody on the way can have changed.
  if (!subtle) return failed({ kind: 'not_secure' });
  const fetched = await fetchBytes(ask.url, say);
  if ('fault' in fetched) return failed(fetched.fault);
  say({ doing: 'Unpacking', share: null });
  let files: ReturnType<typeof unzipRound>;
  try {
    files = unzipRound(fetched.bytes);
  } catch (error) {
    return failed({ kind: 'not_a_bundle', says: error instanceof Error ? error.message : '' });
  }
  const report = await recountRound(files, {
    ...(ask.key ? { key: ask.key } : {}),
    onProgress: ({ what, done, total }) =>
      say({ doing: inWords(what), share: total > 0 ? done / total : null }),
  });
  const recorded = await checkRecorded(files.get('manifest.json'), ask.manifestSha256);
  const own = await sayOwnVotes(files, ask.kept, report);
  return { kind: 'done', report: { ...told(report, recorded, ask.proposalId), own } };
}

/** "Recounting support@1" with the question that the lens answers. */
function inWords(what: string): string {
  const lens = /^Recounting (\S+)$/.exec(what)?.[1];
  return lens ? `Recounting “${lensOf(lens).question}”` : what;
}

/** Whether the signed manifest is the one that this site, and the public record, have for the round. */
async function checkRecorded(manifest: Uint8Array | undefined, sha256: string): Promise<Check> {
  const found = manifest ? await sha256Hex(manifest) : 'none';
  return found === sha256
    ? {
        name: MANIFEST_CHECK,
        ok: true,
        says: `Its SHA-256 is the one shown for this round: ${found}`,
      }
    : {
        name: MANIFEST_CHECK,
        ok: false,
        says: `manifest.json has the SHA-256 ${found}; for this round ${sha256} is shown.`,
      };
}

function told(
  report: RoundReport,
  recorded: Check,
  proposalId: string | null,
): Omit<RecountReport, 'own'> {
  const { firstDifference } = report;
  const { orders, data } = checksOf(report);
  return {
    isIdentical: report.identical && recorded.ok === true,
    orders,
    data: [recorded, ...data],
    firstDifference: firstDifference
      ? sayDifference(firstDifference)
      : recorded.ok
        ? null
        : recorded.says,
    asked: proposalId ? sayPlace(report, proposalId) : null,
  };
}

/** Where one proposal comes out under the official lens. */
function sayPlace({ manifest, tables, rankings, checks }: RoundReport, id: string): string | null {
  const lens: LensId | undefined = manifest?.lenses.official;
  const ranking = rankings.find((one) => one.lens === lens)?.ranking;
  const at = tables?.proposals.findIndex((proposal) => proposal.id === id) ?? -1;
  const proposal = tables?.proposals[at];
  if (!ranking || !proposal) return null;
  const rank = ranking.rank[at] ?? 0;
  const place =
    rank > 0
      ? `comes out ${ordinal(rank)} of ${formatNumber(ranking.above)}`
      : 'comes out below the quorum line';
  const isAsPublished = checks.find(({ name }) => name === lens)?.ok === true;
  return `“${proposal.statement}” ${place}${isAsPublished ? ', as published' : ''}.`;
}

async function fetchBytes(
  url: string,
  say: Say,
): Promise<{ bytes: Uint8Array } | { fault: RecountFault }> {
  try {
    const response = await fetch(url);
    if (!response.ok || !response.body) {
      return { fault: { kind: 'status', status: response.status } };
    }
    // Absent where the way here packs it once more.
    const whole = Number(response.headers.get('content-length')) || null;
    const parts: Uint8Array[] = [];
    let size = 0;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      parts.push(value);
      size += value.length;
      say({ doing: `Fetching the data, ${sayBytes(size)}`, share: whole ? size / whole : null });
    }
    return { bytes: joined(parts, size) };
  } catch {
    return { fault: { kind: 'network' } };
  }
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
