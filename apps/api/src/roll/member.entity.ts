import type { Standing } from '@clarion/deliberation';
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
import { Body } from '../bodies/body.entity.js';

/** A person on the roll. */
@Entity('member')
@Check('member_standing', `standing IN ('member','affiliated_supporter','registered_supporter')`)
export class Member {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'member_key' })
  id!: string;

  @Index('member_number', { unique: true })
  @Column('text')
  membershipNumber!: string;

  @Column('text')
  displayName!: string;

  @Column('text')
  standing!: Standing;

  @Index('member_clp')
  @Column('uuid', { nullable: true })
  clpId!: string | null;

  @ManyToOne(() => Body, { nullable: true })
  @JoinColumn({ name: 'clp_id', foreignKeyConstraintName: 'member_clp_exists' })
  clp?: Relation<Body> | null;

  @Column('date')
  joinedOn!: string;

  @Column('date', { nullable: true })
  lapsedOn!: string | null;

  @Column('text', { array: true, default: () => `'{}'` })
  interests!: string[];

  @Column('text', { array: true, default: () => `'{}'` })
  skills!: string[];

  /** Until when a moderator keeps them from writing; voting is never taken from anybody. */
  @Column('timestamptz', { nullable: true })
  suspendedUntil!: Date | null;

  @Column('text', { default: 'en' })
  language!: string;
}
