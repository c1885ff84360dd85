import { RelativeTime, useNow } from '../../ui/DateText';

const HOUR = 3_600_000;

/** When something was last used, which is kept to the hour: no minutes that nobody knows. */
export function LastUsed({ iso }: { iso: string }) {
  const now = useNow();
  const isRecent = now && now.getTime() - new Date(iso).getTime() < HOUR;
  return isRecent ? <>within the hour</> : <RelativeTime iso={iso} />;
}
