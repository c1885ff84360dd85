import { useQuery } from '@apollo/client/react';
import { mayAsk } from '@clarion/deliberation';
import { useSearchParams } from 'react-router';
import { AppointForm } from '../features/administration/AppointForm';
import { FindMember } from '../features/administration/FindMember';
import { MemberOffices } from '../features/administration/MemberOffices';
import { ContactOfMember } from '../features/contacts/ContactOfMember';
import { WaitingContacts } from '../features/contacts/WaitingContacts';
import { graphql } from '../graphql/generated';
import type { AdminQuery } from '../graphql/generated/graphql';
import { formatDate } from '../ui/dates';
import { Notice } from '../ui/Notice';
import { PageBody } from '../ui/PageBody';
import { PageHeader, SectionHead } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { SignInFirst } from '../ui/SignInFirst';

const AdminDocument = graphql(`
  query Admin($number: String!) {
    viewer {
      needsPasskey
      lapsedOn
      offices {
        id
        office
        from
        until
        body {
          id
          kind
        }
      }
    }
    pendingContactChanges {
      id
      ...WaitingContacts
    }
    memberByNumber(membershipNumber: $number) {
      membershipNumber
      standing
      joinedOn
      lapsedOn
      member {
        id
        displayName
        clp {
          id
          name
        }
      }
      ...MemberOffices
    }
    bodies {
      id
      ...AppointBody
    }
  }
`);

type Viewer = NonNullable<AdminQuery['viewer']>;

function mayAdminister({ lapsedOn, offices }: Viewer): boolean {
  const asker = {
    lapsedOn: lapsedOn ?? null,
    offices: offices.map(({ body, office, from, until }) => ({
      bodyId: body.id,
      bodyKind: body.kind,
      office,
      from,
      until: until ?? null,
    })),
  };
  return mayAsk('Query.memberByNumber', asker, { now: new Date(), isDemo: false });
}

/** What administrators do: offices, addresses, and what waits for a second person. */
export default function AdminPage() {
  const [search, setSearch] = useSearchParams();
  const number = search.get('number') ?? '';
  const { data, previousData, error, loading, refetch } = useQuery(AdminDocument, {
    variables: { number },
    fetchPolicy: 'no-cache',
  });
  const known = data ?? previousData;
  if (!known) {
    return (
      <PageBody narrow>
        <PageHeader title="Administration" />
        <QueryState what="this page" error={error} onRetry={() => void refetch()} />
      </PageBody>
    );
  }
  if (!known.viewer || !mayAdminister(known.viewer)) return <NotForYou viewer={known.viewer} />;
  const again = () => void refetch();
  return (
    <PageBody narrow>
      <PageHeader title="Administration">
        <p>
          What you do here is in the public record, under your name. Nobody’s address is shown, and
          nobody is found by a name.
        </p>
      </PageHeader>
      <section aria-labelledby="waiting">
        <SectionHead first title="Waiting for a second person" id="waiting" />
        {known.pendingContactChanges.length === 0 && <p>Nothing waits.</p>}
        {known.pendingContactChanges.map((each) => (
          <WaitingContacts key={each.id} waiting={each} onDecided={again} />
        ))}
      </section>
      <section aria-labelledby="member">
        <SectionHead title="Somebody’s offices and address" id="member" />
        <FindMember
          key={number}
          number={number}
          pending={loading}
          onFind={(wanted) =>
            wanted === number ? again() : setSearch({ number: wanted }, { replace: true })
          }
        />
        <div role="status" className="mt-6">
          {number !== '' && data && !data.memberByNumber && (
            <Notice title="Nobody has that number">
              <p>It must be the whole number, as it is in the roll.</p>
            </Notice>
          )}
        </div>
        {number !== '' && known.memberByNumber && (
          <Found found={known.memberByNumber} bodies={known.bodies} onChanged={again} />
        )}
      </section>
    </PageBody>
  );
}

const standings = {
  member: 'Member',
  affiliated_supporter: 'Affiliated supporter',
  registered_supporter: 'Registered supporter',
} as const;

interface FoundProps {
  found: NonNullable<AdminQuery['memberByNumber']>;
  bodies: AdminQuery['bodies'];
  onChanged: () => void;
}

function Found({ found, bodies, onChanged }: FoundProps) {
  const { member, membershipNumber, standing, joinedOn, lapsedOn } = found;
  const clp = member.clp ? `, ${member.clp.name}` : '';
  return (
    <div className="space-y-6">
      <div>
        <h3>{member.displayName}</h3>
        <p className="text-small text-ink-2">
          {standings[standing]}
          {clp}. Joined on {formatDate(joinedOn, 'year')}.
          {lapsedOn && ` Lapses or lapsed on ${formatDate(lapsedOn, 'year')}.`}
        </p>
      </div>
      <MemberOffices found={found} onChanged={onChanged} />
      <div>
        <h3 className="mb-3">Appoint them</h3>
        <AppointForm
          key={membershipNumber}
          number={membershipNumber}
          name={member.displayName}
          bodies={bodies}
          onAppointed={onChanged}
        />
      </div>
      <ContactOfMember key={membershipNumber} number={membershipNumber} name={member.displayName} />
    </div>
  );
}

function NotForYou({ viewer }: { viewer: AdminQuery['viewer'] }) {
  return (
    <PageBody narrow>
      <PageHeader title="Administration" />
      {viewer ? (
        <Notice title="This is for administrators">
          <p>
            {viewer.needsPasskey
              ? 'If you are one, sign in with your passkey first: the office waits for it.'
              : 'They appoint officers and put addresses right. The National Executive Committee appoints them.'}
          </p>
        </Notice>
      ) : (
        <SignInFirst to="if you are an administrator." />
      )}
    </PageBody>
  );
}
