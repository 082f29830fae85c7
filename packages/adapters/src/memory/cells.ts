import type { DatedResource } from "@tagledger/core/bills/dated";
import type { Basis, ChargeGroup } from "@tagledger/core/costs/charge";
import { BASES } from "@tagledger/core/costs/charge";
import { canonicalResource, resourceEnd } from "@tagledger/core/costs/matching/resource";
import { parsePeriod } from "@tagledger/core/costs/period";
import type { ChargeNeeds } from "@tagledger/core/costs/query";
import type { StageOptions } from "@tagledger/core/ports/ingestion";
import { tagSources } from "../bills/tag-sources.ts";
import type { MemoryCharge } from "./bills.ts";

const DAY = 86_400_000;

/** What a group tells of its charges besides what they come to. */
type CellFacts = Omit<ChargeGroup, "lines" | "amount" | "positive" | "billed" | "combination">;

/** Charges of a day that differ in no fact. */
export interface MemoryCell {
  readonly combination: number;
  readonly day: number;
  readonly facts: CellFacts;
  readonly lines: number;
  readonly amounts: Readonly<Record<Basis, bigint>>;
  readonly positive: Readonly<Record<Basis, bigint>>;
}

/** The cells that charges make, ordered by combination and day. */
export function memoryCells(
  charges: readonly MemoryCharge[],
  { period }: { readonly period: string },
  { needs, follows, dated }: StageOptions,
): MemoryCell[] {
  const names = [...new Set(charges.flatMap(({ tags }) => Object.keys(tags)))];
  const sources = tagSources(needs.tagKeys, names);
  const ends = new Set(charges.filter(follows).map(({ resource }) => resourceEnd(resource)));
  const states = new Map(dated.map((each) => [identityOf(each), each.states]));
  const numbers = new Map<string, number>();
  const cells = new Map<string, MemoryCell>();
  for (const charge of charges) {
    const followed = charge.resource !== "" && ends.has(resourceEnd(charge.resource));
    const facts: CellFacts = {
      ...told(charge, needs, followed),
      tags: sources.map((from) => from.map((name) => charge.tags[name]).find((value) => value) ?? ""),
      epoch: needs.instants.filter((instant) => charge.start >= instant).length,
      followed,
      ...(dated.length > 0
        ? { dated: datedTags(states.get(canonicalResource(charge)), charge.start, needs.tagKeys.length) }
        : {}),
    };
    const key = JSON.stringify(Object.entries(facts).sort());
    const combination = numbers.get(key) ?? numbers.size;
    numbers.set(key, combination);
    const day = dayOf(charge.start, period);
    const cell = `${combination} ${day}`;
    cells.set(cell, added(cells.get(cell), { combination, day, facts }, charge));
  }
  return [...cells.values()].sort((a, b) => a.combination - b.combination || a.day - b.day);
}

function told(charge: MemoryCharge, { facts }: ChargeNeeds, followed: boolean) {
  const {
    period: _period,
    currency: _currency,
    start: _start,
    tags: _tags,
    amounts: _amounts,
    ...all
  } = charge;
  return {
    ...all,
    region: facts.has("region") ? charge.region : "",
    usageType: facts.has("usageType") ? charge.usageType : "",
    principal: facts.has("principal") ? charge.principal : "",
    resource: facts.has("resource") || followed ? charge.resource : "",
  };
}

function added(
  known: MemoryCell | undefined,
  cell: Pick<MemoryCell, "combination" | "day" | "facts">,
  { amounts }: MemoryCharge,
): MemoryCell {
  const sum = (of: (basis: Basis) => bigint) =>
    Object.fromEntries(BASES.map((basis) => [basis, of(basis)])) as Record<Basis, bigint>;
  const above = (amount: bigint) => (amount > 0n ? amount : 0n);
  return {
    ...cell,
    lines: (known?.lines ?? 0) + 1,
    amounts: sum((basis) => (known?.amounts[basis] ?? 0n) + amounts[basis]),
    positive: sum((basis) => (known?.positive[basis] ?? 0n) + above(amounts[basis])),
  };
}

function dayOf(at: number, period: string): number {
  const { start, end } = parsePeriod(period);
  return at >= start && at < end ? 1 + Math.floor((at - start) / DAY) : 0;
}

function identityOf({ arn, id, type, account, region }: DatedResource): string {
  const service = type.startsWith("s3:") ? "AmazonS3" : "";
  return arn ?? canonicalResource({ resource: id, service, account: account ?? "", region: region ?? "" });
}

function datedTags(states: DatedResource["states"] | undefined, at: number, keys: number): string[] {
  const inForce = states?.findLast(({ since }, index) => index === 0 || since <= at);
  return Array.from({ length: keys }, (_, key) => inForce?.values[key] ?? "");
}
