import { explain } from '../graphql/explain';
import { ErrorState, Loading } from './states';

interface Props {
  /** What is fetched, for those who listen: "the proposals". */
  what: string;
  error?: unknown;
  onRetry?: () => void;
  lines?: number;
}

/** What a page shows while it has no data: that it is being fetched, or why it is not there. */
export function QueryState({ what, error, onRetry, lines }: Props) {
  if (!error) return <Loading what={`Loading ${what}`} lines={lines} />;
  const { title, advice } = explain(error);
  return (
    <ErrorState title={title} onRetry={onRetry}>
      {advice}
    </ErrorState>
  );
}
