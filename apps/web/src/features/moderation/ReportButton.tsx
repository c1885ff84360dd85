import { lazy, Suspense, useState } from 'react';
import { paths } from '../../paths';
import { Button, ButtonLink } from '../../ui/Button';
import { useViewer } from '../accounts/viewer';

const ReportDialog = lazy(async () => ({
  default: (await import('./ReportDialog')).ReportDialog,
}));

interface Props {
  aboutId: string;
  /** Where it stands, for whoever has no account. */
  place: string;
  /** What it is: comment, proposal, evidence. */
  what: string;
  /** Whose, for those who listen. */
  by: string;
}

/** The way to report something; visitors are led to the page for what may be unlawful. */
export function ReportButton({ aboutId, place, what, by }: Props) {
  const viewer = useViewer();
  const [isOpen, setOpen] = useState(false);
  const whose = (
    <span className="sr-only">
      {' '}
      this {what} by {by}
    </span>
  );
  if (!viewer) {
    return (
      <ButtonLink to={paths.reportUnlawful({ place })} variant="bare" size="small" icon="flag">
        Report{whose}
      </ButtonLink>
    );
  }
  return (
    <>
      <Button variant="bare" size="small" icon="flag" onClick={() => setOpen(true)}>
        Report{whose}
      </Button>
      {isOpen && (
        <Suspense>
          <ReportDialog aboutId={aboutId} what={what} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
