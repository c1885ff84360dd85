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
import { Member } from '../roll/member.entity.js';
import { Evidence } from './evidence.entity.js';

/** Another body's objection to a piece of evidence: one a body. */
@Entity('evidence_contest')
@Index('evidence_contest_once', ['evidenceId', 'bodyId'], { unique: true })
export class EvidenceContest {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'evidence_contest_key' })
  id!: string;

  @Column('uuid')
  evidenceId!: string;

  @ManyToOne(() => Evidence, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'evidence_id', foreignKeyConstraintName: 'evidence_contest_of' })
  evidence?: Relation<Evidence>;

  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id', foreignKeyConstraintName: 'evidence_contest_body_exists' })
  body?: Relation<Body>;

  @Column('uuid')
  officerId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'officer_id', foreignKeyConstraintName: 'evidence_contest_officer_exists' })
  officer?: Relation<Member>;

  @Column('text')
  text!: string;

  @Column('timestamptz')
  createdAt!: Date;
}
