import type { BodyKind } from '@clarion/deliberation';
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

/** An organisation that acts. Commissions are dated rows: a new name is a new row, and `body_successor` says who took over. */
@Entity('body')
@Check(
  'body_kind',
  `kind IN ('clp','region','union','socialist_society','policy_commission','national_policy_forum','joint_policy_committee','nec','conference')`,
)
@Check('body_dates', `until IS NULL OR "from" IS NULL OR until >= "from"`)
export class Body {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'body_key' })
  id!: string;

  @Column('text')
  kind!: BodyKind;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  field!: string | null;

  @Column('text', { nullable: true })
  description!: string | null;

  @Index('body_parent')
  @Column('uuid', { nullable: true })
  parentId!: string | null;

  @ManyToOne(() => Body, { nullable: true })
  @JoinColumn({ name: 'parent_id', foreignKeyConstraintName: 'body_parent_exists' })
  parent?: Relation<Body> | null;

  @Column('date', { name: 'from', nullable: true })
  from!: string | null;

  @Column('date', { nullable: true })
  until!: string | null;

  /** For commissions: the interest that leads members to its consultations. */
  @Column('text', { nullable: true })
  interest!: string | null;
}
