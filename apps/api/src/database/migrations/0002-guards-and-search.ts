import type { MigrationInterface, QueryRunner } from 'typeorm';

const APPEND_ONLY = ['record_entry', 'round', 'round_count'];

/** What entities cannot say: append-only tables, frozen versions, and the indexes behind search. */
export class GuardsAndSearch1763700000002 implements MigrationInterface {
  name = 'GuardsAndSearch1763700000002';

  async up(db: QueryRunner): Promise<void> {
    await this.guards(db);
    await this.search(db);
  }

  private async guards(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP
          USING ERRCODE = 'restrict_violation';
      END $$`);
    for (const table of APPEND_ONLY) {
      await db.query(`
        CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION refuse_change()`);
      await db.query(`
        CREATE TRIGGER ${table}_no_truncate BEFORE TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`);
    }
    await this.fixedDrafts(db);
  }

  /** A published version never changes: neither its paragraphs, nor into or out of it, nor its own words. */
  private async fixedDrafts(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE FUNCTION refuse_change_of_published_draft() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (
          SELECT FROM draft_version v
          WHERE v.status <> 'working'
            AND ((TG_OP <> 'INSERT' AND v.draft_id = OLD.draft_id AND v.number = OLD.version)
              OR (TG_OP <> 'DELETE' AND v.draft_id = NEW.draft_id AND v.number = NEW.version))
        ) THEN
          RAISE EXCEPTION 'a published version never changes'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    for (const table of ['paragraph', 'paragraph_source']) {
      await db.query(`
        CREATE TRIGGER ${table}_fixed BEFORE INSERT OR UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_draft()`);
    }
    await db.query(`
      CREATE FUNCTION refuse_change_of_published_version() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND OLD.status = 'published' AND NEW.status = 'adopted'
          AND to_jsonb(NEW) - 'status' = to_jsonb(OLD) - 'status' THEN
          RETURN NEW;
        END IF;
        IF OLD.status <> 'working' THEN
          RAISE EXCEPTION 'a published version never changes'
            USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$`);
    await db.query(`
      CREATE TRIGGER draft_version_fixed BEFORE UPDATE OR DELETE ON draft_version
        FOR EACH ROW EXECUTE FUNCTION refuse_change_of_published_version()`);
  }

  private async search(db: QueryRunner): Promise<void> {
    // unaccent() is only STABLE because its dictionary may be swapped; naming it makes the call immutable.
    // Postgres 17 makes indexes with an empty search_path, so the names carry their schema.
    await db.query(`
      CREATE FUNCTION fold(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
        SELECT lower(public.unaccent('public.unaccent'::regdictionary, value)) $$`);
    await db.query(`
      CREATE FUNCTION search_vector(heading text, body text) RETURNS tsvector
      LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT setweight(to_tsvector('english'::regconfig, public.fold(coalesce(heading, ''))), 'A')
            || setweight(to_tsvector('english'::regconfig, public.fold(coalesce(body, ''))), 'B') $$`);
    const vectors = {
      consultation: `title || ' ' || question, paper`,
      proposal: 'statement, argument',
      comment: `'', body`,
      evidence: 'claim, detail',
      paragraph: 'heading, text',
    };
    for (const [table, columns] of Object.entries(vectors)) {
      await db.query(
        `CREATE INDEX ${table}_search ON ${table} USING gin (search_vector(${columns}))`,
      );
    }
    await db.query(
      'CREATE INDEX proposal_statement_like ON proposal USING gin (fold(statement) gin_trgm_ops)',
    );
    await db.query(
      'CREATE INDEX consultation_title_like ON consultation USING gin (fold(title) gin_trgm_ops)',
    );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP FUNCTION search_vector(text, text) CASCADE');
    await db.query('DROP FUNCTION fold(text) CASCADE');
    await db.query('DROP FUNCTION refuse_change_of_published_draft() CASCADE');
    await db.query('DROP FUNCTION refuse_change_of_published_version() CASCADE');
    await db.query('DROP FUNCTION refuse_change() CASCADE');
  }
}
