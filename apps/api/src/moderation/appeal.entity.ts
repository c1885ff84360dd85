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

/** That the author finds an act wrong: one an act, answered by another moderator. */
@Entity('appeal')
@Check(
  'appeal_answered',
  `(answered_at IS NULL) = (answered_by_id IS NULL) AND (answered_at IS NULL) = (answer IS NULL) AND (answered_at IS NULL) = (is_upheld IS NULL)`,
)
@Index('appeal_once', ['actId'], { unique: true })
@Index('appeal_open', ['at', 'id'], { where: 'answered_at IS NULL' })
export class Appeal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'appeal_key' })
  id!: string;

  @Column('uuid')
  actId!: string;

  @ManyToOne(() => ModerationAct)
  @JoinColumn({ name: 'act_id', foreignKeyConstraintName: 'appeal_act_exists' })
  act?: Relation<ModerationAct>;

  @Column('uuid')
  memberId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'appeal_member_exists' })
  member?: Relation<Member>;

  @Column('text')
  words!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('date')
  dueOn!: string;

  @Column('timestamptz', { nullable: true })
  answeredAt!: Date | null;

  @Column('uuid', { nullable: true })
  answeredById!: string | null;

  @ManyToOne(() => Member, { nullable: true })
  @JoinColumn({ name: 'answered_by_id', foreignKeyConstraintName: 'appeal_moderator_exists' })
  answeredBy?: Relation<Member> | null;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('boolean', { nullable: true })
  isUpheld!: boolean | null;
}
