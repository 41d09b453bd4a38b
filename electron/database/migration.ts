/** What a step of the schema is. */
import type { Kysely } from 'kysely';

/** One step of the schema. Once released it is frozen: files out there have it behind them. */
export type Migration = (db: Kysely<unknown>) => Promise<void>;

/** Steps by name, `0001_first_schema`; the names' order is the order in which they run. */
export type Migrations = Readonly<Record<string, Migration>>;
