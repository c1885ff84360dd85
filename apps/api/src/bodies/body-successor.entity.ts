import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Body } from './body.entity.js';

/** Which body took over the work of which; a commission may be split between two. */
@Entity('body_successor')
export class BodySuccessor {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'body_successor_key' })
  bodyId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'body_id', foreignKeyConstraintName: 'body_successor_of' })
  body?: Relation<Body>;

  @Index('body_successor_successor')
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'body_successor_key' })
  successorId!: string;

  @ManyToOne(() => Body)
  @JoinColumn({ name: 'successor_id', foreignKeyConstraintName: 'body_successor_exists' })
  successor?: Relation<Body>;
}
