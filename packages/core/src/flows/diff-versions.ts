import type { ComparedVersion, ComparedVersions } from "../bills/compared.ts";
import { difference } from "../bills/difference.ts";
import type { BillVersion } from "../bills/version.ts";
import type { Config } from "../config/definition.ts";
import type { Basis } from "../costs/charge.ts";
import { parsePeriod } from "../costs/period.ts";
import { badInput } from "../errors.ts";
import type { BillRecords } from "../ports/ingestion.ts";
import { findVersion } from "./find-version.ts";
import { type CellPorts, placedSums } from "./placed-sums.ts";

/** Which versions are held against each other. */
export interface DifferenceRequest {
  readonly config: Config;
  /** `YYYY-MM` */
  readonly period: string;
  /** An id, what it begins with, or a sequence number. */
  readonly before: string;
  readonly after: string;
  readonly basis: Basis;
}

/**
 * Says for whom two versions of a bill differ and why, both placed by the same rules.
 *
 * @throws bad-input where there is no such version, naming those there are, or it cannot be read any more, and where the
 * two are bills of different payers
 */
export async function diffVersions(
  ports: CellPorts & { readonly records: Pick<BillRecords, "versions"> },
  { config, period, basis, ...named }: DifferenceRequest,
): Promise<ComparedVersions> {
  const month = parsePeriod(period).name;
  const versions = await ports.records.versions(month);
  const [before, after] = [named.before, named.after].map((each) => findVersion(versions, month, each));
  if (before === undefined || after === undefined) throw new RangeError("two versions are compared");
  refuseOtherPayers(before, after);
  const currency = currencyOf(before, after);
  // One after the other: each may fill the disk.
  const old = await placedSums(ports, before, { config, basis });
  const now = await placedSums(ports, after, { config, basis });
  return {
    period: month,
    basis,
    currency,
    before: compared(before),
    after: compared(after),
    difference: difference(old, now, currency),
  };
}

/** One bill in the place of another's would look as if all of it had changed hands. */
function refuseOtherPayers(before: BillVersion, after: BillVersion): void {
  const [old, now] = [before, after].map(({ contents }) => contents?.payers ?? []);
  if (old === undefined || now === undefined || old.length === 0 || now.length === 0) return;
  if (old.some((payer) => now.includes(payer))) return;
  throw badInput(
    `${named(before)} is paid by ${old.join(", ")}, and ${named(after)} by ${now.join(", ")}: bills of different payers are not compared`,
    { versions: [before.id, after.id], exports: [before.export, after.export], payers: [...old, ...now] },
  );
}

function named({ export: name, sequence, id }: BillVersion): string {
  return `version ${sequence} (${id}) of ${name}`;
}

function currencyOf({ contents: before }: BillVersion, { contents: after }: BillVersion): string {
  const [old, now] = [before?.currency ?? "", after?.currency ?? ""];
  if (before === null || after === null || old === now) return now;
  throw badInput(`one version is in ${old} and the other in ${now}`, { currencies: [old, now] });
}

function compared({
  id,
  export: name,
  sequence,
  deliveredAt,
  status,
  contents,
}: BillVersion): ComparedVersion {
  return { id, export: name, sequence, deliveredAt, status, lines: contents?.lines ?? 0 };
}
