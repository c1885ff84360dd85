import type { Told } from '@clarion/exchange/round';
import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Consultation } from '../consultations/consultation.entity.js';

/**
 * What breakdowns of a consultation told last, in rounds and among its opinion groups: the next one is weighed
 * with it. All of it was shown at some time.
 */
@Entity('told_breakdown')
export class ToldBreakdown {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'told_breakdown_key' })
  consultationId!: string;

  @OneToOne(() => Consultation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'told_breakdown_of' })
  consultation?: Relation<Consultation>;

  /** By rounds and by the job that finds groups. */
  @Column('jsonb', { nullable: true })
  groups!: Told['groups'];

  /** By rounds alone. */
  @Column('jsonb')
  areas!: Told['areas'];
}
