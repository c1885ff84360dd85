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
import { Member } from './member.entity.js';

/** Where a member is reached. For nobody's eyes but their own: never in an answer to others, a log or the record. */
@Entity('contact')
@Check('contact_email_with_key', '(email IS NULL) = (email_key IS NULL)')
export class Contact {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contact_key' })
  memberId!: string;

  @OneToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'contact_member_exists' })
  member?: Relation<Member>;

  /** As it was written; none while the first one waits for a second person. */
  @Column('text', { nullable: true })
  email!: string | null;

  /** As it is looked up: `emailKey` in the rules. Not unique: couples share an address. */
  @Index('contact_email')
  @Column('text', { nullable: true })
  emailKey!: string | null;

  /** What the roll said last, likewise. Only news from the roll changes anything, so that it does not undo what members changed here. */
  @Column('text', { nullable: true })
  rollKey!: string | null;

  @Column('timestamptz')
  changedAt!: Date;

  /** Until when no code is sent there and no vote is taken; in the past or none when nothing is held. */
  @Column('timestamptz', { nullable: true })
  heldUntil!: Date | null;
}
