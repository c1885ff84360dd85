import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** The commitment of a vote that waits for those of others, to enter the record with them. Then the row goes. */
@Entity('pending_commitment')
@Index('pending_commitment_consultation', ['consultationId'])
export class PendingCommitment {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'pending_commitment_key' })
  commitment!: Buffer;

  /** No foreign keys: a vote locks its consultation anyway. */
  @Column('uuid')
  consultationId!: string;

  /**
   * Whose it is, so that people are counted who wait, not votes. It tells no more than the commitment, by
   * which the vote is found with its pseudonym.
   */
  @Column('bytea')
  pseudonym!: Buffer;

  /** The beginning of the ten minutes in which it was cast; none once they are over. */
  @Column('timestamptz', { nullable: true })
  since!: Date | null;
}

/** A commitment whose vote stands no longer, and why. One that was made again stands all the same. */
@Entity('superseded_commitment')
@Check('superseded_commitment_reason', `reason IN ('changed','taken_back','imported_over')`)
@Index('superseded_commitment_consultation', ['consultationId'])
export class SupersededCommitment {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'superseded_commitment_key' })
  commitment!: Buffer;

  @Column('uuid')
  consultationId!: string;

  @Column('text')
  reason!: 'changed' | 'taken_back' | 'imported_over';
}

/** Commitments that entered the record together. Append-only; outlives its consultation, as the record does. */
@Entity('ballot_batch')
export class BallotBatch {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'ballot_batch_key' })
  consultationId!: string;

  /** From 1 in each consultation. */
  @PrimaryColumn('int', { primaryKeyConstraintName: 'ballot_batch_key' })
  number!: number;

  /** 32 bytes each, sorted: an order that says nothing about who or when. */
  @Column('bytea')
  commitments!: Buffer;

  /** Of the tree over them (RFC 9162). */
  @Column('bytea')
  root!: Buffer;

  /** Those of its complete subtrees that are kept, so that a receipt reads a few bytes (`treeOverList`). */
  @Column('bytea')
  subtrees!: Buffer;

  @Column('timestamptz')
  at!: Date;
}

/** In which batch a commitment is. */
@Entity('batched_commitment')
export class BatchedCommitment {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'batched_commitment_key' })
  commitment!: Buffer;

  @Column('uuid')
  consultationId!: string;

  @Column('int')
  batch!: number;
}
