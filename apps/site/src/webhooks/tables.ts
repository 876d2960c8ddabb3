import type { DeskDatabase } from '@aipower/applications/storage';
import { type Migrations, migrate, type OpenDatabase } from '@aipower/database';
import type { Kysely } from 'kysely';

/** How far an endpoint has been told, by the number of a change. */
interface EndpointRow {
  readonly id: string;
  readonly told_until: number;
  /** 1: it answered 410 Gone and is asked no more. */
  readonly gone: number;
}

/** One message: the same bytes at every try. */
export interface MessageRow {
  readonly id: string;
  readonly endpoint: string;
  readonly body: string;
  readonly created_at: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly tries: number;
  readonly next_at: string;
  readonly last_error: string | null;
}

export interface WebhookTables {
  webhook_endpoint: EndpointRow;
  webhook_message: MessageRow;
}

const migrations: Migrations = {
  table: 'webhook_migration',
  steps: {
    '001-outbox': {
      async up(db: Kysely<unknown>) {
        await db.schema
          .createTable('webhook_endpoint')
          .addColumn('id', 'text', (c) => c.primaryKey())
          .addColumn('told_until', 'integer', (c) => c.notNull())
          .addColumn('gone', 'integer', (c) => c.notNull().defaultTo(0))
          .execute();
        await db.schema
          .createTable('webhook_message')
          .addColumn('id', 'text', (c) => c.primaryKey())
          .addColumn('endpoint', 'text', (c) => c.notNull())
          .addColumn('body', 'text', (c) => c.notNull())
          .addColumn('created_at', 'text', (c) => c.notNull())
          .addColumn('state', 'text', (c) => c.notNull())
          .addColumn('tries', 'integer', (c) => c.notNull())
          .addColumn('next_at', 'text', (c) => c.notNull())
          .addColumn('last_error', 'text')
          .execute();
        await db.schema
          .createIndex('webhook_message_due')
          .on('webhook_message')
          .columns(['state', 'next_at'])
          .execute();
      },
    },
  },
};

/** The outbox lies with the applications: the register's own database may be replaced by another import. */
export async function webhookDatabase(desk: DeskDatabase): Promise<OpenDatabase<WebhookTables>> {
  const open = desk as unknown as OpenDatabase<WebhookTables>;
  await migrate(open, migrations, 'opening the outbox of the webhooks');
  return open;
}
