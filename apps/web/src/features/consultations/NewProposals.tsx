import { useState } from 'react';
import { News } from '../../ui/News';
import { plural } from '../../ui/numbers';
import { useConsultationNews } from './useConsultationNews';

interface Props {
  consultationId: string;
  /** Proposals of the consultation, which is kept fresh, and of the list, as it was read. */
  count: number;
  listed: number;
  onShow: () => Promise<unknown>;
}

/** Proposals that came since the list was read. The numbers over the list and in its rows move by themselves. */
export function NewProposals({ consultationId, count, listed, onShow }: Props) {
  useConsultationNews(consultationId, { rows: true });
  /** The list may leave out some that are counted. */
  const [apart] = useState(count - listed);
  const more = count - listed - apart;
  return <News what={more > 0 ? plural(more, 'new proposal') : null} onShow={onShow} />;
}
