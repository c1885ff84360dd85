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

/** A passkey (WebAuthn): the public half of a key that stays in somebody's phone, laptop or security key. */
@Entity('passkey')
export class Passkey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passkey_key' })
  id!: string;

  @Index('passkey_member')
  @Column('uuid')
  memberId!: string;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'passkey_member_exists' })
  member?: Relation<Member>;

  /** As the device knows it, base64url. */
  @Index('passkey_credential', { unique: true })
  @Column('text')
  credentialId!: string;

  /** COSE. */
  @Column('bytea')
  publicKey!: Buffer;

  /** What the device counts its uses with; 0 where it does not. */
  @Column('bigint')
  counter!: string;

  @Column('text', { array: true })
  transports!: string[];

  /** What its owner calls it. */
  @Column('text')
  name!: string;

  /** Whether it is kept in more than one device. */
  @Column('boolean')
  isSynced!: boolean;

  @Column('timestamptz')
  createdAt!: Date;

  /** To the hour. */
  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;
}
