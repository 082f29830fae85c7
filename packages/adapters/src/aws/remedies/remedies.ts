import type { Remedies, Sought } from "@tagledger/core/ports";
import type { Inspection } from "@tagledger/core/remediation/inspection";
import type { Refusal } from "@tagledger/core/remediation/refusal";
import type { Clients } from "../inventory/clients.ts";
import { isOver } from "../inventory/described.ts";
import type { Reach } from "../inventory/look.ts";
import { placeOf } from "../inventory/place.ts";
import { namingCalls } from "./named-calls.ts";
import { refusalOf } from "./refusal.ts";
import type { TypeRemedies } from "./remedy.ts";
import { remediesOf } from "./table.ts";

/** Of what nobody knows to look at. */
const NOTHING: Inspection = { state: null, conditions: {}, controller: null, remedies: {} };

/**
 * Remedies over the calls of AWS, each made in the account and region of its resource.
 *
 * @example awsRemedies({ clientsFor, places }).set(instance, "ec2:stop", { running: false })
 */
export function awsRemedies(reach: Reach): Remedies {
  return {
    async inspect(target, asked) {
      const seen = await reached(reach, target, (all, clients) => look(all, clients, target));
      if (seen === null) return NOTHING;
      if ("refused" in seen) return seen;
      const wanted = Object.entries(seen.remedies).filter(([name]) => asked.includes(name));
      return { ...seen, remedies: Object.fromEntries(wanted) };
    },
    async aim(target, remedy, before) {
      const aimed = await reached(reach, target, async ({ remedies }, clients) => {
        const calls = remedies[remedy];
        return calls === undefined ? notOffered(target, remedy) : calls.aim(before, clients, target);
      });
      return aimed ?? notOffered(target, remedy);
    },
    async set(target, remedy, fields) {
      const done = await reached(reach, target, async ({ remedies }, clients) => {
        const calls = remedies[remedy];
        if (calls === undefined) return notOffered(target, remedy);
        await calls.set(clients, target, fields);
        return DONE;
      });
      if (done === null) return notOffered(target, remedy);
      return "refused" in done ? done : null;
    },
  };
}

const DONE = { done: true } as const;

async function look(all: TypeRemedies, clients: Clients, target: Sought): Promise<Inspection | Refusal> {
  const seen = await all.inspect(clients, target);
  const isThere = seen !== null && !isOver(target.type, seen.state ?? undefined);
  return isThere ? seen : { refused: "gone", message: `${target.resource} is not there` };
}

/** Does something where a resource is; null where nothing can be done about its type. */
async function reached<Answer extends object>(
  { clientsFor, places }: Reach,
  target: Sought,
  act: (all: TypeRemedies, clients: Clients) => Promise<Answer | Refusal>,
): Promise<Answer | Refusal | null> {
  const load = remediesOf(target.type);
  if (load === null) return null;
  const place = placeOf(target, places);
  if (place === null) {
    return {
      refused: "unsupported",
      message: `nobody knows in which account and region ${target.resource} is`,
    };
  }
  const clients = clientsFor(place.account, place.region);
  if (clients === null) {
    return { refused: "denied", message: `there is no way into account ${place.account}` };
  }
  const all = await load();
  if (all.isNamed?.(target) === false) {
    return { refused: "unsupported", message: `its name does not tell what ${target.resource} is in` };
  }
  try {
    return await act(all, namingCalls(clients));
  } catch (error) {
    return refusalOf(error, target.type);
  }
}

function notOffered({ type }: Sought, remedy: string): Refusal {
  return { refused: "unsupported", message: `${remedy} is not known to be done to ${type}` };
}
