import { Buffer } from "node:buffer";
import { badInput } from "@tagledger/core/errors";
import type { Page } from "@tagledger/core/ledger/query";
import * as z from "zod/mini";

/** Reads a page of what is one team's, null for nobody's, or undefined for all. */
export type ReadPage<Item> = (asked: {
  readonly team: string | null | undefined;
  readonly limit: number;
  readonly after: string | undefined;
}) => Promise<Page<Item>>;

const place = z.strictObject({ team: z.string(), after: z.optional(z.string()) });

/**
 * A page of what is some teams', one team after the other, an empty name standing for nobody; `all` for all at once.
 *
 * @throws bad-input when `after` is no place in such a list
 */
export async function pageOfTeams<Item>(
  read: ReadPage<Item>,
  teams: readonly string[] | "all",
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Promise<Page<Item>> {
  if (teams === "all") return read({ team: undefined, limit, after });
  const begin = after === undefined ? { team: teams[0] ?? "" } : placeIn(after);
  const items: Item[] = [];
  let inner = begin.after;
  const from = teams.indexOf(begin.team);
  if (from < 0 && teams.length > 0) throw noPlace();
  for (const [index, team] of teams.entries()) {
    if (index < from) continue;
    const page = await read({ team: team === "" ? null : team, limit: limit - items.length, after: inner });
    items.push(...page.items);
    if (page.next !== null) return { items, next: written({ team, after: page.next }) };
    const following = teams[index + 1];
    if (items.length >= limit && following !== undefined)
      return { items, next: written({ team: following }) };
    inner = undefined;
  }
  return { items, next: null };
}

function placeIn(after: string): z.infer<typeof place> {
  try {
    return z.parse(place, JSON.parse(Buffer.from(after, "base64url").toString("utf8")));
  } catch {
    throw noPlace();
  }
}

function noPlace() {
  return badInput("after: this is no place in a list; take the `next` of the page before");
}

function written(value: z.infer<typeof place>): string {
  return Buffer.from(JSON.stringify(value), "utf8").toString("base64url");
}
