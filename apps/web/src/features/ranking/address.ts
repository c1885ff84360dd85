import { LENS_IDS, type LensId } from '@clarion/deliberation';

/** Which order is shown: what the address says of it. */
export interface OrderShown {
  /** None: the official one. */
  lens: LensId | null;
  /** None: as it stands now. */
  round: number | null;
}

/** Reads ?lens=support@1&round=2; what is not one of ours is left out. */
export function readOrder(query: URLSearchParams): OrderShown {
  const lens = LENS_IDS.find((id) => id === query.get('lens')) ?? null;
  const round = query.get('round') ?? '';
  return { lens, round: /^[1-9]\d{0,5}$/.test(round) ? Number(round) : null };
}

/** The same as it stands in the address: the official order of this moment has none of it. */
export function writeOrder(
  { lens, round }: { lens: string | null; round: number | null },
  officialLens: string,
): [string, string][] {
  return [
    ...(lens && lens !== officialLens ? [['lens', lens] as [string, string]] : []),
    ...(round ? [['round', String(round)] as [string, string]] : []),
  ];
}

/** "What members want on a decent private tenancy": an article goes on in small letters. */
export function rankingTitle(title: string): string {
  return `What members want on ${title.replace(/^(A|An|The)\b/, (article) => article.toLowerCase())}`;
}
