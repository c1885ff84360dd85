import { Column, Entity, Index, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Member } from './member.entity.js';

/** Where a member is reached. For nobody's eyes but their own: never in an answer to others, a log or the record. */
@Entity('contact')
export class Contact {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'contact_key' })
  memberId!: string;

  @OneToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'contact_member_exists' })
  member?: Relation<Member>;

  /** As it was written. */
  @Column('text')
  email!: string;

  /** As it is looked up: `emailKey` in the rules. Not unique: couples share an address. */
  @Index('contact_email')
  @Column('text')
  emailKey!: string;

  @Column('timestamptz')
  changedAt!: Date;

  /** Until when no code is sent there and no vote is taken; in the past or none when nothing is held. */
  @Column('timestamptz', { nullable: true })
  heldUntil!: Date | null;
}
