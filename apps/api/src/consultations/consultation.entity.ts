import type { Phase, Rules, TemplateName } from '@clarion/deliberation';
import {
  Check,
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

/** A paper with questions, put by a body under rules that are frozen when it opens. */
@Entity('consultation')
@Check(
  'consultation_phase',
  `phase IN ('preparing','open','prioritising','reviewing','reported','withdrawn')`,
)
@Check('consultation_template', `template IN ('standard','quick','local')`)
@Check(
  'consultation_rules_frozen',
  `phase IN ('preparing','withdrawn') OR rules_frozen_at IS NOT NULL`,
)
@Index('consultation_search', { synchronize: false })
export class Consultation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'consultation_key' })
  id!: string;

  @Column('text')
  title!: string;

  @Column('text')
  question!: string;

  @Column('text')
  paper!: string;

  @Column('text', { array: true })
  questions!: string[];

  @Index('consultation_body')
  @Column('uuid')
  convenedById!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'convened_by_id', foreignKeyConstraintName: 'consultation_body_exists' })
  convenedBy?: Relation<Body>;

  /** Who made it; none for an import from the command line. */
  @Column('uuid', { nullable: true })
  createdById!: string | null;

  @ManyToOne(() => Member, { nullable: true })
  @JoinColumn({ name: 'created_by_id', foreignKeyConstraintName: 'consultation_author_exists' })
  createdBy?: Relation<Member> | null;

  @Column('text')
  template!: TemplateName;

  @Column('jsonb')
  rules!: Rules;

  @Column('timestamptz', { nullable: true })
  rulesFrozenAt!: Date | null;

  @Column('text')
  phase!: Phase;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz', { nullable: true })
  openedAt!: Date | null;

  @Column('timestamptz')
  votesUntil!: Date;

  @Column('date')
  answersBy!: string;

  /** "polis:brexit-consensus": what it was imported from, so that a second import finds it. */
  @Index('consultation_source', { unique: true, where: 'source IS NOT NULL' })
  @Column('text', { nullable: true })
  source!: string | null;

  /** What the search finds it by; a trigger makes it of the text. */
  @Column({ type: 'tsvector', nullable: true, select: false, insert: false, update: false })
  words!: string | null;
}
