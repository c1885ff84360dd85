import { useMutation } from '@apollo/client/react';
import { refuseText, TEXT } from '@clarion/deliberation';
import { useState } from 'react';
import { explain } from '../../graphql/explain';
import { type FragmentType, getFragmentData, graphql } from '../../graphql/generated';
import { announce } from '../../ui/announce';
import { Button } from '../../ui/Button';
import { Badge } from '../../ui/Chip';
import { DateText } from '../../ui/DateText';
import { TextArea } from '../../ui/Field';
import { Notice } from '../../ui/Notice';
import { plural } from '../../ui/numbers';
import { useKeptId } from '../../ui/useKeptId';
import { useKeptText } from '../../ui/useKeptText';
import { useMayAsk } from '../accounts/useMayAsk';
import { ModeratedItemFragment } from './fragments';
import { NamedWords } from './NamedWords';
import { SealedWords } from './SealedWords';

const AppealFragment = graphql(`
  fragment WaitingAppeal on Appeal {
    id
    words
    at
    dueOn
    overdueDays
    whyNot
    about {
      label
      text
    }
    seal {
      ...Seal
    }
    act {
      id
      title
      reasonLabel
      at
      contribution {
        ...ModeratedItem
      }
      by {
        id
        displayName
      }
    }
  }
`);

const AnswerAppealDocument = graphql(`
  mutation AnswerAppeal($input: AppealAnswerInput!) {
    answerAppeal(input: $input) {
      __typename
      ... on ModerationAct {
        id
        isReversed
      }
      ... on Refusal {
        reason
        message
      }
    }
  }
`);

interface Props {
  appeal: FragmentType<typeof AppealFragment>;
  onAnswered: () => void;
}

/** An appeal against what another moderator did: the words, the act, what the author says, and the answer. */
export function AppealItem({ appeal, onAnswered }: Props) {
  const { id, words, at, dueOn, overdueDays, whyNot, about, seal, act } = getFragmentData(
    AppealFragment,
    appeal,
  );
  const item = getFragmentData(ModeratedItemFragment, act.contribution);
  const mayAnswer = useMayAsk('Mutation.answerAppeal');
  return (
    <li className="border-b border-rule py-6">
      <p className="text-small text-ink-2">
        {act.title}, {act.reasonLabel.toLowerCase()}, <DateText iso={act.at} style="year" />
        {act.by && `, by ${act.by.displayName}`}
      </p>
      <div className="mt-2 max-w-measure border-l-4 border-ink pl-4">
        <NamedWords words={about} />
        {seal && item && <SealedWords seal={seal} aboutId={item.id} />}
      </div>
      <p className="mt-3">
        <b>
          Its author writes, on <DateText iso={at} style="short" />:
        </b>{' '}
        “{words}”
      </p>
      <p className="mt-1 text-small text-ink-2">
        To be answered by <DateText iso={dueOn} style="year" />.{' '}
        {overdueDays > 0 && (
          <Badge tone="error" icon="clock">
            {plural(overdueDays, 'day')} overdue
          </Badge>
        )}
      </p>
      <div className="mt-4 max-w-measure">
        {whyNot && <Notice title={whyNot} />}
        {mayAnswer && !whyNot && <Answer appealId={id} onAnswered={onAnswered} />}
      </div>
    </li>
  );
}

function Answer({ appealId, onAnswered }: { appealId: string; onAnswered: () => void }) {
  const key = `appeal-answer:${appealId}`;
  const answer = useKeptText(key);
  const id = useKeptId(key);
  const [send, { loading }] = useMutation(AnswerAppealDocument);
  const [fault, setFault] = useState<string>();
  const submit = async (isUpheld: boolean) => {
    const wrong = refuseText(answer.text, TEXT.appealAnswer)?.message;
    setFault(wrong);
    if (wrong) return;
    try {
      const input = { id: id.take(), appealId, isUpheld, answer: answer.text };
      const { data } = await send({ variables: { input } });
      if (data?.answerAppeal.__typename === 'Refusal') return setFault(data.answerAppeal.message);
      answer.forget();
      id.forget();
      announce('Answered.');
      onAnswered();
    } catch (error) {
      const { title, advice } = explain(error);
      setFault(`${title}. ${advice}`);
    }
  };
  return (
    <div className="space-y-3">
      <TextArea
        label="The answer to the author"
        hint="In plain words: what you looked at, and why."
        value={answer.text}
        onChange={answer.setText}
        error={fault}
        rows={3}
      />
      <div className="flex flex-wrap gap-3">
        <Button size="small" pending={loading} onClick={() => void submit(true)}>
          Uphold it: take the act back
        </Button>
        <Button variant="line" size="small" pending={loading} onClick={() => void submit(false)}>
          The act stands
        </Button>
      </div>
    </div>
  );
}
