import { useState } from 'react';
import type { Phase } from '../../graphql/generated/graphql';
import { News } from '../../ui/News';
import { plural } from '../../ui/numbers';
import { sayNews, useConsultationNews } from './useConsultationNews';

interface Props {
  consultation: { id: string; phase: Phase; rounds: readonly unknown[] };
  /** Whether the order moves with the votes; that of a round never does. */
  isLive: boolean;
  onShow: () => Promise<unknown>;
}

/** What has come since the order was read: it would move under whoever reads it, so it is offered. */
export function RankingNews({ consultation, isLive, onShow }: Props) {
  const told = useConsultationNews(consultation.id);
  /** People who had voted when the order was read. */
  const [voters, setVoters] = useState<number | null>(null);
  if (told && voters === null) setVoters(told.voterCount);
  const more = isLive && told && voters !== null ? told.voterCount - voters : 0;
  const what =
    sayNews(told, consultation) ??
    (more > 0 ? plural(more, 'more person has voted', 'more people have voted') : null);
  const show = async () => {
    await onShow();
    setVoters(told?.voterCount ?? null);
  };
  return <News what={what} onShow={show} />;
}
