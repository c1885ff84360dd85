import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the record was at a size, signed. */
@Entity('record_checkpoint')
export class RecordCheckpoint {
  /** How many entries it is over. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'record_checkpoint_key' })
  size!: string;

  @Column('timestamptz')
  at!: Date;

  /** The signed note, as it is published: C2SP tlog-checkpoint. */
  @Column('text')
  note!: string;

  /** The open half of the key that signed it, in one line (a C2SP vkey). */
  @Column('text')
  key!: string;
}
