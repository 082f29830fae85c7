import { asNeeded } from "../bills/as-needed.ts";
import { missingNeeds } from "../bills/stored-needs.ts";
import type { BillVersion, VersionContents } from "../bills/version.ts";
import type { Config } from "../config/definition.ts";
import type { ChargeGroup } from "../costs/charge.ts";
import { badInput } from "../errors.ts";
import type { BillEngine, BillRecords, CellBill, CellStore } from "../ports/ingestion.ts";
import type { Bill, BillOptions, Bills } from "../ports.ts";

/** What bills that were taken in are read with. */
export interface StoredBillPorts {
  readonly records: Pick<BillRecords, "period" | "versions">;
  readonly cells: Pick<CellStore, "open">;
  readonly engine: Pick<BillEngine, "open">;
}

type Kept = BillVersion & { readonly contents: VersionContents & { readonly cells: string } };

/** Which versions of a period are opened. */
export interface StoredBillChoice {
  readonly period: string;
  readonly config: Config;
  /** These, where others may be read by now. */
  readonly versions?: readonly { readonly export: string; readonly version: string }[] | undefined;
}

/**
 * The bill of a period as it was taken in: of every export the version that is read, from its kept cells.
 *
 * @example storedBills(ports, { period: "2026-09", config }).open([], { basis: "effective", needs })
 */
export function storedBills(ports: StoredBillPorts, choice: StoredBillChoice): Bills {
  return { open: async (_paths, options) => together(await openStored(ports, choice, options)) };
}

/**
 * The same version by version, in the order of their export, so that days can be read of each. Whoever opens them closes
 * them.
 */
export async function openStored(
  ports: StoredBillPorts,
  choice: StoredBillChoice,
  options: BillOptions,
): Promise<readonly CellBill[]> {
  const bills: CellBill[] = [];
  try {
    for (const version of await versionsRead(ports, choice, options))
      bills.push(await openVersion(ports, version, options));
    return bills;
  } catch (error) {
    for (const bill of bills) await bill.close();
    throw error;
  }
}

async function versionsRead(
  { records }: StoredBillPorts,
  { period, config, versions: chosen }: StoredBillChoice,
  { basis }: BillOptions,
): Promise<readonly Kept[]> {
  const named = chosen ?? (await pointedTo(records, period));
  const versions = await records.versions(period);
  const read = named.map(({ export: name, version }) => {
    const found = versions.find(({ export: of, id }) => of === name && id === version);
    if (found !== undefined) return found;
    throw badInput(`the version ${version} of ${name} ${period} is not kept any more`, { version });
  });
  if (read.length === 0) throw badInput(`${period}: no bill of it was taken in`, { period });
  return read.map((version) => {
    const { contents, export: name } = version;
    const refuse = (why: string) => badInput(`${nameOf(version)} ${why}`, { version: version.id });
    if (contents === null || contents.cells === null) throw refuse("is not kept any more");
    if (!contents.bases.includes(basis)) {
      // Reports repeat this, which are the same of all versions with the same charges.
      const held = contents.bases.join(", ");
      throw badInput(`${name} ${period} holds no ${basis} cost, only ${held}`, { version: version.id });
    }
    const missing = missingNeeds(config, contents.needs);
    if (missing.length > 0) {
      throw refuse(
        `does not tell ${missing.join(", ")}, which the configuration asks for: ingest it again by this configuration`,
      );
    }
    return { ...version, contents: { ...contents, cells: contents.cells } };
  });
}

async function pointedTo(records: StoredBillPorts["records"], period: string) {
  const { pointers } = await records.period(period);
  return Object.entries(pointers).map(([name, { version }]) => ({ export: name, version }));
}

async function openVersion(
  { cells, engine }: StoredBillPorts,
  version: Kept,
  { basis, needs }: BillOptions,
): Promise<CellBill> {
  const { contents } = version;
  const kept = await cells.open(contents.cells);
  try {
    const bill = await engine.open(kept.files, basis);
    const adapt = asNeeded(contents.needs, needs);
    return {
      sources: [
        {
          path: nameOf(version),
          format: contents.format,
          lines: contents.lines,
          payers: contents.payers,
        },
      ],
      contents: bill.contents,
      combinations: bill.combinations,
      days: (placed) => bill.days(placed),
      async *charges(query) {
        for await (const groups of bill.charges(query))
          yield groups.map((group) => ({ ...adapt(group), ...numbered(group, 0) }));
      },
      async close() {
        await bill.close();
        await kept.close();
      },
    };
  } catch (error) {
    await kept.close();
    throw error;
  }
}

/** One bill of several, whose combinations are numbered through. */
function together(bills: readonly CellBill[]): Bill {
  return {
    sources: bills.flatMap(({ sources }) => sources),
    contents: bills.flatMap(({ contents }) => contents),
    async *charges(query) {
      let first = 0;
      for (const bill of bills) {
        const before = first;
        for await (const groups of bill.charges(query))
          yield groups.map((group) => ({ ...group, ...numbered(group, before) }));
        first += bill.combinations;
      }
    },
    async close() {
      for (const bill of bills) await bill.close();
    },
  };
}

function numbered({ combination }: ChargeGroup, before: number): Pick<ChargeGroup, "combination"> {
  return combination === undefined ? {} : { combination: combination + before };
}

function nameOf({ export: name, period, sequence }: BillVersion): string {
  return `version ${sequence} of ${name} ${period}`;
}
