import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Round } from './round.entity.js';

/** What everybody may download of a round but its words, as it was made when it was published. */
@Entity('round_bundle')
export class RoundBundle {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_bundle_key' })
  roundId!: string;

  @OneToOne(() => Round)
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'round_bundle_of' })
  round?: Relation<Round>;

  @Column('bytea')
  zip!: Buffer;
}

/** Who voted how in a round, by number and never by name: for scrutineers, and to begin the next round's groups. */
@Entity('round_matrix')
export class RoundMatrix {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_matrix_key' })
  roundId!: string;

  @OneToOne(() => Round)
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'round_matrix_of' })
  round?: Relation<Round>;

  @Column('bytea')
  zip!: Buffer;

  /** The voters' pseudonyms, 32 bytes each. */
  @Column('bytea')
  voters!: Buffer;

  /** The opinion group of each voter, a byte each, from 0; 255 for those in none. */
  @Column('bytea')
  groups!: Buffer;

  /** The proposals, and along them the two components that laid the voters out. */
  @Column('uuid', { array: true })
  proposalIds!: string[];

  @Column('double precision', { array: true })
  first!: number[];

  @Column('double precision', { array: true })
  second!: number[];
}
