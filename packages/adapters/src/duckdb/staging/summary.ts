import { BASES, type Basis } from "@tagledger/core/costs/charge";
import type { Queries } from "../database.ts";
import { keepLineIds } from "./line-ids.ts";
import type { OpenPart } from "./part.ts";
import type { Parts } from "./parts.ts";
import { kept } from "./workspace.ts";

/** What is known of a part that was read. */
export interface PartSummary {
  readonly format: string;
  readonly bases: readonly Basis[];
  readonly tagNames: readonly string[];
  readonly inside: number;
}

/** What is known of all parts, and the bases that those with lines of the month can all be read on. */
export interface LookedAt {
  readonly summary: readonly PartSummary[];
  readonly bases: readonly Basis[];
}

/** Looks at all parts, and keeps hashes of the ids of their lines. */
export async function lookAtParts(database: Queries, parts: Parts, folder: string): Promise<LookedAt> {
  const summary: PartSummary[] = [];
  for (let index = 0; index < parts.count && !parts.stopped; index++) {
    const look = async (part: OpenPart): Promise<PartSummary> => {
      await keepLineIds(database, part, folder);
      const { table, bases, tagNames, inside } = part;
      return { format: table.format.name, bases, tagNames, inside };
    };
    summary.push(await kept(folder, `part-${index}`, () => parts.read(index, look)));
  }
  const read = summary.filter(({ inside }) => inside > 0);
  return { summary, bases: BASES.filter((basis) => read.every(({ bases }) => bases.includes(basis))) };
}
