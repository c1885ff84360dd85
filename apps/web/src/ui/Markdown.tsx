import { lazy, Suspense } from 'react';
import { classes } from './classes';

/** The parser is 63 kB that a first vote does not need. */
const MarkdownText = lazy(() => import('./MarkdownText'));

interface Props {
  text: string;
  /** Drafts only: also import './css/serif.css' there, or use DraftText. */
  serif?: boolean;
  className?: string;
}

/** What members wrote, cleaned. Until the parser is here the plain text shows. */
export function Markdown({ text, serif, className }: Props) {
  return (
    <div className={classes('prose', serif && 'prose-serif', className)}>
      <Suspense fallback={<PlainText text={text} />}>
        <MarkdownText text={text} />
      </Suspense>
    </div>
  );
}

function PlainText({ text }: { text: string }) {
  return <p className="whitespace-pre-line">{text}</p>;
}
