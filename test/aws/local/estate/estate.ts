import type { Clients } from "@tagledger/adapters/aws/inventory/clients";
import { compute } from "./compute.ts";
import { data } from "./data.ts";
import { learning } from "./learning.ts";
import type { Maker } from "./maker.ts";
import { pipelines } from "./pipelines.ts";
import { serving } from "./serving.ts";

/** One resource with tags, one that never had any, and one that had and was removed, of a type. */
export interface MadeType {
  readonly type: string;
  readonly tagged: string;
  readonly plain: string;
  readonly gone: string;
}

/** All types that are made. */
export const makers: readonly Maker[] = [...compute, ...data, ...learning, ...pipelines, ...serving];

/** Makes three resources of every type, and gives them back by it. */
export async function makeEstate(clients: Clients): Promise<Map<string, MadeType>> {
  const all = new Map<string, MadeType>();
  for (const { type, make, remove } of makers) {
    const tagged = await make(clients, "scorer-tagged", true);
    const plain = await make(clients, "scorer-plain", false);
    const gone = await make(clients, "scorer-gone", true);
    await remove(clients, gone);
    all.set(type, { type, tagged, plain, gone });
  }
  return all;
}
