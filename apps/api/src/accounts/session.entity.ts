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

/** A signed-in browser. Only the SHA-256 of its token is kept. */
@Entity('session')
export class Session {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'session_key' })
  tokenHash!: Buffer;

  @Index('session_member')
  @Column('uuid')
  memberId!: string;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'session_member_exists' })
  member?: Relation<Member>;

  @Column('timestamptz')
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
