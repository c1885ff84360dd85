import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Body } from '../bodies/body.entity.js';
import { Consultation } from './consultation.entity.js';

/** A commission that a consultation informs, in the order its convenor gave. */
@Entity('consultation_commission')
export class ConsultationCommission {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consultation_commission_key' })
  consultationId!: string;

  @ManyToOne(() => Consultation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'consultation_commission_of' })
  consultation?: Relation<Consultation>;

  @Index('consultation_commission_body')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consultation_commission_key' })
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id', foreignKeyConstraintName: 'consultation_commission_body_exists' })
  body?: Relation<Body>;

  @Column('int')
  position!: number;
}
