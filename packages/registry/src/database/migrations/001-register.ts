import { type Kysely, sql } from 'kysely';

/** The register, its imports and its history. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('register_meta')
    .addColumn('id', 'integer', (c) => c.primaryKey())
    .addColumn('revision', 'integer', (c) => c.notNull())
    .addColumn('tax_generation', 'integer', (c) => c.notNull())
    .execute();
  await sql`insert into register_meta (id, revision, tax_generation) values (1, 0, 0)`.execute(db);
  await db.schema
    .createTable('import_run')
    .addColumn('revision', 'integer', (c) => c.primaryKey())
    .addColumn('recorded_at', 'text', (c) => c.notNull())
    .addColumn('recorded_by', 'text', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('seen_on', 'text', (c) => c.notNull())
    .addColumn('counts', 'text', (c) => c.notNull())
    .execute();
  await db.schema
    .createTable('scheme_list')
    .addColumn('scheme', 'text', (c) => c.notNull())
    .addColumn('revision', 'integer', (c) => c.notNull().references('import_run.revision'))
    .addColumn('seen_on', 'text', (c) => c.notNull())
    .addColumn('complete', 'integer', (c) => c.notNull())
    .addColumn('row_count', 'integer', (c) => c.notNull())
    .addColumn('source', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('scheme_list_pk', ['scheme', 'revision'])
    .execute();
  await db.schema
    .createTable('provider_version')
    .addColumn('ubn', 'text', (c) => c.notNull())
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('name_en', 'text')
    .addColumn('former_names', 'text', (c) => c.notNull())
    .addColumn('city', 'text')
    .addColumn('head_office_ubn', 'text')
    .addColumn('predecessor_ubn', 'text')
    .addColumn('successor_ubn', 'text')
    .addColumn('warnings', 'text', (c) => c.notNull())
    .addColumn('rev_from', 'integer', (c) => c.notNull().references('import_run.revision'))
    .addColumn('rev_to', 'integer', (c) => c.references('import_run.revision'))
    .addColumn('true_from', 'text', (c) => c.notNull())
    .addColumn('true_to', 'text')
    .addPrimaryKeyConstraint('provider_version_pk', ['ubn', 'true_from', 'rev_from'])
    .execute();
  await db.schema
    .createTable('certificate_version')
    .addColumn('certificate', 'text', (c) => c.notNull())
    .addColumn('scheme', 'text', (c) => c.notNull())
    .addColumn('cert_key', 'text', (c) => c.notNull())
    .addColumn('extended', 'integer', (c) => c.notNull())
    .addColumn('number', 'text')
    .addColumn('ubn', 'text', (c) => c.notNull())
    .addColumn('listed', 'integer', (c) => c.notNull())
    .addColumn('registered_on', 'text', (c) => c.notNull())
    .addColumn('valid_until', 'text', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('status_on', 'text')
    .addColumn('items', 'text', (c) => c.notNull())
    .addColumn('edition', 'text')
    .addColumn('evidence_url', 'text')
    .addColumn('source', 'text', (c) => c.notNull())
    .addColumn('seen_after', 'text')
    .addColumn('rev_from', 'integer', (c) => c.notNull().references('import_run.revision'))
    .addColumn('rev_to', 'integer', (c) => c.references('import_run.revision'))
    .addColumn('true_from', 'text', (c) => c.notNull())
    .addColumn('true_to', 'text')
    .addPrimaryKeyConstraint('certificate_version_pk', ['certificate', 'true_from', 'rev_from'])
    .execute();
  await db.schema.createIndex('certificate_version_ubn').on('certificate_version').column('ubn').execute();
  await db.schema
    .createTable('tax_snapshot')
    .addColumn('generation', 'integer', (c) => c.primaryKey())
    .addColumn('snapshot_on', 'text')
    .addColumn('row_count', 'integer', (c) => c.notNull())
    .addColumn('recorded_at', 'text', (c) => c.notNull())
    .addColumn('sha256', 'text', (c) => c.notNull())
    .addColumn('file_name', 'text', (c) => c.notNull())
    .addColumn('location', 'text', (c) => c.notNull())
    .execute();
}
