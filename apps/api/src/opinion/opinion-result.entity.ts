import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Consultation } from '../consultations/consultation.entity.js';

/**
 * The opinion groups of a consultation as they were found last, from its votes alone. Who is in which is
 * kept with the voters. Statements are those of `proposalIds`, in that order; counts are statement × group,
 * as they may be told: hidden cells count nobody. Results from before that have every cell.
 */
@Entity('opinion_result')
export class OpinionResult {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'opinion_result_key' })
  consultationId!: string;

  @OneToOne(() => Consultation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'opinion_result_of' })
  consultation?: Relation<Consultation>;

  @Column('timestamptz')
  foundAt!: Date;

  /** Votes that were read, and people who had cast one. */
  @Column('int')
  voteCount!: number;

  @Column('int')
  voterCount!: number;

  /** How many groups: 0 to 5. */
  @Column('smallint')
  k!: number;

  @Column('double precision')
  silhouette!: number;

  /** With the votes and the result before it finds the same groups again. */
  @Column('text')
  seed!: string;

  @Column('uuid', { array: true })
  proposalIds!: string[];

  /** Statements that pulled nobody: withdrawn, waiting, or rejected where they came from. */
  @Column('boolean', { array: true })
  leftOut!: boolean[];

  /** Mean choice on each statement, and the two directions along which people differ most. */
  @Column('double precision', { array: true })
  centre!: number[];

  @Column('double precision', { array: true })
  first!: number[];

  @Column('double precision', { array: true })
  second!: number[];

  /** Counts of everybody who voted, in a group or not, when the statement was told last: what a cell is hidden beside. */
  @Column('int', { array: true })
  allAgree!: number[];

  @Column('int', { array: true })
  allDisagree!: number[];

  @Column('int', { array: true })
  allPass!: number[];

  @Column('int', { array: true })
  agree!: number[];

  @Column('int', { array: true })
  disagree!: number[];

  @Column('int', { array: true })
  pass!: number[];

  /** People in each group, largest first unless letters were kept. */
  @Column('int', { array: true })
  sizes!: number[];

  /** Where the middle of each group lies on the map: x, y, x, y and so on. */
  @Column('double precision', { array: true })
  centres!: number[];

  /** How each group spreads there, as `toldShapes` has it, and how large it is told to be; null where nothing is told. */
  @Column('jsonb')
  shapes!: ({
    x: number;
    y: number;
    spread: [number, number, number];
    /** How many it is of; never shown, and left out in results from before. */
    people?: number;
    /** The size that is told; null where none is, left out in results from before. */
    told?: number | null;
  } | null)[];
}
