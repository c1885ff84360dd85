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
@Index('member_erased', ['id'], { where: 'erased_at IS NOT NULL' })
@Check('member_standing', `standing IN ('member','affiliated_supporter','registered_supporter')`)
export class Member {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'member_key' })
  id!: string;

  @Index('member_number', { unique: true })
  /** Of somebody who was erased, what `erasedNumber` makes of it. */
  @Column('text')
  membershipNumber!: string;

  /** What they sign with: as the roll calls them, unless they chose another name. */
  @Column('text')
  displayName!: string;

  /** What the roll calls them, where they chose another name; else none. */
  @Column('text', { nullable: true })
  rollName!: string | null;

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

  /** When what was held about them was erased; the row stays for what others rest on. */
  @Column('timestamptz', { nullable: true })
  erasedAt!: Date | null;
}
