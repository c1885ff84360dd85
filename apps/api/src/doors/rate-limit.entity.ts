import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * How much somebody, or an address, has left of what they may ask. The key is hashed with a secret that changes
 * every day, so the table tells nobody who. Unlogged: it is empty after a crash, and costs the disk nothing.
 */
@Entity('rate_limit')
export class RateLimit {
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'rate_limit_key' })
  key!: Buffer;

  /** When all of it is there again. */
  @Column('timestamptz')
  fullAt!: Date;
}
