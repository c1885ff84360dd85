import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('good_point')
export class GoodPoint {
  @PrimaryColumn('uuid', { name: 'comment_id' })
  commentId!: string;

  @PrimaryColumn('uuid', { name: 'member_id' })
  memberId!: string;
}

@Entity('evidence')
export class Evidence {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId!: string;

  @Column('uuid', { name: 'proposal_id', nullable: true })
  proposalId!: string | null;

  @Column('text')
  status!: string;
}

@ObjectType()
@Entity('decision')
export class Decision {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'proposal_id' })
  proposalId!: string;

  @Field(() => String)
  @Column('text')
  outcome!: string;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;

  @Column('uuid', { name: 'superseded_by_id', nullable: true })
  supersededById!: string | null;
}

@ObjectType()
@Entity('tally')
export class Tally {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId!: string;

  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposalId!: string;

  @Field(() => Int)
  @Column('int')
  agree!: number;

  @Field(() => Int)
  @Column('int')
  disagree!: number;

  @Field(() => Int)
  @Column('int')
  pass!: number;
}

@Entity('turnout')
export class Turnout {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId!: string;

  @Column('int')
  voters!: number;
}

@ObjectType()
@Entity('vote')
export class Vote {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId!: string;

  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposalId!: string;

  @PrimaryColumn('bytea')
  pseudonym!: Buffer;

  @Field(() => String)
  @Column('text')
  choice!: string;

  @Field(() => Int)
  @Column('int')
  version!: number;
}

/** What only the bench keeps: under which pseudonym a member votes, and the order as Clarion has it. */
@Entity({ name: 'voter_of', schema: 'bench' })
export class VoterOf {
  @PrimaryColumn('uuid', { name: 'member_id' })
  memberId!: string;

  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId!: string;

  @Column('bytea')
  pseudonym!: Buffer;
}

@ObjectType()
@Entity({ name: 'ranked', schema: 'bench' })
export class Ranked {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId!: string;

  @PrimaryColumn('int')
  position!: number;

  @Field(() => Int)
  @Column('int')
  rank!: number;

  @Column('uuid', { name: 'proposal_id' })
  proposalId!: string;
}
