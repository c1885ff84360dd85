import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * What opens a commitment of the record. The text itself is kept where it belongs. To erase a text its
 * salt goes too, by `erase_record_salts()` alone; the entry and the chain stay.
 */
@Entity('record_salt')
export class RecordSalt {
  /** Of the entry. */
  @PrimaryColumn('bigint', { primaryKeyConstraintName: 'record_salt_key' })
  number!: string;

  /** The name of the text in the entry's commitments. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'record_salt_key' })
  field!: string;

  /** 32 random bytes, of this text alone. */
  @Column('bytea')
  salt!: Buffer;

  /** The text, where no other table keeps it. */
  @Column('text', { nullable: true })
  text!: string | null;
}
