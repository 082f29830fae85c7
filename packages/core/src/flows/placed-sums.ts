import { type BillSums, PlacedSums } from "../bills/placed-sums.ts";
import { missingNeeds } from "../bills/stored-needs.ts";
import type { BillVersion } from "../bills/version.ts";
import type { Config } from "../config/definition.ts";
import { placeCharges } from "../costs/attribution/place-charges.ts";
import type { Basis } from "../costs/charge.ts";
import { badInput } from "../errors.ts";
import type { BillEngine, CellStore } from "../ports/ingestion.ts";
import { followersOf } from "./followers-of.ts";

/** What the cells of a version are read with. */
export interface CellPorts {
  readonly cells: Pick<CellStore, "open">;
  readonly engine: Pick<BillEngine, "open">;
}

/**
 * What a version comes to by kind of charge and holder, placed by the rules of a configuration.
 *
 * @throws bad-input where its cells are not kept any more, or do not tell apart what the rules ask for
 */
export async function placedSums(
  { cells, engine }: CellPorts,
  version: BillVersion,
  { config, basis }: { readonly config: Config; readonly basis: Basis },
): Promise<BillSums> {
  const { place, needs, currency } = readable(version, config, basis);
  const { tagKeys, instants } = needs;
  const kept = await cells.open(place);
  try {
    const bill = await engine.open(kept.files, basis);
    try {
      const query = { period: version.period, currency, followers: followersOf(bill, config) };
      const sums = new PlacedSums();
      const input = { config, currency, tagKeys, instants };
      return sums.of(await placeCharges(bill.charges(query), input, sums.placed));
    } finally {
      await bill.close();
    }
  } finally {
    await kept.close();
  }
}

function readable({ contents, id, sequence, status }: BillVersion, config: Config, basis: Basis) {
  const refuse = (why: string) => badInput(`version ${sequence} (${id}) ${why}`, { version: id });
  if (contents === null) throw refuse(`was not read: it is ${status}`);
  const { cells: place, needs, bases, currency } = contents;
  if (place === null) throw refuse("is not kept any more; see retention.billVersions");
  if (!bases.includes(basis)) throw refuse(`holds no ${basis} cost, only ${bases.join(", ")}`);
  const missing = missingNeeds(config, needs);
  if (missing.length > 0) {
    throw refuse(`does not tell ${missing.join(", ")}, which the configuration asks for: ingest it again`);
  }
  return { place, needs, currency };
}
