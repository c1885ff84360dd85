import {
  Check,
  Column,
  Entity,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Decision } from './decision.entity.js';

/** Whether an answer met the point, by somebody who backed the proposal: as secret as the vote, under the same pseudonym. */
@Entity('answer_verdict')
@Check('answer_verdict_word', `verdict IN ('yes','partly','no')`)
export class AnswerVerdict {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'answer_verdict_key' })
  decisionId!: string;

  @ManyToOne(() => Decision, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'decision_id', foreignKeyConstraintName: 'answer_verdict_of' })
  decision?: Relation<Decision>;

  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'answer_verdict_key' })
  pseudonym!: Buffer;

  @Column('text')
  verdict!: 'yes' | 'partly' | 'no';
}
