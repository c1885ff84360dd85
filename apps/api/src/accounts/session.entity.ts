import type { SignInWay } from '@clarion/deliberation';
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

/** A signed-in browser. Only the SHA-256 of its token is kept. */
@Entity('session')
@Check('session_signed_in_by', `signed_in_by IN ('demo','code','passkey','oidc','link')`)
export class Session {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'session_key' })
  id!: string;

  @Index('session_token', { unique: true })
  @Column('bytea')
  tokenHash!: Buffer;

  /** The token before the last change of rights, for requests that were on their way. */
  @Index('session_previous')
  @Column('bytea', { nullable: true })
  previousHash!: Buffer | null;

  @Column('timestamptz', { nullable: true })
  previousUntil!: Date | null;

  @Index('session_member')
  @Column('uuid')
  memberId!: string;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'session_member_exists' })
  member?: Relation<Member>;

  @Column('text')
  signedInBy!: SignInWay;

  /** Whether that was strong enough for an office that needs a passkey. */
  @Column('boolean')
  isStrong!: boolean;

  /** The browser in words: "Firefox on Android". */
  @Column('text')
  device!: string;

  /** The offices held when the token was made, by id: when they differ, a new token is. */
  @Column('text')
  rights!: string;

  @Column('timestamptz')
  createdAt!: Date;

  /** To the hour. */
  @Column('timestamptz')
  lastSeenAt!: Date;

  @Column('timestamptz')
  confirmedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
