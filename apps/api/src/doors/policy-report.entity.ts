import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often browsers reported on a day that a page was kept from something, by rule. Nothing of who, or what. */
@Entity('policy_report')
export class PolicyReport {
  @PrimaryColumn('date', { primaryKeyConstraintName: 'policy_report_key' })
  day!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'policy_report_key' })
  directive!: string;

  @Column('int')
  count!: number;
}
