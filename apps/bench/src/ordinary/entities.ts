import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';

/** Tables of Clarion as an ordinary Nest application maps and shows them: one class for both. */

@ObjectType()
@Entity('body')
export class Body {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Field(() => String)
  @Column('text')
  kind!: string;

  @Field(() => String)
  @Column('text')
  name!: string;
}

@Entity('member')
export class Member {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'display_name' })
  displayName!: string;

  @Column('uuid', { name: 'clp_id' })
  clpId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'clp_id' })
  clp?: Body;
}

@Entity('session')
export class Session {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('uuid', { name: 'member_id' })
  memberId!: string;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;
}

@ObjectType()
@Entity('consultation')
export class Consultation {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Field(() => String)
  @Column('text')
  title!: string;

  @Field(() => String)
  @Column('text')
  question!: string;

  @Field(() => String)
  @Column('text')
  paper!: string;

  @Field(() => [String])
  @Column('text', { array: true })
  questions!: string[];

  @Field(() => String)
  @Column('text')
  phase!: string;

  @Field(() => Date)
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Field(() => Date)
  @Column('timestamptz', { name: 'votes_until' })
  votesUntil!: Date;

  @Field(() => String)
  @Column('date', { name: 'answers_by' })
  answersBy!: string;

  @Column('uuid', { name: 'convened_by_id' })
  convenedById!: string;
}

@Entity('consultation_commission')
export class ConsultationCommission {
  @PrimaryColumn('uuid', { name: 'consultation_id' })
  consultationId!: string;

  @PrimaryColumn('uuid', { name: 'body_id' })
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Body;

  @Column('int')
  position!: number;
}

@ObjectType()
@Entity('round')
export class Round {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId!: string;

  @Field(() => Int)
  @Column('int')
  number!: number;

  @Field(() => Date)
  @Column('timestamptz', { name: 'published_at' })
  publishedAt!: Date;

  @Field(() => Int)
  @Column('int', { name: 'voter_count' })
  voterCount!: number;
}

@ObjectType()
@Entity('proposal')
export class Proposal {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'consultation_id' })
  consultationId!: string;

  @Field(() => Int)
  @Column('int')
  number!: number;

  @Field(() => String)
  @Column('text')
  statement!: string;

  @Field(() => String)
  @Column('text')
  status!: string;

  @Field(() => Int)
  @Column('int', { name: 'comment_count' })
  commentCount!: number;

  @Field(() => Date)
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;

  @Column('uuid', { name: 'on_behalf_of_id', nullable: true })
  onBehalfOfId!: string | null;

  @Column('uuid', { name: 'merged_into_id', nullable: true })
  mergedIntoId!: string | null;
}

@Entity('proposal_commission')
export class ProposalCommission {
  @PrimaryColumn('uuid', { name: 'proposal_id' })
  proposalId!: string;

  @PrimaryColumn('uuid', { name: 'body_id' })
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id' })
  body?: Body;
}

@ObjectType()
@Entity('comment')
export class Comment {
  @Field(() => ID)
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'proposal_id' })
  proposalId!: string;

  @Field(() => ID, { nullable: true })
  @Column('uuid', { name: 'parent_id', nullable: true })
  parentId!: string | null;

  @Field(() => Int)
  @Column('int')
  depth!: number;

  @Field(() => String)
  @Column('text')
  stance!: string;

  @Field(() => String)
  @Column('text')
  body!: string;

  @Field(() => String)
  @Column('text')
  status!: string;

  @Field(() => Date)
  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  @Column('timestamptz', { name: 'edited_at', nullable: true })
  editedAt!: Date | null;

  @Field(() => Int)
  @Column('int', { name: 'good_points' })
  goodPoints!: number;

  @Field(() => Int)
  @Column('int', { name: 'reply_count' })
  replyCount!: number;

  @Field(() => Int)
  @Column('int', { name: 'descendant_count' })
  descendantCount!: number;

  @Column('uuid', { name: 'author_id', nullable: true })
  authorId!: string | null;
}
