import { useMutation } from '@apollo/client/react';
import { nextPhases } from '@clarion/deliberation';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import type { Phase, ConvenorPanelFragment as Shown } from '../../graphql/generated/graphql';
import { paths } from '../../paths';
import { Button, ButtonLink } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { formatDate } from '../../ui/dates';
import { TextArea } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { plural } from '../../ui/numbers';
import { toast } from '../../ui/toast';
import { useKeptText } from '../../ui/useKeptText';
import { PublishRound } from './PublishRound';
import { phaseWords } from './phases';

const ConvenorPanelFragment = graphql(`
  fragment ConvenorPanel on Consultation {
    id
    phase
    votesUntil
    answersBy
    viewerMay
    rules {
      topN
      priorityBallotSize
    }
    answers {
      answered
      of
    }
    rounds {
      id
      number
      publishedAt
    }
  }
`);

const ChangePhaseDocument = graphql(`
  mutation ChangePhase($consultationId: ID!, $to: Phase!, $reason: String) {
    changePhase(consultationId: $consultationId, to: $to, reason: $reason) {
      __typename
      ... on Consultation {
        id
        phase
        openedAt
        viewerMay
        ...PhaseLine
        ...PhaseHistory
        ...ConvenorPanel
      }
      ... on Refusal {
        reason
        message
        field
      }
    }
  }
`);

/** What the convenor can do: write, set the next phase, publish a round. */
export function ConvenorPanel(props: { consultation: FragmentType<typeof ConvenorPanelFragment> }) {
  const shown = getFragmentData(ConvenorPanelFragment, props.consultation);
  const { id, phase, viewerMay, rules } = shown;
  const [asked, setAsked] = useState<Phase | null>(null);
  const mayChange = viewerMay.includes('change_phase');
  const phases = mayChange ? nextPhases(phase, rules) : [];
  const next = phases.find((to) => to !== 'withdrawn');
  const mayWithdraw = phases.includes('withdrawn');
  const mayEdit = viewerMay.includes('edit_paper');
  const mayPublish = viewerMay.includes('publish_round');
  if (!mayChange && !mayEdit && !mayPublish) return null;
  return (
    <section aria-labelledby="convenor" className="border-t-2 border-ink pt-4">
      <h2 id="convenor">You run this</h2>
      <div className="mt-3 flex flex-col items-stretch gap-2.5 sm:max-w-sm">
        {next && (
          <Button size="small" onClick={() => setAsked(next)}>
            {actions[next].label}
          </Button>
        )}
        {mayPublish && (
          <PublishRound consultationId={id} next={(shown.rounds[0]?.number ?? 0) + 1} />
        )}
        {mayEdit && (
          <ButtonLink to={paths.editConsultation(id)} size="small" variant="line" icon="pen">
            Change the paper
          </ButtonLink>
        )}
        {mayWithdraw && (
          <Button size="small" variant="bare" onClick={() => setAsked('withdrawn')}>
            {actions.withdrawn.label}
          </Button>
        )}
      </div>
      {asked && (
        <ConfirmPhase key={asked} shown={shown} to={asked} onClose={() => setAsked(null)} />
      )}
    </section>
  );
}

const actions: Record<Phase, { label: string; title: string; button: string }> = {
  preparing: { label: 'Prepare', title: 'Prepare it?', button: 'Prepare it' },
  open: { label: 'Open it', title: 'Open this consultation?', button: 'Open it' },
  prioritising: {
    label: 'Go on to prioritising',
    title: 'Go on to prioritising?',
    button: 'Go on to prioritising',
  },
  reviewing: {
    label: 'Close voting and begin answering',
    title: 'Close voting?',
    button: 'Close voting',
  },
  reported: {
    label: 'Report what was decided',
    title: 'Report what was decided?',
    button: 'Report and end it',
  },
  withdrawn: {
    label: 'Withdraw it',
    title: 'Withdraw this consultation?',
    button: 'Withdraw it',
  },
};

/** What a change of phase does, before it is done: none can be taken back. */
function consequence({ votesUntil, answersBy, rules, answers }: Shown, to: Phase): string {
  switch (to) {
    case 'open':
      return `Everybody can read it, propose, argue and vote until ${formatDate(votesUntil)}. Its rules are frozen today and cannot be changed after.`;
    case 'prioritising':
      return `New proposals are no longer taken. Members go on voting and arguing, and choose up to ${plural(rules.priorityBallotSize, 'proposal')} that matter most, until ${formatDate(votesUntil)}.`;
    case 'reviewing':
      return `No more votes, proposals or comments are taken. You have promised to answer the top ${rules.topN} by ${formatDate(answersBy)}.`;
    case 'reported':
      return `It ends here. ${answers.answered} of ${plural(answers.of, 'answer')} have been given; all of them must be.`;
    case 'withdrawn':
      return 'It ends here, early. What was sent in stays readable, and your reason stands at the top.';
    default:
      return '';
  }
}

function ConfirmPhase({ shown, to, onClose }: { shown: Shown; to: Phase; onClose: () => void }) {
  const reason = useKeptText(`withdraw:${shown.id}`);
  const [change, { data, error, loading }] = useMutation(ChangePhaseDocument);
  const refusal = data?.changePhase.__typename === 'Refusal' ? data.changePhase : null;
  const isWithdrawal = to === 'withdrawn';
  const onReason = isWithdrawal && refusal?.field === 'reason';
  const send = async () => {
    const variables = {
      consultationId: shown.id,
      to,
      reason: isWithdrawal ? reason.text : null,
    };
    const result = await change({ variables }).catch(() => undefined);
    if (result?.data?.changePhase.__typename !== 'Consultation') return;
    reason.forget();
    toast(`It is now: ${phaseWords[to].toLowerCase()}.`);
    onClose();
  };
  return (
    <Dialog
      isOpen
      title={actions[to].title}
      onClose={onClose}
      insistent={isWithdrawal}
      actions={
        <>
          <Button pending={loading} pendingLabel="Setting it" onClick={() => void send()}>
            {actions[to].button}
          </Button>
          <Button variant="bare" onClick={onClose}>
            Leave it as it is
          </Button>
        </>
      }
    >
      <p>{consequence(shown, to)}</p>
      <p>Who set it and when is on the public record, with your name.</p>
      {isWithdrawal && (
        <TextArea
          label="Why is it withdrawn?"
          hint="Everybody who took part reads this."
          rows={4}
          value={reason.text}
          onChange={reason.setText}
          error={onReason ? refusal.message : null}
        />
      )}
      {((refusal && !onReason) || error) && (
        <Notice tone="error" title="It was not changed" live>
          <p>{refusal?.message ?? explain(error).advice}</p>
        </Notice>
      )}
    </Dialog>
  );
}
