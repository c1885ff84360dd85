import {
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Consultation } from '../consultations/consultation.entity.js';
import { Proposal } from '../contributions/proposal.entity.js';
import { Member } from '../roll/member.entity.js';

/** What one CLP said: CLP, agree, disagree, pass, and its region then; rounds made before bundles have no fifth. */
export type StoredCell = [string, number, number, number, (string | null)?];

/** A numbered ranking that went to the National Policy Forum. Never changes. */
@Entity('round')
@Index('round_number', ['consultationId', 'number'], { unique: true })
export class Round {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_key' })
  id!: string;

  @Column('uuid')
  consultationId!: string;

  @ManyToOne(() => Consultation)
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'round_consultation_exists' })
  consultation?: Relation<Consultation>;

  @Column('int')
  number!: number;

  @Column('text')
  lens!: string;

  @Column('timestamptz')
  publishedAt!: Date;

  @Column('uuid', { nullable: true })
  publishedById!: string | null;

  @ManyToOne(() => Member, { nullable: true })
  @JoinColumn({ name: 'published_by_id', foreignKeyConstraintName: 'round_publisher_exists' })
  publishedBy?: Relation<Member> | null;

  @Column('int')
  voterCount!: number;

  // What follows is empty for rounds made before bundles.

  /** Members whom the rules let vote, on the day it was published. */
  @Column('int', { nullable: true })
  rollSize!: number | null;

  @Column('int', { nullable: true })
  ballotCount!: number | null;

  /** How many regions stood: breadth counts those without votes too. */
  @Column('int', { nullable: true })
  regionCount!: number | null;

  /** People in each opinion group, A first; none for fewer than ten. */
  @Column('int', { array: true, nullable: true })
  groupSizes!: (number | null)[] | null;

  /** The signed manifest of the bundle, byte for byte. */
  @Column('text', { nullable: true })
  manifest!: string | null;

  @Column('text', { nullable: true, name: 'manifest_sha256' })
  manifestSha256!: string | null;

  /** The fingerprint of the key that signed it. */
  @Column('text', { nullable: true })
  signedWith!: string | null;
}

/** What a round counted for one proposal: enough to rank it again under every lens of the time. */
@Entity('round_count')
export class RoundCount {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_count_key' })
  roundId!: string;

  @ManyToOne(() => Round, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'round_id', foreignKeyConstraintName: 'round_count_of' })
  round?: Relation<Round>;

  @Index('round_count_proposal')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'round_count_key' })
  proposalId!: string;

  @ManyToOne(() => Proposal)
  @JoinColumn({ name: 'proposal_id', foreignKeyConstraintName: 'round_count_proposal_exists' })
  proposal?: Relation<Proposal>;

  /** Position in the round's official order, from 1; also below the quorum line. */
  @Column('int')
  position!: number;

  /** Shared by ties; none below the quorum line. */
  @Column('int', { nullable: true })
  rank!: number | null;

  @Column('int')
  agree!: number;

  @Column('int')
  disagree!: number;

  @Column('int')
  pass!: number;

  /** Counts by CLP in order of id. Not public as it stands: cells may be small. */
  @Column('jsonb')
  byClp!: StoredCell[];

  /** Published counts by opinion group, A first: agree, disagree, pass, or none where they are hidden. */
  @Column('jsonb', { nullable: true })
  byGroup!: ([number, number, number] | null)[] | null;

  /** What may be shown of its regions: region, agree, disagree, pass; none for rounds that weighed it at each look. */
  @Column('jsonb', { nullable: true })
  byRegion!: [string, number, number, number][] | null;

  /** Priority ballots that chose it. */
  @Column('int', { nullable: true })
  chosen!: number | null;
}
