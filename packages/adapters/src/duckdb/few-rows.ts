import { type Database, threadsOf } from "./database.ts";

/** Rows of a row group, which is what a thread is given at once. */
export const ROW_GROUP = 122_880;

/** Does something with rows of which there are so many: few in one thread, as a second costs more there than it saves. */
export async function withRows<T>(database: Database, rows: number, work: () => Promise<T>): Promise<T> {
  if (rows > ROW_GROUP) return work();
  const threads = await threadsOf(database);
  await database.run("SET threads = 1");
  try {
    return await work();
  } finally {
    await database.run(`SET threads = ${threads}`);
  }
}
