import { isRouteErrorResponse, useRouteError } from 'react-router';
import { NotFoundPage } from '../pages/NotFoundPage';
import { Button } from '../ui/Button';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';

/** After an update the old code of a page is gone from the server; loading again fetches the new. */
function isOutdated(error: unknown): boolean {
  return error instanceof Error && /import(ing|ed)? .*module|module script/i.test(error.message);
}

/** A fault in one page leaves the rest of the site standing. */
export function RouteError() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  const outdated = isOutdated(error);
  return (
    <PageBody>
      <PageHeader
        title={outdated ? 'This page could not be fetched' : 'Something went wrong on this page'}
        actions={<Button onClick={() => window.location.reload()}>Load the page again</Button>}
      >
        <p>
          {outdated
            ? 'The connection failed, or Clarion has just been updated. Load the page again.'
            : 'It is our fault, not yours. Load the page again; if it goes wrong once more, tell whoever runs this site which page it was.'}
        </p>
        <p>What you typed is kept on this device.</p>
      </PageHeader>
    </PageBody>
  );
}
