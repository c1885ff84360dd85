import { Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import { Member } from '../roll/member.entity.js';

/** Somebody a visitor to the demonstration may sign in as. Empty on a real server. */
@Entity('demo_person')
export class DemoPerson {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'demo_person_key' })
  memberId!: string;

  @OneToOne(() => Member, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'member_id', foreignKeyConstraintName: 'demo_person_member_exists' })
  member?: Relation<Member>;

  @Column('int')
  position!: number;

  @Column('text')
  description!: string;
}
