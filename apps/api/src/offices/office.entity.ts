import type { OfficeName } from '@clarion/deliberation';
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
import { Member } from '../roll/member.entity.js';

/** Who acts for which body, from when until when. */
@Entity('office')
@Check(
  'office_name',
  `office IN ('chair','convenor','policy_officer','secretary','representative','moderator','scrutineer','facilitator','administrator')`,
)
@Check('office_dates', `until IS NULL OR until >= "from" - 1`)
export class Office {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'office_key' })
  id!: string;

  @Index('office_member')
  @Column('uuid')
  memberId!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'office_member_exists' })
  member?: Relation<Member>;

  @Index('office_body')
  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id', foreignKeyConstraintName: 'office_body_exists' })
  body?: Relation<Body>;

  @Column('text')
  office!: OfficeName;

  @Column('date', { name: 'from' })
  from!: string;

  @Column('date', { nullable: true })
  until!: string | null;
}
