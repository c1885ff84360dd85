import type { Breach, ModeratedKind } from '@clarion/deliberation';
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
import { Member } from '../roll/member.entity.js';
import { ModerationAct } from './moderation-act.entity.js';

/** That somebody finds a rule broken. Secret from the author; one a person and thing. */
@Entity('report')
@Check(
  'report_reason',
  `reason IN ('abuse','hatred','personal_data','off_topic','spam','duplicate','misleading_identity','unlawful','other_rule')`,
)
@Check('report_about', `about_kind IN ('proposal','comment','evidence')`)
@Check('report_closed', `(closed_at IS NULL) = (closed_by_id IS NULL)`)
@Index('report_once', ['aboutId', 'reporterId'], { unique: true })
@Index('report_open', ['aboutId', 'at', 'id'], { where: 'closed_at IS NULL' })
@Index('report_sent', ['reporterId', 'at', 'id'], { where: 'reporter_id IS NOT NULL' })
export class Report {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'report_key' })
  id!: string;

  @Column('text')
  aboutKind!: ModeratedKind;

  @Column('uuid')
  aboutId!: string;

  /** Nobody where a visitor reported. */
  @Column('uuid', { nullable: true })
  reporterId!: string | null;

  @ManyToOne(() => Member, { nullable: true, onDelete: 'SET NULL' })
  @JoinColumn({ name: 'reporter_id', foreignKeyConstraintName: 'report_reporter_exists' })
  reporter?: Relation<Member> | null;

  @Column('text')
  reason!: Breach;

  @Column('text')
  words!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  closedAt!: Date | null;

  /** The act that answered it, which may be to leave everything as it is. */
  @Column('uuid', { nullable: true })
  closedById!: string | null;

  @ManyToOne(() => ModerationAct, { nullable: true })
  @JoinColumn({ name: 'closed_by_id', foreignKeyConstraintName: 'report_act_exists' })
  closedBy?: Relation<ModerationAct> | null;
}
