import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Body } from '../bodies/body.entity.js';
import { Proposal } from './proposal.entity.js';

/** A commission that a proposal informs beside those of its consultation. */
@Entity('proposal_commission')
export class ProposalCommission {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proposal_commission_key' })
  proposalId!: string;

  @ManyToOne(() => Proposal, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'proposal_id', foreignKeyConstraintName: 'proposal_commission_of' })
  proposal?: Relation<Proposal>;

  @Index('proposal_commission_body')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'proposal_commission_key' })
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id', foreignKeyConstraintName: 'proposal_commission_body_exists' })
  body?: Relation<Body>;
}
