import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The tables of the main loop. */
export class Tables1763700000001 implements MigrationInterface {
  name = 'Tables1763700000001';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE "body" (
      "id" uuid NOT NULL,
      "kind" text NOT NULL,
      "name" text NOT NULL,
      "field" text,
      "description" text,
      "parent_id" uuid,
      "from" date,
      "until" date,
      "interest" text,
      CONSTRAINT "body_dates" CHECK (until IS NULL OR "from" IS NULL OR until >= "from"),
      CONSTRAINT "body_kind" CHECK (kind IN ('clp','region','union','socialist_society','policy_commission','national_policy_forum','joint_policy_committee','nec','conference')),
      CONSTRAINT "body_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE INDEX "body_parent" ON "body" ("parent_id")`);
    await db.query(`CREATE TABLE "member" (
      "id" uuid NOT NULL,
      "membership_number" text NOT NULL,
      "display_name" text NOT NULL,
      "standing" text NOT NULL,
      "clp_id" uuid,
      "joined_on" date NOT NULL,
      "lapsed_on" date,
      "interests" text array NOT NULL DEFAULT '{}',
      "skills" text array NOT NULL DEFAULT '{}',
      "language" text NOT NULL DEFAULT 'en',
      CONSTRAINT "member_standing" CHECK (standing IN ('member','affiliated_supporter','registered_supporter')),
      CONSTRAINT "member_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE UNIQUE INDEX "member_number" ON "member" ("membership_number")`);
    await db.query(`CREATE INDEX "member_clp" ON "member" ("clp_id")`);
    await db.query(`CREATE TABLE "demo_person" (
      "member_id" uuid NOT NULL,
      "position" integer NOT NULL,
      "description" text NOT NULL,
      CONSTRAINT "demo_person_key" PRIMARY KEY ("member_id")
    )`);
    await db.query(`CREATE TABLE "session" (
      "token_hash" bytea NOT NULL,
      "member_id" uuid NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "session_key" PRIMARY KEY ("token_hash")
    )`);
    await db.query(`CREATE INDEX "session_member" ON "session" ("member_id")`);
    await db.query(`CREATE TABLE "body_successor" (
      "body_id" uuid NOT NULL,
      "successor_id" uuid NOT NULL,
      CONSTRAINT "body_successor_key" PRIMARY KEY ("body_id", "successor_id")
    )`);
    await db.query(`CREATE INDEX "body_successor_successor" ON "body_successor" ("successor_id")`);
    await db.query(`CREATE TABLE "consultation" (
      "id" uuid NOT NULL,
      "title" text NOT NULL,
      "question" text NOT NULL,
      "paper" text NOT NULL,
      "questions" text array NOT NULL,
      "convened_by_id" uuid NOT NULL,
      "created_by_id" uuid,
      "template" text NOT NULL,
      "rules" jsonb NOT NULL,
      "rules_frozen_at" TIMESTAMP WITH TIME ZONE,
      "phase" text NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "opened_at" TIMESTAMP WITH TIME ZONE,
      "votes_until" TIMESTAMP WITH TIME ZONE NOT NULL,
      "answers_by" date NOT NULL,
      "source" text,
      CONSTRAINT "consultation_rules_frozen" CHECK (phase IN ('preparing','withdrawn') OR rules_frozen_at IS NOT NULL),
      CONSTRAINT "consultation_template" CHECK (template IN ('standard','quick','local')),
      CONSTRAINT "consultation_phase" CHECK (phase IN ('preparing','open','prioritising','reviewing','reported','withdrawn')),
      CONSTRAINT "consultation_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE INDEX "consultation_body" ON "consultation" ("convened_by_id")`);
    await db.query(
      `CREATE UNIQUE INDEX "consultation_source" ON "consultation" ("source") WHERE source IS NOT NULL`,
    );
    await db.query(`CREATE TABLE "consultation_commission" (
      "consultation_id" uuid NOT NULL,
      "body_id" uuid NOT NULL,
      "position" integer NOT NULL,
      CONSTRAINT "consultation_commission_key" PRIMARY KEY ("consultation_id", "body_id")
    )`);
    await db.query(
      `CREATE INDEX "consultation_commission_body" ON "consultation_commission" ("body_id")`,
    );
    await db.query(`CREATE TABLE "proposal" (
      "id" uuid NOT NULL,
      "consultation_id" uuid NOT NULL,
      "number" integer NOT NULL,
      "author_id" uuid,
      "author_name" text,
      "on_behalf_of_id" uuid,
      "statement" text NOT NULL,
      "argument" text NOT NULL,
      "version" integer NOT NULL DEFAULT '1',
      "tags" text array NOT NULL DEFAULT '{}',
      "status" text NOT NULL DEFAULT 'published',
      "status_reason" text,
      "merged_into_id" uuid,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "edited_at" TIMESTAMP WITH TIME ZONE,
      "active_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "comment_count" integer NOT NULL DEFAULT '0',
      "source_id" text,
      CONSTRAINT "proposal_merged" CHECK ((status = 'merged') = (merged_into_id IS NOT NULL)),
      CONSTRAINT "proposal_author" CHECK (author_id IS NOT NULL OR author_name IS NOT NULL),
      CONSTRAINT "proposal_status" CHECK (status IN ('published','waiting','withdrawn','merged','not_taken_forward')),
      CONSTRAINT "proposal_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE INDEX "proposal_author_index" ON "proposal" ("author_id")`);
    await db.query(
      `CREATE UNIQUE INDEX "proposal_source" ON "proposal" ("consultation_id", "source_id") WHERE source_id IS NOT NULL`,
    );
    await db.query(
      `CREATE INDEX "proposal_active" ON "proposal" ("consultation_id", "active_at", "id")`,
    );
    await db.query(
      `CREATE INDEX "proposal_newest" ON "proposal" ("consultation_id", "created_at", "id")`,
    );
    await db.query(
      `CREATE UNIQUE INDEX "proposal_number" ON "proposal" ("consultation_id", "number")`,
    );
    await db.query(`CREATE TABLE "comment" (
      "id" uuid NOT NULL,
      "consultation_id" uuid NOT NULL,
      "proposal_id" uuid NOT NULL,
      "parent_id" uuid,
      "ancestors" uuid array NOT NULL DEFAULT '{}',
      "depth" integer NOT NULL,
      "author_id" uuid,
      "author_name" text,
      "stance" text NOT NULL,
      "body" text NOT NULL,
      "status" text NOT NULL DEFAULT 'published',
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "edited_at" TIMESTAMP WITH TIME ZONE,
      "good_points" integer NOT NULL DEFAULT '0',
      "reply_count" integer NOT NULL DEFAULT '0',
      "descendant_count" integer NOT NULL DEFAULT '0',
      "source_id" text,
      CONSTRAINT "comment_depth" CHECK (depth = cardinality(ancestors)),
      CONSTRAINT "comment_author" CHECK (author_id IS NOT NULL OR author_name IS NOT NULL),
      CONSTRAINT "comment_stance" CHECK (stance IN ('for','against','question','neutral')),
      CONSTRAINT "comment_status" CHECK (status IN ('published','waiting','withdrawn','merged','not_taken_forward')),
      CONSTRAINT "comment_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE INDEX "comment_consultation" ON "comment" ("consultation_id")`);
    await db.query(`CREATE INDEX "comment_author_index" ON "comment" ("author_id")`);
    await db.query(
      `CREATE UNIQUE INDEX "comment_source" ON "comment" ("proposal_id", "source_id") WHERE source_id IS NOT NULL`,
    );
    await db.query(
      `CREATE INDEX "comment_best_side" ON "comment" ("proposal_id", "stance", "good_points", "created_at", "id")`,
    );
    await db.query(
      `CREATE INDEX "comment_roots_best" ON "comment" ("proposal_id", "good_points", "created_at", "id") WHERE parent_id IS NULL`,
    );
    await db.query(
      `CREATE INDEX "comment_roots" ON "comment" ("proposal_id", "created_at", "id") WHERE parent_id IS NULL`,
    );
    await db.query(
      `CREATE INDEX "comment_replies_best" ON "comment" ("parent_id", "good_points", "created_at", "id")`,
    );
    await db.query(`CREATE INDEX "comment_replies" ON "comment" ("parent_id", "created_at", "id")`);
    await db.query(`CREATE TABLE "comment_version" (
      "comment_id" uuid NOT NULL,
      "version" integer NOT NULL,
      "stance" text NOT NULL,
      "body" text NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "comment_version_key" PRIMARY KEY ("comment_id", "version")
    )`);
    await db.query(`CREATE TABLE "evidence" (
      "id" uuid NOT NULL,
      "consultation_id" uuid NOT NULL,
      "proposal_id" uuid,
      "body_id" uuid NOT NULL,
      "officer_id" uuid NOT NULL,
      "author_name" text NOT NULL,
      "claim" text NOT NULL,
      "detail" text NOT NULL,
      "confidence" text NOT NULL,
      "confidence_reason" text NOT NULL,
      "cost_flag" boolean NOT NULL,
      "legal_flag" boolean NOT NULL,
      "declared_interest" text NOT NULL,
      "mandate" text NOT NULL,
      "sources" jsonb NOT NULL,
      "status" text NOT NULL DEFAULT 'published',
      "status_reason" text,
      "considered_by_id" uuid,
      "considered_sentence" text,
      "considered_at" TIMESTAMP WITH TIME ZONE,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "evidence_considered" CHECK ((considered_at IS NULL) = (considered_by_id IS NULL) AND (considered_at IS NULL) = (considered_sentence IS NULL)),
      CONSTRAINT "evidence_confidence" CHECK (confidence IN ('low','medium','high')),
      CONSTRAINT "evidence_status" CHECK (status IN ('published','waiting','withdrawn','merged','not_taken_forward')),
      CONSTRAINT "evidence_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE INDEX "evidence_officer" ON "evidence" ("officer_id")`);
    await db.query(
      `CREATE INDEX "evidence_proposal" ON "evidence" ("proposal_id", "created_at", "id")`,
    );
    await db.query(
      `CREATE INDEX "evidence_consultation" ON "evidence" ("consultation_id", "created_at", "id")`,
    );
    await db.query(`CREATE TABLE "evidence_contest" (
      "id" uuid NOT NULL,
      "evidence_id" uuid NOT NULL,
      "body_id" uuid NOT NULL,
      "officer_id" uuid NOT NULL,
      "text" text NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "evidence_contest_key" PRIMARY KEY ("id")
    )`);
    await db.query(
      `CREATE UNIQUE INDEX "evidence_contest_once" ON "evidence_contest" ("evidence_id", "body_id")`,
    );
    await db.query(`CREATE TABLE "good_point" (
      "comment_id" uuid NOT NULL,
      "member_id" uuid NOT NULL,
      CONSTRAINT "good_point_key" PRIMARY KEY ("comment_id", "member_id")
    )`);
    await db.query(`CREATE INDEX "good_point_member" ON "good_point" ("member_id")`);
    await db.query(`CREATE TABLE "proposal_commission" (
      "proposal_id" uuid NOT NULL,
      "body_id" uuid NOT NULL,
      CONSTRAINT "proposal_commission_key" PRIMARY KEY ("proposal_id", "body_id")
    )`);
    await db.query(`CREATE INDEX "proposal_commission_body" ON "proposal_commission" ("body_id")`);
    await db.query(`CREATE TABLE "proposal_version" (
      "proposal_id" uuid NOT NULL,
      "version" integer NOT NULL,
      "statement" text NOT NULL,
      "argument" text NOT NULL,
      "reason" text,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "proposal_version_key" PRIMARY KEY ("proposal_id", "version")
    )`);
    await db.query(`CREATE TABLE "decision" (
      "id" uuid NOT NULL,
      "consultation_id" uuid NOT NULL,
      "proposal_id" uuid NOT NULL,
      "body_id" uuid NOT NULL,
      "by_id" uuid NOT NULL,
      "office" text NOT NULL,
      "outcome" text NOT NULL,
      "reason" text NOT NULL,
      "next_stop" text NOT NULL,
      "due_on" date NOT NULL,
      "done_at" TIMESTAMP WITH TIME ZONE,
      "done_note" text,
      "merged_into_id" uuid,
      "referred_to_id" uuid,
      "decided_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "superseded_by_id" uuid,
      CONSTRAINT "decision_done" CHECK ((done_at IS NULL) = (done_note IS NULL)),
      CONSTRAINT "decision_refer" CHECK ((outcome = 'refer') = (referred_to_id IS NOT NULL)),
      CONSTRAINT "decision_merge" CHECK ((outcome = 'merge') = (merged_into_id IS NOT NULL)),
      CONSTRAINT "decision_next_stop" CHECK (next_stop <> ''),
      CONSTRAINT "decision_reason" CHECK (reason <> ''),
      CONSTRAINT "decision_outcome" CHECK (outcome IN ('accept','accept_in_part','merge','refer','not_take_forward')),
      CONSTRAINT "decision_key" PRIMARY KEY ("id")
    )`);
    await db.query(
      `CREATE UNIQUE INDEX "decision_current" ON "decision" ("proposal_id", "body_id") WHERE superseded_by_id IS NULL`,
    );
    await db.query(
      `CREATE INDEX "decision_consultation" ON "decision" ("consultation_id", "decided_at", "id")`,
    );
    await db.query(
      `CREATE INDEX "decision_proposal" ON "decision" ("proposal_id", "decided_at", "id")`,
    );
    await db.query(`CREATE TABLE "answer_verdict" (
      "decision_id" uuid NOT NULL,
      "pseudonym" bytea NOT NULL,
      "verdict" text NOT NULL,
      CONSTRAINT "answer_verdict_word" CHECK (verdict IN ('yes','partly','no')),
      CONSTRAINT "answer_verdict_key" PRIMARY KEY ("decision_id", "pseudonym")
    )`);
    await db.query(`CREATE TABLE "draft" (
      "id" uuid NOT NULL,
      "consultation_id" uuid NOT NULL,
      "body_id" uuid NOT NULL,
      "created_by_id" uuid NOT NULL,
      "created_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "draft_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE INDEX "draft_consultation" ON "draft" ("consultation_id")`);
    await db.query(`CREATE TABLE "draft_version" (
      "draft_id" uuid NOT NULL,
      "number" integer NOT NULL,
      "status" text NOT NULL,
      "title" text NOT NULL,
      "summary" text NOT NULL,
      "note" text NOT NULL DEFAULT '',
      "revision" integer NOT NULL DEFAULT '0',
      "published_at" TIMESTAMP WITH TIME ZONE,
      "published_by_id" uuid,
      CONSTRAINT "draft_version_published" CHECK ((status = 'working') = (published_at IS NULL)),
      CONSTRAINT "draft_version_status" CHECK (status IN ('working','published','adopted')),
      CONSTRAINT "draft_version_key" PRIMARY KEY ("draft_id", "number")
    )`);
    await db.query(
      `CREATE UNIQUE INDEX "draft_version_working" ON "draft_version" ("draft_id") WHERE status = 'working'`,
    );
    await db.query(`CREATE TABLE "adoption" (
      "draft_id" uuid NOT NULL,
      "version" integer NOT NULL,
      "meeting" text NOT NULL,
      "for_count" integer NOT NULL,
      "against_count" integer NOT NULL,
      "abstained_count" integer NOT NULL,
      "adopted_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "adoption_counts" CHECK (for_count >= 0 AND against_count >= 0 AND abstained_count >= 0),
      CONSTRAINT "adoption_key" PRIMARY KEY ("draft_id")
    )`);
    await db.query(`CREATE TABLE "paragraph" (
      "draft_id" uuid NOT NULL,
      "version" integer NOT NULL,
      "id" uuid NOT NULL,
      "position" integer NOT NULL,
      "number" text NOT NULL,
      "heading" text,
      "text" text NOT NULL,
      "own_reason" text,
      CONSTRAINT "paragraph_key" PRIMARY KEY ("draft_id", "version", "id")
    )`);
    await db.query(
      `CREATE UNIQUE INDEX "paragraph_order" ON "paragraph" ("draft_id", "version", "position")`,
    );
    await db.query(`CREATE TABLE "paragraph_source" (
      "draft_id" uuid NOT NULL,
      "version" integer NOT NULL,
      "paragraph_id" uuid NOT NULL,
      "id" uuid NOT NULL,
      "position" integer NOT NULL,
      "proposal_id" uuid,
      "comment_id" uuid,
      "evidence_id" uuid,
      "decision_id" uuid,
      "note" text,
      CONSTRAINT "paragraph_source_one" CHECK (num_nonnulls(proposal_id, comment_id, evidence_id, decision_id) = 1),
      CONSTRAINT "paragraph_source_key" PRIMARY KEY ("draft_id", "version", "paragraph_id", "id")
    )`);
    await db.query(
      `CREATE INDEX "paragraph_source_proposal" ON "paragraph_source" ("proposal_id")`,
    );
    await db.query(`CREATE INDEX "paragraph_source_comment" ON "paragraph_source" ("comment_id")`);
    await db.query(
      `CREATE INDEX "paragraph_source_evidence" ON "paragraph_source" ("evidence_id")`,
    );
    await db.query(
      `CREATE INDEX "paragraph_source_decision" ON "paragraph_source" ("decision_id")`,
    );
    await db.query(`CREATE TABLE "office" (
      "id" uuid NOT NULL,
      "member_id" uuid NOT NULL,
      "body_id" uuid NOT NULL,
      "office" text NOT NULL,
      "from" date NOT NULL,
      "until" date,
      CONSTRAINT "office_dates" CHECK (until IS NULL OR until >= "from"),
      CONSTRAINT "office_name" CHECK (office IN ('chair','convenor','policy_officer','secretary','representative','moderator','scrutineer','facilitator')),
      CONSTRAINT "office_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE INDEX "office_member" ON "office" ("member_id")`);
    await db.query(`CREATE INDEX "office_body" ON "office" ("body_id")`);
    await db.query(`CREATE TABLE "round" (
      "id" uuid NOT NULL,
      "consultation_id" uuid NOT NULL,
      "number" integer NOT NULL,
      "lens" text NOT NULL,
      "published_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "published_by_id" uuid,
      "voter_count" integer NOT NULL,
      CONSTRAINT "round_key" PRIMARY KEY ("id")
    )`);
    await db.query(`CREATE UNIQUE INDEX "round_number" ON "round" ("consultation_id", "number")`);
    await db.query(`CREATE TABLE "round_count" (
      "round_id" uuid NOT NULL,
      "proposal_id" uuid NOT NULL,
      "position" integer NOT NULL,
      "rank" integer,
      "agree" integer NOT NULL,
      "disagree" integer NOT NULL,
      "pass" integer NOT NULL,
      "by_clp" jsonb NOT NULL,
      CONSTRAINT "round_count_key" PRIMARY KEY ("round_id", "proposal_id")
    )`);
    await db.query(`CREATE INDEX "round_count_proposal" ON "round_count" ("proposal_id")`);
    await db.query(`CREATE TABLE "record_entry" (
      "number" bigint NOT NULL,
      "at" TIMESTAMP WITH TIME ZONE NOT NULL,
      "kind" text NOT NULL,
      "about_kind" text NOT NULL,
      "about_id" uuid NOT NULL,
      "consultation_id" uuid,
      "actor_id" uuid,
      "body_id" uuid,
      "data" jsonb NOT NULL,
      CONSTRAINT "record_entry_key" PRIMARY KEY ("number")
    )`);
    await db.query(`CREATE INDEX "record_entry_kind" ON "record_entry" ("kind", "about_kind")`);
    await db.query(
      `CREATE INDEX "record_entry_consultation" ON "record_entry" ("consultation_id", "number")`,
    );
    await db.query(`CREATE INDEX "record_entry_about" ON "record_entry" ("about_id", "number")`);
    await db.query(`CREATE TABLE "tally" (
      "consultation_id" uuid NOT NULL,
      "proposal_id" uuid NOT NULL,
      "agree" integer NOT NULL DEFAULT '0',
      "disagree" integer NOT NULL DEFAULT '0',
      "pass" integer NOT NULL DEFAULT '0',
      CONSTRAINT "tally_key" PRIMARY KEY ("consultation_id", "proposal_id")
    )`);
    await db.query(`CREATE TABLE "tally_by_clp" (
      "consultation_id" uuid NOT NULL,
      "proposal_id" uuid NOT NULL,
      "clp_id" uuid NOT NULL,
      "agree" integer NOT NULL DEFAULT '0',
      "disagree" integer NOT NULL DEFAULT '0',
      "pass" integer NOT NULL DEFAULT '0',
      CONSTRAINT "tally_by_clp_key" PRIMARY KEY ("consultation_id", "proposal_id", "clp_id")
    )`);
    await db.query(`CREATE TABLE "turnout" (
      "consultation_id" uuid NOT NULL,
      "voters" integer NOT NULL DEFAULT '0',
      CONSTRAINT "turnout_key" PRIMARY KEY ("consultation_id")
    )`);
    await db.query(`CREATE TABLE "voter" (
      "consultation_id" uuid NOT NULL,
      "pseudonym" bytea NOT NULL,
      "clp_id" uuid,
      "imported_group" smallint,
      CONSTRAINT "voter_key" PRIMARY KEY ("consultation_id", "pseudonym")
    )`);
    await db.query(`CREATE TABLE "vote" (
      "consultation_id" uuid NOT NULL,
      "proposal_id" uuid NOT NULL,
      "pseudonym" bytea NOT NULL,
      "choice" text NOT NULL,
      "version" integer NOT NULL,
      "cast_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "vote_choice" CHECK (choice IN ('agree','disagree','pass')),
      CONSTRAINT "vote_key" PRIMARY KEY ("consultation_id", "proposal_id", "pseudonym")
    )`);
    await db.query(`CREATE INDEX "vote_voter" ON "vote" ("consultation_id", "pseudonym")`);
    await db.query(
      `ALTER TABLE "body" ADD CONSTRAINT "body_parent_exists" FOREIGN KEY ("parent_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "member" ADD CONSTRAINT "member_clp_exists" FOREIGN KEY ("clp_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "demo_person" ADD CONSTRAINT "demo_person_member_exists" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "session" ADD CONSTRAINT "session_member_exists" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "body_successor" ADD CONSTRAINT "body_successor_of" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "body_successor" ADD CONSTRAINT "body_successor_exists" FOREIGN KEY ("successor_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "consultation" ADD CONSTRAINT "consultation_body_exists" FOREIGN KEY ("convened_by_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "consultation" ADD CONSTRAINT "consultation_author_exists" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "consultation_commission" ADD CONSTRAINT "consultation_commission_of" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "consultation_commission" ADD CONSTRAINT "consultation_commission_body_exists" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_consultation_exists" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_author_exists" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_body_exists" FOREIGN KEY ("on_behalf_of_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "proposal" ADD CONSTRAINT "proposal_merged_into_exists" FOREIGN KEY ("merged_into_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "comment" ADD CONSTRAINT "comment_consultation_exists" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "comment" ADD CONSTRAINT "comment_proposal_exists" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "comment" ADD CONSTRAINT "comment_parent_exists" FOREIGN KEY ("parent_id") REFERENCES "comment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "comment" ADD CONSTRAINT "comment_author_exists" FOREIGN KEY ("author_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "comment_version" ADD CONSTRAINT "comment_version_of" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "evidence" ADD CONSTRAINT "evidence_consultation_exists" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "evidence" ADD CONSTRAINT "evidence_proposal_exists" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "evidence" ADD CONSTRAINT "evidence_body_exists" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "evidence" ADD CONSTRAINT "evidence_officer_exists" FOREIGN KEY ("officer_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "evidence" ADD CONSTRAINT "evidence_considered_by_exists" FOREIGN KEY ("considered_by_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "evidence_contest" ADD CONSTRAINT "evidence_contest_of" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "evidence_contest" ADD CONSTRAINT "evidence_contest_body_exists" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "evidence_contest" ADD CONSTRAINT "evidence_contest_officer_exists" FOREIGN KEY ("officer_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "good_point" ADD CONSTRAINT "good_point_of" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "good_point" ADD CONSTRAINT "good_point_member_exists" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "proposal_commission" ADD CONSTRAINT "proposal_commission_of" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "proposal_commission" ADD CONSTRAINT "proposal_commission_body_exists" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "proposal_version" ADD CONSTRAINT "proposal_version_of" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "decision" ADD CONSTRAINT "decision_consultation_exists" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "decision" ADD CONSTRAINT "decision_proposal_exists" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "decision" ADD CONSTRAINT "decision_body_exists" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "decision" ADD CONSTRAINT "decision_officer_exists" FOREIGN KEY ("by_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "decision" ADD CONSTRAINT "decision_merged_into_exists" FOREIGN KEY ("merged_into_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "decision" ADD CONSTRAINT "decision_referred_to_exists" FOREIGN KEY ("referred_to_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "answer_verdict" ADD CONSTRAINT "answer_verdict_of" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "draft" ADD CONSTRAINT "draft_consultation_exists" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "draft" ADD CONSTRAINT "draft_body_exists" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "draft" ADD CONSTRAINT "draft_author_exists" FOREIGN KEY ("created_by_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "draft_version" ADD CONSTRAINT "draft_version_of" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "draft_version" ADD CONSTRAINT "draft_version_publisher_exists" FOREIGN KEY ("published_by_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "adoption" ADD CONSTRAINT "adoption_of" FOREIGN KEY ("draft_id", "version") REFERENCES "draft_version"("draft_id","number") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "paragraph" ADD CONSTRAINT "paragraph_of" FOREIGN KEY ("draft_id", "version") REFERENCES "draft_version"("draft_id","number") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "paragraph_source" ADD CONSTRAINT "paragraph_source_of" FOREIGN KEY ("draft_id", "version", "paragraph_id") REFERENCES "paragraph"("draft_id","version","id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "paragraph_source" ADD CONSTRAINT "paragraph_source_proposal_exists" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "paragraph_source" ADD CONSTRAINT "paragraph_source_comment_exists" FOREIGN KEY ("comment_id") REFERENCES "comment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "paragraph_source" ADD CONSTRAINT "paragraph_source_evidence_exists" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "paragraph_source" ADD CONSTRAINT "paragraph_source_decision_exists" FOREIGN KEY ("decision_id") REFERENCES "decision"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "office" ADD CONSTRAINT "office_member_exists" FOREIGN KEY ("member_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "office" ADD CONSTRAINT "office_body_exists" FOREIGN KEY ("body_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "round" ADD CONSTRAINT "round_consultation_exists" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "round" ADD CONSTRAINT "round_publisher_exists" FOREIGN KEY ("published_by_id") REFERENCES "member"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "round_count" ADD CONSTRAINT "round_count_of" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "round_count" ADD CONSTRAINT "round_count_proposal_exists" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "tally" ADD CONSTRAINT "tally_proposal_exists" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "tally_by_clp" ADD CONSTRAINT "tally_by_clp_proposal_exists" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "tally_by_clp" ADD CONSTRAINT "tally_by_clp_clp_exists" FOREIGN KEY ("clp_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "turnout" ADD CONSTRAINT "turnout_consultation_exists" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "voter" ADD CONSTRAINT "voter_consultation_exists" FOREIGN KEY ("consultation_id") REFERENCES "consultation"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "voter" ADD CONSTRAINT "voter_clp_exists" FOREIGN KEY ("clp_id") REFERENCES "body"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "vote" ADD CONSTRAINT "vote_proposal_exists" FOREIGN KEY ("proposal_id") REFERENCES "proposal"("id") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
    await db.query(
      `ALTER TABLE "vote" ADD CONSTRAINT "vote_voter_exists" FOREIGN KEY ("consultation_id", "pseudonym") REFERENCES "voter"("consultation_id","pseudonym") ON DELETE CASCADE ON UPDATE NO ACTION`,
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(
      'DROP TABLE "body", "member", "demo_person", "session", "body_successor", "consultation", "consultation_commission", "proposal", "comment", "comment_version", "evidence", "evidence_contest", "good_point", "proposal_commission", "proposal_version", "decision", "answer_verdict", "draft", "draft_version", "adoption", "paragraph", "paragraph_source", "office", "round", "round_count", "record_entry", "tally", "tally_by_clp", "turnout", "voter", "vote" CASCADE',
    );
  }
}
