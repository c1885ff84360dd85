import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A public act. Appended in the transaction of the act itself; the database refuses update, delete
 * and truncate. No foreign keys: the record outlives what it speaks of.
 */
@Entity('record_entry')
@Index('record_entry_about', ['aboutId', 'number'])
@Index('record_entry_actor', ['actorId', 'number'])
@Index('record_entry_consultation', ['consultationId', 'number'])
@Index('record_entry_kind', ['kind', 'aboutKind'])
export class RecordEntry {
  /** Gapless, from 1. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'record_entry_key' })
  number!: string;

  @Column('timestamptz')
  at!: Date;

  /** sent, edited, decided, used_in_paragraph, … */
  @Column('text')
  kind!: string;

  /** consultation, proposal, comment, evidence, draft, … */
  @Column('text')
  aboutKind!: string;

  @Column('uuid')
  aboutId!: string;

  @Column('uuid', { nullable: true })
  consultationId!: string | null;

  @Column('uuid', { nullable: true })
  actorId!: string | null;

  @Column('uuid', { nullable: true })
  bodyId!: string | null;

  /** What else the act says. No personal text. */
  @Column('jsonb')
  data!: Record<string, unknown>;

  /** By name, what each personal text of the act was committed to, in hexadecimal. */
  @Column('jsonb')
  commitments!: Record<string, string>;

  /** The hash of the entry before; zeros in the first. */
  @Column('bytea')
  previous!: Buffer;

  /** SHA-256 of the entry as the leaf of a tree; see @clarion/record. */
  @Column('bytea')
  hash!: Buffer;
}
