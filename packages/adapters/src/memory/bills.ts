import type { Basis, ChargeFacts, ChargeGroup } from "@tagledger/core/costs/charge";
import { resourceEnd } from "@tagledger/core/costs/matching/resource";
import type { Amount } from "@tagledger/core/costs/money";
import { type ChargeNeeds, OPTIONAL_FACTS, type OptionalFact } from "@tagledger/core/costs/query";
import type { Bill, BillContent, BillOptions, Bills, ChargeQuery } from "@tagledger/core/ports";
import { tagSources } from "../bills/tag-sources.ts";

/** A charge as a bill has it, before anything is asked of it. */
export interface MemoryCharge extends Omit<ChargeFacts, "tags"> {
  /** `YYYY-MM` */
  readonly period: string;
  readonly currency: string;
  /** When the usage began, in epoch milliseconds. */
  readonly start: number;
  readonly tags: Readonly<Record<string, string>>;
  readonly amounts: Readonly<Record<Basis, Amount>>;
}

const BLANK: Readonly<Record<OptionalFact, Partial<ChargeFacts>>> = {
  account: { account: "" },
  region: { region: "" },
  service: { service: "", serviceName: "" },
  usageType: { usageType: "" },
  resource: { resource: "" },
  principal: { principal: "" },
};

/** A bill of charges at hand, one group for each; the paths it is opened with mean nothing. */
export function memoryBills(charges: readonly MemoryCharge[]): Bills {
  const names = [...new Set(charges.flatMap(({ tags }) => Object.keys(tags)))];
  return {
    open: async (_paths, options): Promise<Bill> => ({
      sources: [{ path: "memory", format: "memory", lines: charges.length }],
      contents: charges.map(contentOf),
      charges: (query) =>
        groupsOf(charges, tagSources(options.needs.tagKeys, names), { ...query, ...options }),
      close: async () => {},
    }),
  };
}

function contentOf({ period, currency, lineItemType, unusedCommitment, service, serviceName }: MemoryCharge) {
  return {
    period,
    currency,
    lineItemType,
    unusedCommitment,
    service,
    serviceName,
    lines: 1,
  } satisfies BillContent;
}

async function* groupsOf(
  charges: readonly MemoryCharge[],
  tagNames: readonly (readonly string[])[],
  { period, currency, followers, basis, needs }: ChargeQuery & BillOptions,
): AsyncIterable<readonly ChargeGroup[]> {
  const wanted = charges.filter(
    (charge) => charge.period === period && (charge.currency === currency || charge.currency === ""),
  );
  const follows = (charge: MemoryCharge) =>
    followers.some(
      (kind) =>
        kind.lineItemType === charge.lineItemType &&
        kind.unusedCommitment === charge.unusedCommitment &&
        kind.service === charge.service &&
        kind.serviceName === charge.serviceName,
    );
  const followed = new Set(wanted.filter(follows).map(({ resource }) => resourceEnd(resource)));
  yield wanted.map((charge): ChargeGroup => {
    const { period: _period, currency: _currency, start, tags, amounts, ...facts } = charge;
    const amount = amounts[basis];
    const isFollowed = charge.resource !== "" && followed.has(resourceEnd(charge.resource));
    return {
      ...facts,
      ...blanks(needs, isFollowed),
      tags: tagNames.map((names) => names.map((name) => tags[name]).find((value) => value) ?? ""),
      epoch: needs.instants.filter((instant) => start >= instant).length,
      followed: isFollowed,
      lines: 1,
      amount,
      positive: amount > 0n ? amount : 0n,
      billed: amounts.billed,
    };
  });
}

function blanks({ facts }: ChargeNeeds, followed: boolean): Partial<ChargeFacts> {
  const unasked = OPTIONAL_FACTS.filter((fact) => !facts.has(fact) && !(fact === "resource" && followed));
  return Object.assign({}, ...unasked.map((fact) => BLANK[fact]));
}
