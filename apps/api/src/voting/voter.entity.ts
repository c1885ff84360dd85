import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Body } from '../bodies/body.entity.js';
import { Consultation } from '../consultations/consultation.entity.js';

/**
 * Somebody who voted in a consultation, known by a pseudonym only: an HMAC of the member under the
 * consultation's own key, which lives outside the database. The CLP is kept for breadth and for
 * breakdowns of ten or more.
 */
@Entity('voter')
export class Voter {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'voter_key' })
  consultationId!: string;

  @ManyToOne(() => Consultation, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'voter_consultation_exists' })
  consultation?: Relation<Consultation>;

  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'voter_key' })
  pseudonym!: Buffer;

  @Column('uuid', { nullable: true })
  clpId!: string | null;

  @ManyToOne(() => Body, { nullable: true })
  @JoinColumn({ name: 'clp_id', foreignKeyConstraintName: 'voter_clp_exists' })
  clp?: Relation<Body> | null;

  /** The opinion group that an import published for this person. */
  @Column('smallint', { nullable: true })
  importedGroup!: number | null;

  /** The opinion group that was found last, from 0 (letter A); none for those with too few votes. Shown to nobody else. */
  @Column('smallint', { nullable: true })
  opinionGroup!: number | null;
}
