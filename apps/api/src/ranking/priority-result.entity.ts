import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Consultation } from '../consultations/consultation.entity.js';

/** The order of the priority ballots when they were counted last, by a job. Columns are by `proposalIds`, best first. */
@Entity('priority_result')
export class PriorityResult {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'priority_result_key' })
  consultationId!: string;

  @OneToOne(() => Consultation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'priority_result_of' })
  consultation?: Relation<Consultation>;

  @Column('timestamptz')
  countedAt!: Date;

  /** Ballots that it tells of (`ballotsToTell`), and those of them that chose something that still stands. */
  @Column('int')
  castCount!: number;

  @Column('int')
  ballotCount!: number;

  @Column('uuid', { array: true })
  proposalIds!: string[];

  /** Ballots that chose each. */
  @Column('int', { array: true })
  chosen!: number[];

  /** The load of its voters when it was placed; infinite if nobody chose it. */
  @Column('double precision', { array: true })
  load!: number[];

  /** Placed by the tie-breaker before another of the same load. */
  @Column('boolean', { array: true })
  tied!: boolean[];
}
