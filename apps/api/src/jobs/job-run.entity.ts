import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When each kind of job ran last and how that went, for the operator. */
@Entity('job_run')
export class JobRun {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'job_run_key' })
  task!: string;

  @Column('timestamptz')
  startedAt!: Date;

  /** None while it runs, or where the process was killed. */
  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  /** What went wrong; none when all went well. */
  @Column('text', { nullable: true })
  fault!: string | null;
}
