import type { Sought, Tagger, Tagging } from "@tagledger/core/ports";
import { remember } from "@tagledger/core/text/remember";
import { byGroup } from "../by-group.ts";
import type { Reach } from "../inventory/look.ts";
import { type Place, placeOf } from "../inventory/place.ts";
import { refusalOf } from "./refusal.ts";
import { rounds } from "./rounds.ts";
import { settledAtOnce } from "./settled-at-once.ts";
import { unsupported } from "./unsupported.ts";
import type { NamedTagging, Written } from "./writer.ts";
import { writerOf } from "./writers.ts";

/** Accounts and regions whose clients are kept. */
const MOST_CLIENTS = 500;
const UNANSWERED: Written = { refused: "failed", message: "nothing was answered" };

/**
 * Writes tags to resources of AWS, each in its account and region by the call that its type takes; what else they carry
 * stays.
 *
 * @example awsTagger({ places: [{ account: "111122223333", region: "eu-central-1" }], clientsFor })
 */
export function awsTagger({ clientsFor, places }: Reach): Tagger {
  const clientsAt = remember((_, { account, region }: Place) => clientsFor(account, region), MOST_CLIENTS);

  return {
    async write(taggings) {
      const written = taggings.map(settledAtOnce);
      const open = [...taggings.entries()].filter(([place]) => written[place] === undefined);
      // What is to be done to one resource is done one after another.
      for (const round of rounds(open, ([, { target }]) => nameOf(target))) {
        const found = await writeRound(round.map(([, tagging]) => tagging));
        for (const [at, [place]] of round.entries()) written[place] = found[at];
      }
      return written.map((each) => (each === undefined ? UNANSWERED : each));
    },
  };

  function writeRound(taggings: readonly Tagging[]): Promise<readonly Written[]> {
    return byGroup(taggings, placeKeyOf, writeAt, UNANSWERED);
  }

  function placeKeyOf({ target }: Tagging): string {
    const place = placeOf(target, places);
    return place === null ? "" : `${place.account} ${place.region}`;
  }

  /** Writes to what is in one account and region. */
  async function writeAt(taggings: readonly Tagging[], key: string): Promise<readonly Written[]> {
    const [first] = taggings;
    const place = first === undefined ? null : placeOf(first.target, places);
    if (place === null) return taggings.map(() => unsupported("it is not known in which account it is"));
    const clients = clientsAt(key, place);
    if (clients === null) return taggings.map(() => noWayInto(place));
    // What is asked for by its id needs no ARN.
    const named = taggings.map(
      ({ target, ...change }): NamedTagging => ({ ...change, target: { ...target, arn: target.arn ?? "" } }),
    );
    return byGroup<NamedTagging, ReturnType<typeof writerOf>, Written>(
      named,
      ({ target }) => writerOf(target.type),
      async (group, load) => {
        const { call, write } = await load();
        try {
          return await write(clients, group);
        } catch (error) {
          return group.map(({ target }) => refusalOf(error, target.type, call));
        }
      },
      UNANSWERED,
    );
  }
}

function nameOf({ arn, account, region, type, id }: Sought): string {
  return arn ?? JSON.stringify([account, region, type, id]);
}

function noWayInto({ account, region }: Place): Written {
  return { refused: "denied", message: `there is no way into account ${account}, region ${region}` };
}
