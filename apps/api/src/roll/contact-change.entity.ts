import type { ContactChangeStatus, ContactWay } from '@clarion/deliberation';
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
import { Member } from './member.entity.js';

/**
 * Every change of a contact that was asked for. Rows stay, and who asked for what and when never
 * changes; the two addresses can be erased.
 */
@Entity('contact_change')
@Check('contact_change_way', `way IN ('member','roll','staff')`)
@Check('contact_change_status', `status IN ('unconfirmed','pending','refused','made','objected')`)
@Check('contact_change_made', `(made_at IS NULL) = (status IN ('unconfirmed','pending','refused'))`)
@Check('contact_change_two_people', 'decided_by_id <> actor_id')
@Index('contact_change_member', ['memberId', 'askedAt'])
@Index('contact_change_actor', ['actorId', 'askedAt'])
@Index('contact_change_pending', ['batchId'], { where: `status = 'pending'` })
@Index('contact_change_objection', ['objectionHash'], {
  unique: true,
  where: 'objection_hash IS NOT NULL',
})
export class ContactChange {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contact_change_key' })
  id!: string;

  @Column('uuid')
  memberId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'contact_change_member_exists' })
  member?: Relation<Member>;

  @Column('text')
  way!: ContactWay;

  /** Who did it; nobody where the operator imported a roll. */
  @Column('uuid', { nullable: true })
  actorId!: string | null;

  /** What one import, or one administrator above the usual number, wants changed together. */
  @Column('uuid', { nullable: true })
  batchId!: string | null;

  @Column('text')
  status!: ContactChangeStatus;

  @Column('text', { nullable: true })
  oldEmail!: string | null;

  @Column('text', { nullable: true })
  newEmail!: string | null;

  @Column('timestamptz')
  askedAt!: Date;

  @Index('contact_change_made_at')
  @Column('timestamptz', { nullable: true })
  madeAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  heldUntil!: Date | null;

  /** The second person's decision, or the objection. */
  @Column('timestamptz', { nullable: true })
  decidedAt!: Date | null;

  @Column('uuid', { nullable: true })
  decidedById!: string | null;

  /** Of the code sent to the new address, which proves it. */
  @Column('bytea', { nullable: true })
  codeHash!: Buffer | null;

  @Column('timestamptz', { nullable: true })
  codeUntil!: Date | null;

  /** Wrong codes typed. */
  @Column('smallint', { default: 0 })
  tries!: number;

  /** Of the code sent to the old address, by which its owner objects. */
  @Column('bytea', { nullable: true })
  objectionHash!: Buffer | null;
}
