import { useRef } from 'react';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { DraftText } from '../../ui/DraftText';
import type { Lines } from './lines';
import './print.css';
import { DraftSourceDocument, describeSource } from './sources';
import { useLineNumbers } from './useLineNumbers';

const PrintedParagraphDocument = graphql(`
  fragment PrintedParagraph on Paragraph {
    id
    number
    heading
    text
    ownReason
    sources {
      id
      ...DraftSource
    }
  }
`);

interface Props {
  /** What is measured again when it changes. */
  id: string;
  paragraphs: readonly FragmentType<typeof PrintedParagraphDocument>[];
}

/** The words with paragraph and line numbers, then every source as an endnote. */
export function PrintedDraft({ id, paragraphs }: Props) {
  const printed = getFragmentData(PrintedParagraphDocument, paragraphs);
  const root = useRef<HTMLDivElement>(null);
  const lines = useLineNumbers(root, id);
  return (
    <div ref={root} className="printed">
      {printed.map((paragraph, index) => (
        <section key={paragraph.id} id={paragraph.number}>
          {paragraph.heading && <h2>{paragraph.heading}</h2>}
          <div className="printed-row">
            <p className="printed-number">
              <span className="sr-only">Paragraph </span>
              {paragraph.number}
            </p>
            <DraftText className="printed-words">
              <p data-lines>{paragraph.text}</p>
            </DraftText>
            <LineNumbers at={lines[index]} />
          </div>
          {paragraph.ownReason && (
            <p className="printed-reason">
              <b>Added by the drafters.</b> {paragraph.ownReason}
            </p>
          )}
        </section>
      ))}
      <Endnotes paragraphs={printed} />
    </div>
  );
}

/** Beside the words and level with them; not read out, since a listener has no lines. */
function LineNumbers({ at }: { at: Lines | undefined }) {
  if (!at) return <div />;
  return (
    <div className="printed-lines" aria-hidden="true">
      {Array.from({ length: at.lines }, (_, line) => at.first + line).map((line) => (
        <span key={line}>{line}</span>
      ))}
    </div>
  );
}

interface Sourced {
  id: string;
  number: string;
  sources: readonly FragmentType<typeof DraftSourceDocument>[];
}

function Endnotes({ paragraphs }: { paragraphs: readonly Sourced[] }) {
  const sourced = paragraphs.filter(({ sources }) => sources.length > 0);
  if (sourced.length === 0) return null;
  return (
    <section className="printed-notes">
      <h2>Where each paragraph came from</h2>
      <dl>
        {sourced.map(({ id, number, sources }) => (
          <div key={id}>
            <dt>
              <span className="sr-only">Paragraph </span>
              {number}
            </dt>
            <dd>
              <ul>
                {getFragmentData(DraftSourceDocument, sources)
                  .map(describeSource)
                  .map(({ id: sourceId, title, detail, note }) => (
                    <li key={sourceId}>
                      “{title}” {detail}
                      {note && ` (${note})`}
                    </li>
                  ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
