import type { EventRecord } from "@tagledger/core/ledger/records";
import type { Account } from "./account.ts";
import type { Told } from "./records.ts";

/** How many events came to what, on the days that a test may take. */
export async function outcomesOf({
  ledger,
}: Account): Promise<Partial<Record<EventRecord["outcome"], number>>> {
  const counted: Partial<Record<EventRecord["outcome"], number>> = {};
  for (const ago of [0, 1]) {
    const day = new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
    for (const { outcome, count } of await ledger.events(day))
      counted[outcome] = (counted[outcome] ?? 0) + count;
  }
  return counted;
}

/** How often a creation was taken in, and how many resources came of it. */
export async function timesOf(account: Account, { arn }: Told) {
  const created = await account.facts(arn, "created");
  const { incarnations } = await account.ledger.history(arn);
  return { created: created.length, lives: incarnations.length };
}
