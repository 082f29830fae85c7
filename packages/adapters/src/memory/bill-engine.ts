import type { Delivery } from "@tagledger/core/bills/delivery";
import type { ControlTotal } from "@tagledger/core/bills/version";
import { BASES, type Basis, type BasisAmounts, type ChargeGroup } from "@tagledger/core/costs/charge";
import { badInput } from "@tagledger/core/errors";
import type { BillEngine, CellBill, PlacedDay, StagedBill } from "@tagledger/core/ports/ingestion";
import type { MemoryCharge } from "./bills.ts";
import { type MemoryCell, memoryCells } from "./cells.ts";

interface Stored {
  readonly period: string;
  readonly currency: string;
  readonly cells: readonly MemoryCell[];
}

/** Reads deliveries whose parts are at hand, by their places; all bases are held, and nobody is known to pay. */
export function memoryEngine(parts: ReadonlyMap<string, readonly MemoryCharge[]>): BillEngine {
  const stored = new Map<string, Stored>();
  let files = 0;
  return {
    async stage(delivery, options) {
      const charges = chargesOf(delivery, parts);
      const currency = currencyOf(charges, delivery.period);
      const file = `memory-${++files}`;
      stored.set(file, { period: delivery.period, currency, cells: memoryCells(charges, delivery, options) });
      return stagedOf(charges, currency, file, async () => void stored.delete(file));
    },
    async open(names, basis) {
      const found = names.map((name) => stored.get(name));
      const [only] = found;
      if (only === undefined || found.length > 1) throw badInput(`${names.join(", ")}: there are no cells`);
      return openStored(only, basis);
    },
  };
}

function chargesOf(
  { manifest, period, parts: delivered }: Delivery,
  parts: ReadonlyMap<string, readonly MemoryCharge[]>,
): MemoryCharge[] {
  const all = delivered.flatMap(({ place }) => parts.get(place) ?? []);
  const other = manifest === null ? undefined : all.find((charge) => charge.period !== period);
  if (other !== undefined) throw badInput(`a line is of ${other.period}, in a delivery of ${period}`);
  return all.filter((charge) => charge.period === period);
}

function currencyOf(charges: readonly MemoryCharge[], period: string): string {
  if (charges.length === 0) throw badInput(`the delivery holds no lines of ${period}`, { period });
  const currencies = [...new Set(charges.map(({ currency }) => currency))]
    .filter((each) => each !== "")
    .sort();
  if (currencies.length > 1)
    throw badInput(`the delivery holds several currencies: ${currencies.join(", ")}`);
  return currencies[0] ?? "";
}

function stagedOf(
  charges: readonly MemoryCharge[],
  currency: string,
  file: string,
  discard: () => Promise<void>,
): StagedBill {
  const types = [...new Set(charges.map(({ lineItemType }) => lineItemType))].sort();
  const totals = types.map((type): ControlTotal => {
    const ofType = charges.filter(({ lineItemType }) => lineItemType === type);
    const sums = BASES.map((basis) => [basis, ofType.reduce((sum, { amounts }) => sum + amounts[basis], 0n)]);
    return { type, lines: ofType.length, amounts: Object.fromEntries(sums) };
  });
  return {
    format: "memory",
    lines: charges.length,
    currency,
    bases: BASES,
    payers: [],
    totals,
    tagNames: [...new Set(charges.flatMap(({ tags }) => Object.keys(tags)))].sort(),
    files: [file],
    bytes: 0,
    discard,
  };
}

function openStored({ period, currency, cells }: Stored, basis: Basis): CellBill {
  const combinations = new Map<number, MemoryCell[]>();
  for (const cell of cells) {
    combinations.set(cell.combination, [...(combinations.get(cell.combination) ?? []), cell]);
  }
  return {
    sources: [{ path: "memory", format: "memory", lines: cells.reduce((sum, { lines }) => sum + lines, 0) }],
    contents: cells.map(({ facts, lines }) => ({
      period,
      currency,
      lineItemType: facts.lineItemType,
      unusedCommitment: facts.unusedCommitment,
      service: facts.service,
      serviceName: facts.serviceName,
      lines,
    })),
    combinations: combinations.size,
    async *charges(query) {
      if (query.period !== period || (query.currency !== currency && currency !== "")) return;
      const { besides = [] } = query;
      yield [...combinations.values()].map((days) => ({
        ...groupOf(days, basis),
        ...(besides.length > 0 && {
          besides: Object.fromEntries(besides.map((each) => [each, amountsOf(days, each)])),
        }),
      }));
    },
    async *days(placed) {
      yield placedDays(cells, placed);
    },
    close: async () => {},
  };
}

function groupOf(days: readonly MemoryCell[], basis: Basis): ChargeGroup {
  const [first] = days;
  if (first === undefined) throw new Error("a combination has a day");
  return {
    ...first.facts,
    combination: first.combination,
    lines: days.reduce((total, { lines }) => total + lines, 0),
    ...amountsOf(days, basis),
    billed: amountsOf(days, "billed").amount,
  };
}

function amountsOf(days: readonly MemoryCell[], basis: Basis): BasisAmounts {
  return {
    amount: days.reduce((total, { amounts }) => total + amounts[basis], 0n),
    positive: days.reduce((total, { positive }) => total + positive[basis], 0n),
  };
}

function placedDays(cells: readonly MemoryCell[], placed: Int32Array): PlacedDay[] {
  const days = new Map<string, PlacedDay>();
  for (const { combination, day, facts, lines, amounts } of cells) {
    const destination = placed[combination] ?? -1;
    if (destination < 0) continue;
    const { service, account } = facts;
    const key = JSON.stringify([destination, day, service, account]);
    const known = days.get(key);
    const sums = BASES.map((basis) => [basis, (known?.amounts[basis] ?? 0n) + amounts[basis]] as const);
    const sum = { lines: (known?.lines ?? 0) + lines, amounts: Object.fromEntries(sums) };
    days.set(key, { destination, day, service, account, ...sum });
  }
  return [...days.values()].sort(
    (a, b) =>
      a.destination - b.destination ||
      a.day - b.day ||
      compare(a.service, b.service) ||
      compare(a.account, b.account),
  );
}

/** In the order of the bytes, as databases have it. */
function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
