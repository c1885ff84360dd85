import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Proposal } from './proposal.entity.js';

/** The words of a proposal at one time; the newest equals the proposal itself. */
@Entity('proposal_version')
export class ProposalVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proposal_version_key' })
  proposalId!: string;

  @ManyToOne(() => Proposal, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'proposal_id', foreignKeyConstraintName: 'proposal_version_of' })
  proposal?: Relation<Proposal>;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'proposal_version_key' })
  version!: number;

  @Column('text')
  statement!: string;

  @Column('text')
  argument!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  createdAt!: Date;
}
