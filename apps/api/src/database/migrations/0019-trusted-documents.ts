import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What pages of this site ask, of this version and of those before that are still open somewhere. */
export class TrustedDocuments1763700000019 implements MigrationInterface {
  name = 'TrustedDocuments1763700000019';

  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE TABLE "trusted_document" (
      "hash" text NOT NULL,
      "text" text NOT NULL,
      "built_at" TIMESTAMP WITH TIME ZONE NOT NULL,
      CONSTRAINT "trusted_document_key" PRIMARY KEY ("hash")
    )`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE "trusted_document"');
  }
}
