import { useMutation, useQuery } from '@apollo/client/react';
import { useRef } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { v7 as uuid } from 'uuid';
import { useMayAsk } from '../features/accounts/useMayAsk';
import { ConsultationForm } from '../features/consultations/ConsultationForm';
import { ConsultationRail } from '../features/consultations/ConsultationRail';
import { emptyForm, type FormValues, inputFrom } from '../features/consultations/consultationForm';
import { convenersAmong } from '../features/consultations/conveners';
import { londonDay } from '../features/consultations/londonTime';
import { graphql } from '../graphql/generated';
import type { ConsultationFormQuery } from '../graphql/generated/graphql';
import { paths } from '../paths';
import { bodyName } from '../ui/bodyNames';
import { Notice } from '../ui/Notice';
import { PageBody } from '../ui/PageBody';
import { PageHeader } from '../ui/PageHeader';
import { QueryState } from '../ui/QueryState';
import { SignInFirst } from '../ui/SignInFirst';
import { toast } from '../ui/toast';
import { useKeptText } from '../ui/useKeptText';
import { NotFoundPage } from './NotFoundPage';

const ConsultationFormDocument = graphql(`
  query ConsultationForm($id: ID!, $isNew: Boolean!) {
    consultation(id: $id) @skip(if: $isNew) {
      id
      title
      question
      paper
      questions
      phase
      votesUntil
      answersBy
      viewerMay
      commissions {
        id
        kind
        name
      }
      convenedBy {
        id
        kind
        name
      }
      rules {
        template
      }
    }
    bodies(kind: policy_commission) {
      id
      kind
      name
    }
    ruleTemplates {
      key
      name
      description
      sentences
    }
    viewer {
      offices {
        id
        office
        from
        until
        body {
          id
          kind
          name
        }
      }
    }
  }
`);

const CreateConsultationDocument = graphql(`
  mutation CreateConsultation($input: ConsultationInput!) {
    createConsultation(input: $input) {
      __typename
      ... on Consultation {
        id
      }
      ... on Refusal {
        reason
        message
        field
      }
    }
  }
`);

const EditConsultationDocument = graphql(`
  mutation EditConsultation($input: ConsultationInput!) {
    editConsultation(input: $input) {
      __typename
      ... on Consultation {
        id
        title
        question
        paper
        questions
        votesUntil
        answersBy
        commissions {
          id
          kind
          name
        }
        rules {
          template
          sentences
        }
      }
      ... on Refusal {
        reason
        message
        field
      }
    }
  }
`);

type Edited = NonNullable<ConsultationFormQuery['consultation']>;

/** Begins a consultation, or changes the paper of one. */
export default function ConsultationFormPage() {
  const { id } = useParams();
  const { data, error, refetch } = useQuery(ConsultationFormDocument, {
    variables: { id: id ?? '', isNew: id === undefined },
  });
  const mayBegin = useMayAsk('Mutation.createConsultation');
  const edited = data?.consultation;
  if (id && edited === null) return <NotFoundPage what="consultation" />;
  const title = id ? 'Change the paper' : 'Begin a consultation';
  const conveners = convenersAmong(data?.viewer?.offices ?? []);
  const mayWrite = edited
    ? edited.viewerMay.includes('edit_paper')
    : mayBegin && conveners.length > 0;
  return (
    <PageBody
      narrow={!edited}
      rail={edited && <ConsultationRail id={edited.id} title={edited.title} />}
    >
      <PageHeader title={title} documentTitle={edited ? `${title}: ${edited.title}` : title}>
        {!id && (
          <p>
            It stays in preparation, seen only by the officers of its commissions, until you open
            it.
          </p>
        )}
      </PageHeader>
      {!data ? (
        <QueryState what="the form" error={error} onRetry={() => void refetch()} lines={8} />
      ) : !data.viewer ? (
        <SignInFirst to="to begin or change a consultation." />
      ) : mayWrite ? (
        <div className="max-w-[44rem]">
          <Form key={id ?? 'new'} data={data} edited={edited ?? null} />
        </div>
      ) : (
        <Refused edited={edited ?? null} />
      )}
    </PageBody>
  );
}

function Refused({ edited }: { edited: Edited | null }) {
  return (
    <Notice tone="warning" title="You cannot do this">
      <p>
        {edited
          ? `The paper is changed by the convenor of ${bodyName(edited.convenedBy)}, until it has ended.`
          : 'Consultations are begun by the convenor of a commission, or by the officers of a CLP.'}
      </p>
      <p>
        <Link to={edited ? paths.consultation(edited.id) : paths.consultations()}>
          {edited ? 'Read the paper' : 'See all consultations'}
        </Link>
      </p>
    </Notice>
  );
}

function valuesOf(edited: Edited): FormValues {
  const { title, question, paper, questions, convenedBy, commissions, rules } = edited;
  return {
    title,
    question,
    paper,
    questions: questions.length > 0 ? questions : [''],
    convener: convenedBy.id,
    others: commissions.map(({ id }) => id).filter((each) => each !== convenedBy.id),
    template: rules.template,
    votesUntil: londonDay(edited.votesUntil),
    answersBy: edited.answersBy,
  };
}

function Form({ data, edited }: { data: ConsultationFormQuery; edited: Edited | null }) {
  const navigate = useNavigate();
  const newId = useKeptText('consultation-form-id');
  const made = useRef<string>(newId.text);
  const [create] = useMutation(CreateConsultationDocument);
  const [edit] = useMutation(EditConsultationDocument);
  const conveners = convenersAmong(data.viewer?.offices ?? []);
  const initial = edited ? valuesOf(edited) : { ...emptyForm, convener: conveners[0]?.id ?? '' };

  const save = async (values: FormValues) => {
    // Made once and kept with the text, so that saving again after a fault makes one consultation.
    made.current ||= newId.text || uuid();
    if (!edited) newId.setText(made.current);
    const id = edited?.id ?? made.current;
    const variables = { input: inputFrom(id, values) };
    const result = edited
      ? (await edit({ variables })).data?.editConsultation
      : (await create({ variables })).data?.createConsultation;
    if (result?.__typename === 'Refusal') return result;
    newId.forget();
    toast(
      edited ? 'The changes are saved.' : 'It is saved, in preparation. Open it when it is ready.',
    );
    void navigate(paths.consultation(id));
    return null;
  };
  return (
    <ConsultationForm
      formKey={edited?.id ?? 'new'}
      initial={initial}
      conveners={conveners.map((body) => ({ id: body.id, name: bodyName(body) }))}
      commissions={data.bodies.map((body) => ({ id: body.id, name: bodyName(body) }))}
      templates={data.ruleTemplates}
      isFrozen={edited !== null && edited.phase !== 'preparing'}
      isNew={edited === null}
      onSave={save}
    />
  );
}
