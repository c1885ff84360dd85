import { useContext } from 'react';
import { paths } from '../paths';
import { ButtonLink } from '../ui/Button';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { ServedPage } from '../ui/served';

/** Also for something that the API says does not exist or may not be seen. */
export function NotFoundPage({ what = 'page' }: { what?: string }) {
  useContext(ServedPage)?.note?.({ isFound: false });
  return (
    <PageBody>
      <PageHeader
        title={`We cannot find that ${what}`}
        actions={
          <>
            <ButtonLink to={paths.consultations()}>Go to the consultations</ButtonLink>
            <ButtonLink to={paths.search()} variant="line" icon="search">
              Search
            </ButtonLink>
          </>
        }
      >
        <p>
          The address may be mistyped, or it may be something you are not signed in to see. Nothing
          that was sent in is ever deleted.
        </p>
      </PageHeader>
    </PageBody>
  );
}
