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

/** A link that signs somebody in once, made by the operator. Only the SHA-256 of its token is kept. */
@Entity('sign_in_link')
export class SignInLink {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'sign_in_link_key' })
  tokenHash!: Buffer;

  @Index('sign_in_link_member')
  @Column('uuid')
  memberId!: string;

  @ManyToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'sign_in_link_member_exists' })
  member?: Relation<Member>;

  @Column('timestamptz')
  madeAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
