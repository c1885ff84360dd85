import {
  Check,
  Column,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryColumn,
  type Relation,
} from 'typeorm';
import { Body } from '../bodies/body.entity.js';
import { Consultation } from '../consultations/consultation.entity.js';
import { Member } from '../roll/member.entity.js';

/** A document of a body, in versions. */
@Entity('draft')
export class Draft {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draft_key' })
  id!: string;

  @Index('draft_consultation')
  @Column('uuid')
  consultationId!: string;

  @ManyToOne(() => Consultation)
  @JoinColumn({ name: 'consultation_id', foreignKeyConstraintName: 'draft_consultation_exists' })
  consultation?: Relation<Consultation>;

  @Column('uuid')
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id', foreignKeyConstraintName: 'draft_body_exists' })
  body?: Relation<Body>;

  @Column('uuid')
  createdById!: string;

  @ManyToOne(() => Member)
  @JoinColumn({ name: 'created_by_id', foreignKeyConstraintName: 'draft_author_exists' })
  createdBy?: Relation<Member>;

  @Column('timestamptz')
  createdAt!: Date;
}

/** A version: written while `working`, fixed for ever once published. */
@Entity('draft_version')
@Check('draft_version_status', `status IN ('working','published','adopted')`)
@Check('draft_version_published', `(status = 'working') = (published_at IS NULL)`)
@Index('draft_version_working', ['draftId'], { unique: true, where: `status = 'working'` })
export class DraftVersion {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draft_version_key' })
  draftId!: string;

  @ManyToOne(() => Draft, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'draft_id', foreignKeyConstraintName: 'draft_version_of' })
  draft?: Relation<Draft>;

  @PrimaryColumn('int', { primaryKeyConstraintName: 'draft_version_key' })
  number!: number;

  @Column('text')
  status!: 'working' | 'published' | 'adopted';

  @Column('text')
  title!: string;

  @Column('text')
  summary!: string;

  @Column('text', { default: '' })
  note!: string;

  /** Counts saves, so that two drafters cannot overwrite each other unseen. */
  @Column('int', { default: 0 })
  revision!: number;

  @Column('timestamptz', { nullable: true })
  publishedAt!: Date | null;

  @Column('uuid', { nullable: true })
  publishedById!: string | null;

  @ManyToOne(() => Member, { nullable: true })
  @JoinColumn({
    name: 'published_by_id',
    foreignKeyConstraintName: 'draft_version_publisher_exists',
  })
  publishedBy?: Relation<Member> | null;
}

/** How a body adopted a version. */
@Entity('adoption')
@Check('adoption_counts', `for_count >= 0 AND against_count >= 0 AND abstained_count >= 0`)
export class Adoption {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'adoption_key' })
  draftId!: string;

  @Column('int')
  version!: number;

  @ManyToOne(() => DraftVersion)
  @JoinColumn([
    {
      name: 'draft_id',
      referencedColumnName: 'draftId',
      foreignKeyConstraintName: 'adoption_of',
    },
    {
      name: 'version',
      referencedColumnName: 'number',
      foreignKeyConstraintName: 'adoption_of',
    },
  ])
  draftVersion?: Relation<DraftVersion>;

  @Column('text')
  meeting!: string;

  @Column('int')
  forCount!: number;

  @Column('int')
  againstCount!: number;

  @Column('int')
  abstainedCount!: number;

  @Column('timestamptz')
  adoptedAt!: Date;
}
