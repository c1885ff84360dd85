import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Member } from '../roll/member.entity.js';

/** A code that a browser asked for, to sign in or to confirm. Gone within the hour after it ends. */
@Entity('sign_in_attempt')
export class SignInAttempt {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sign_in_attempt_key' })
  id!: string;

  /** SHA-256 of the secret in the browser that asked. */
  @Column('bytea')
  browserHash!: Buffer;

  /** HMAC of the address that was typed, under the server's pepper: to count codes for one inbox. */
  @Index('sign_in_attempt_inbox')
  @Column('bytea')
  inbox!: Buffer;

  /** Who confirms; null to sign in. */
  @Index('sign_in_attempt_member')
  @Column('uuid', { nullable: true })
  memberId!: string | null;

  @ManyToOne(() => Member, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'sign_in_attempt_member_exists' })
  member?: Relation<Member> | null;

  @Column('timestamptz')
  askedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  /** Who was reached at the address when the code was made. */
  @Column('uuid', { array: true, default: () => `'{}'` })
  memberIds!: string[];

  /** HMAC of the code under the server's pepper; none where nothing was sent. */
  @Column('bytea', { nullable: true })
  codeHash!: Buffer | null;

  @Column('smallint', { default: 0 })
  tries!: number;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}
