import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Consultation } from '../consultations/consultation.entity.js';

/** How far a recount of a consultation is, or where the last one failed; no row when the last one ended well. */
@Entity('opinion_progress')
export class OpinionProgress {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'opinion_progress_key' })
  consultationId!: string;

  @OneToOne(() => Consultation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'opinion_progress_of' })
  consultation?: Relation<Consultation>;

  @Column('text')
  step!: string;

  @Column('int')
  done!: number;

  @Column('int')
  total!: number;

  @Column('timestamptz')
  startedAt!: Date;

  /** A run that has said nothing for long was killed. */
  @Column('timestamptz')
  saidAt!: Date;

  /** What went wrong, for the operator; none while it runs. */
  @Column('text', { nullable: true })
  fault!: string | null;
}
