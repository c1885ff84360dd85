import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * A public act. Appended in the transaction of the act itself; the database refuses update, delete
 * and truncate. No foreign keys: the record outlives what it speaks of.
 */
@Entity('record_entry')
@Index('record_entry_about', ['aboutId', 'number'])
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

  /** consultation, proposal, comment, evidence, draft. */
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

  @Column('jsonb')
  data!: Record<string, unknown>;
}
