import type {
  ModerationAct as Act,
  ContributionStatus,
  ModeratedKind,
  ModerationReason,
  OfficeName,
} from '@clarion/deliberation';
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
import { Consultation } from '../consultations/consultation.entity.js';
import { Member } from '../roll/member.entity.js';

/** Something a moderator did. Rows stay and never change, but for the note, which can be erased. */
@Entity('moderation_act')
@Check(
  'moderation_act_kind',
  `act IN ('hide','restore','move','move_back','merge','separate','lock','unlock','suspend','lift','keep','read')`,
)
@Check(
  'moderation_act_reason',
  `reason IN ('abuse','hatred','personal_data','off_topic','spam','duplicate','misleading_identity','unlawful','other_rule','mistake','put_right','appeal_upheld','for_appeal','for_duty')`,
)
@Check('moderation_act_about', `about_kind IN ('proposal','comment','evidence')`)
@Check(
  'moderation_act_reversal',
  `(reverses_id IS NOT NULL) = (act IN ('restore','move_back','separate','unlock','lift'))`,
)
@Check('moderation_act_person', `(suspended_id IS NOT NULL) = (act IN ('suspend','lift'))`)
@Check('moderation_act_until', `(until IS NOT NULL) = (act = 'suspend')`)
@Index('moderation_act_of', ['aboutId', 'at', 'id'])
@Index('moderation_act_log', ['at', 'id'])
@Index('moderation_act_suspended', ['suspendedId', 'at', 'id'], {
  where: 'suspended_id IS NOT NULL',
})
@Index('moderation_act_reversed_once', ['reversesId'], {
  unique: true,
  where: 'reverses_id IS NOT NULL',
})
export class ModerationAct {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'moderation_act_key' })
  id!: string;

  @Column('text')
  act!: Act;

  @Column('text')
  reason!: ModerationReason;

  @Column('text')
  aboutKind!: ModeratedKind;

  /** The contribution; of a suspension, the one that led to it. */
  @Column('uuid')
  aboutId!: string;

  /** Where the contribution stood when it was done. */
  @Column('uuid')
  consultationId!: string;

  @ManyToOne(() => Consultation)
  @JoinColumn({
    name: 'consultation_id',
    foreignKeyConstraintName: 'moderation_act_consultation_exists',
  })
  consultation?: Relation<Consultation>;

  @Column('uuid')
  byId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'by_id', foreignKeyConstraintName: 'moderation_act_moderator_exists' })
  by?: Relation<Member>;

  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id', foreignKeyConstraintName: 'moderation_act_body_exists' })
  body?: Relation<Body>;

  @Column('text')
  office!: OfficeName;

  @Column('timestamptz')
  at!: Date;

  /** To the author; nobody else reads it but moderators. */
  @Column('text')
  note!: string;

  /** What a hidden or merged contribution was before, and becomes again. */
  @Column('text', { nullable: true })
  statusBefore!: ContributionStatus | null;

  /** Of a move: the proposal or consultation it left, the comment it answered there, and where it went; of a merger, what it joined. */
  @Column('uuid', { nullable: true })
  fromId!: string | null;

  @Column('uuid', { nullable: true })
  fromParentId!: string | null;

  @Column('uuid', { nullable: true })
  toId!: string | null;

  @Column('uuid', { nullable: true })
  suspendedId!: string | null;

  @ManyToOne(() => Member, { nullable: true })
  @JoinColumn({ name: 'suspended_id', foreignKeyConstraintName: 'moderation_act_person_exists' })
  suspended?: Relation<Member> | null;

  @Column('timestamptz', { nullable: true })
  until!: Date | null;

  /** The act that this one takes back. */
  @Column('uuid', { nullable: true })
  reversesId!: string | null;

  @ManyToOne(() => ModerationAct, { nullable: true })
  @JoinColumn({ name: 'reverses_id', foreignKeyConstraintName: 'moderation_act_reversed_exists' })
  reverses?: Relation<ModerationAct> | null;
}
