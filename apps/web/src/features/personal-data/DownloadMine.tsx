import { useState } from 'react';
import { askToConfirm } from '../../graphql/confirming';
import { explain } from '../../graphql/explain';
import { paths } from '../../paths';
import { Button } from '../../ui/Button';
import { Notice } from '../../ui/Notice';

const REFUSED = 403;

/** Whether the download would be given, once it was confirmed that it is still the same person. */
async function mayDownload(): Promise<boolean> {
  const { status } = await fetch(paths.downloadMine(), { method: 'HEAD' });
  return status === REFUSED ? askToConfirm() : true;
}

/** Everything that is held about oneself, as a file. */
export function DownloadMine() {
  const [isAsking, setAsking] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const download = async () => {
    setFault(null);
    setAsking(true);
    try {
      if (await mayDownload()) window.location.assign(paths.downloadMine());
    } catch (error) {
      setFault(explain(error).advice);
    } finally {
      setAsking(false);
    }
  };
  return (
    <div className="space-y-3">
      <p>
        A folder with everything that is held about you: your entry on the roll, your addresses,
        what you wrote in all its versions, and how you voted. Whoever has it knows how you voted:
        keep it where nobody else looks.
      </p>
      <Button
        variant="line"
        icon="download"
        pending={isAsking}
        pendingLabel="Asking"
        onClick={() => void download()}
      >
        Download what is held about me
      </Button>
      {fault && <Notice tone="error" live title={fault} />}
    </div>
  );
}
