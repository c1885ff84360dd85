import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A question that a page of this site asks, by the SHA-256 of its text. Pages of older versions stay open a while. */
@Entity('trusted_document')
export class TrustedDocument {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'trusted_document_key' })
  hash!: string;

  @Column('text')
  text!: string;

  /** When a server last started with pages that ask it. */
  @Column('timestamptz')
  builtAt!: Date;
}
