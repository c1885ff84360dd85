import type { LensId } from '@clarion/deliberation';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Consultation } from '../consultations/consultation.entity.js';

/**
 * How firmly each proposal stood at its rank under a lens when votes were counted last, by a job. Columns
 * are by `proposalIds`; 0 below the quorum line.
 */
@Entity('rank_range')
export class RankRangeRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'rank_range_key' })
  consultationId!: string;

  @ManyToOne(() => Consultation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'rank_range_of' })
  consultation?: Relation<Consultation>;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'rank_range_key' })
  lens!: LensId;

  @Column('timestamptz')
  countedAt!: Date;

  @Column('uuid', { array: true })
  proposalIds!: string[];

  /** With any one CLP left out; none where that was not counted. */
  @Column('int', { array: true, nullable: true })
  best!: number[] | null;

  @Column('int', { array: true, nullable: true })
  worst!: number[] | null;

  /** In 95% of seeded recounts. */
  @Column('int', { array: true })
  low!: number[];

  @Column('int', { array: true })
  high!: number[];
}
