import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A complete subtree over entries of the record, for proofs. Those of one entry are the entries' own hashes. */
@Entity('record_subtree')
export class RecordSubtree {
  /** From 1: it is over 2^level entries. */
  @PrimaryColumn('smallint', { primaryKeyConstraintName: 'record_subtree_key' })
  level!: number;

  /** From 0: which of the runs of that length. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'record_subtree_key' })
  index!: string;

  @Column('bytea')
  hash!: Buffer;
}
