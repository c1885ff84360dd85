import type { ModeratedKind } from '@clarion/deliberation';
import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  OneToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { ModerationAct } from './moderation-act.entity.js';

/** Words that a moderator hid as they may be unlawful. Gone with the act, when it is taken back. */
@Entity('seal')
@Check('seal_about', `about_kind IN ('proposal','comment','evidence')`)
@Index('seal_of', ['aboutId'], { unique: true })
@Index('seal_waiting', ['until', 'actId'], { where: 'destroyed_at IS NULL' })
export class Seal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'seal_key' })
  actId!: string;

  @OneToOne(() => ModerationAct)
  @JoinColumn({ name: 'act_id', foreignKeyConstraintName: 'seal_act_exists' })
  act?: Relation<ModerationAct>;

  @Column('text')
  aboutKind!: ModeratedKind;

  @Column('uuid')
  aboutId!: string;

  /** When the words are to be destroyed, unless something holds them. */
  @Column('timestamptz')
  until!: Date;

  @Column('timestamptz', { nullable: true })
  destroyedAt!: Date | null;
}

/** That the operator keeps sealed words longer, because a court or the police asked for them. Rows stay. */
@Entity('seal_hold')
@Index('seal_hold_once', ['aboutId'], { unique: true, where: 'released_at IS NULL' })
export class SealHold {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'seal_hold_key' })
  id!: string;

  @Column('uuid')
  aboutId!: string;

  /** In the operator's words; the record only commits to them. */
  @Column('text')
  reason!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('timestamptz', { nullable: true })
  releasedAt!: Date | null;
}
