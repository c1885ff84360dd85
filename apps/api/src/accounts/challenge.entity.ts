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

export type ChallengePurpose = 'add_passkey' | 'sign_in' | 'confirm' | 'party_login';

/** Something random that must come back once, signed by a passkey or through the party's login. Taken by deleting it. */
@Entity('challenge')
@Check('challenge_purpose', `purpose IN ('add_passkey','sign_in','confirm','party_login')`)
export class Challenge {
  /** SHA-256. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'challenge_key' })
  hash!: Buffer;

  @Column('text')
  purpose!: ChallengePurpose;

  /** SHA-256 of the secret in the browser that asked. */
  @Column('bytea')
  browserHash!: Buffer;

  @Index('challenge_member')
  @Column('uuid', { nullable: true })
  memberId!: string | null;

  @ManyToOne(() => Member, { onDelete: 'CASCADE', nullable: true })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'challenge_member_exists' })
  member?: Relation<Member> | null;

  /** What is needed when it comes back. */
  @Column('jsonb', { default: () => `'{}'` })
  details!: Record<string, string>;

  @Index('challenge_expiry')
  @Column('timestamptz')
  expiresAt!: Date;
}
