import { DIMENSIONS } from "../../config/definition/match.ts";
import type { Config } from "../../config/definition.ts";
import { loadConfig } from "../../config/load.ts";
import { type Attributed, type AttributionObserver, attribute } from "../attribution/attribute.ts";
import type { Destination } from "../attribution/destination.ts";
import { kindOf } from "../attribution/kind.ts";
import type { Basis, ChargeFacts, ChargeGroup } from "../charge.ts";
import { formatAmount, parseAmount } from "../money.ts";
import { chargeNeeds } from "../query.ts";
import { makeFacts } from "./make-charge.ts";

/** One line of a bill in tests; amounts are decimals, tags are by key. */
export interface Line extends Partial<Omit<ChargeFacts, "tags">> {
  readonly tags?: Readonly<Record<string, string>>;
  /** What the ledger says that it was tagged with. */
  readonly dated?: Readonly<Record<string, string>>;
  /** When it began; without, before every dated rule. */
  readonly at?: string;
  readonly amount?: string;
  readonly billed?: string;
}

/** A configuration of nothing but this. */
export function configOf(text: string): Config {
  return loadConfig(`version: 1\n${text}`, "tagledger.yaml").config;
}

/** Lines as a bill hands them to a configuration, each a group of its own. */
export function chargesOf(config: Config, lines: readonly Line[]): ChargeGroup[] {
  const { tagKeys, instants } = chargeNeeds(config);
  const followed = new Set(
    lines
      .map((line) => makeFacts({ ...line, tags: [] }))
      .filter((facts) => {
        const kind = kindOf(facts);
        return kind !== undefined && config.policies[kind] === "follow";
      })
      .map(({ resource }) => resource),
  );
  return lines.map(({ tags = {}, dated, at, amount = "1", billed = amount, ...facts }) => {
    const value = parseAmount(amount);
    const began = at === undefined ? Number.NEGATIVE_INFINITY : Date.parse(at);
    return {
      ...makeFacts({ ...facts, tags: tagKeys.map((key) => tags[key] ?? "") }),
      ...(dated === undefined ? {} : { dated: tagKeys.map((key) => dated[key] ?? "") }),
      epoch: instants.filter((instant) => instant <= began).length,
      followed: facts.resource !== undefined && facts.resource !== "" && followed.has(facts.resource),
      lines: 1,
      amount: value,
      positive: value > 0n ? value : 0n,
      billed: parseAmount(billed),
    };
  });
}

/** Where a configuration puts charges. */
export function attributed(
  config: Config,
  charges: readonly ChargeGroup[],
  {
    currency = "USD",
    sha256 = () => "0",
    besides = [],
    ...observer
  }: {
    currency?: string;
    sha256?: (text: string) => string;
    besides?: readonly Basis[];
  } & AttributionObserver = {},
): Promise<Attributed> {
  const { tagKeys, instants } = chargeNeeds(config);
  return attribute(inParts(charges), { config, currency, tagKeys, instants, sha256, besides }, observer);
}

async function* inParts(charges: readonly ChargeGroup[]): AsyncIterable<readonly ChargeGroup[]> {
  for (let at = 0; at < charges.length; at += 2) yield charges.slice(at, at + 2);
}

/** What counts where, as decimals by the names of {@link destinationName}, sorted. */
export function placed({ totals }: Attributed): Record<string, string> {
  const amounts = [...totals.values()].map(({ destination, amount }): [string, string] => [
    destinationName(destination),
    formatAmount(amount),
  ]);
  return Object.fromEntries(amounts.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * A destination in words: a team with the dimensions that are known, a pool, or a reason with its value.
 *
 * @example destinationName({ kind: "pool", pool: "gpu" }) // "pool gpu"
 */
export function destinationName(destination: Destination): string {
  switch (destination.kind) {
    case "direct":
      return DIMENSIONS.flatMap((dimension) => destination.leaf[dimension] ?? []).join("/");
    case "pool":
      return `pool ${destination.pool}`;
    case "unallocated": {
      const known = DIMENSIONS.flatMap((dimension) => destination.leaf[dimension] ?? []);
      return [destination.reason, ...(destination.value === null ? [] : [destination.value]), ...known].join(
        " ",
      );
    }
    case "excluded":
      return "excluded";
  }
}
