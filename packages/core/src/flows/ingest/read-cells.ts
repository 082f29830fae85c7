import type { Delivery } from "../../bills/delivery.ts";
import { missingNeeds, storedNeeds } from "../../bills/stored-needs.ts";
import type { BillVersion, StoredNeeds, VersionContents } from "../../bills/version.ts";
import { isFollower } from "../../costs/attribution/follows.ts";
import { chargeNeeds } from "../../costs/query.ts";
import { badInput, TagledgerError } from "../../errors.ts";
import type { StagedBill } from "../../ports/ingestion.ts";
import { datedResources } from "../dated-resources.ts";
import { patiently } from "./patiently.ts";
import { remember } from "./remember.ts";
import type { Attempt, IngestPorts, IngestRules } from "./request.ts";

/** A version whose cells are kept. */
export interface ReadVersion extends BillVersion {
  readonly contents: VersionContents & { readonly cells: string };
}

/**
 * The version with its cells: those that were kept before, where they tell enough apart, else the bill is read.
 *
 * @throws bad-input where the bill fails a check
 * @throws outside-failure where it changed while it was read, or cannot be reached
 */
export async function readCells(
  ports: IngestPorts,
  { config, again = false }: IngestRules,
  delivery: Attempt,
  version: BillVersion,
): Promise<ReadVersion> {
  const needs = storedNeeds(config);
  const known = version.contents;
  if (!again && known !== null && known.cells !== null && missingNeeds(config, known.needs).length === 0)
    return { ...version, contents: { ...known, cells: known.cells } };
  const staged = await ports.engine.stage(delivery, {
    needs: chargeNeeds(config),
    follows: isFollower(config.policies),
    dated:
      ports.ledger === undefined
        ? []
        : await datedResources({ ledger: ports.ledger }, { period: delivery.period, tagKeys: needs.tagKeys }),
  });
  try {
    refuseWithoutEffective(delivery, staged);
    refuseWithoutCurrency(delivery, staged);
    await refuseChanged(ports, delivery);
    const cells = await ports.cells.keep(version, staged.files);
    const read = { ...version, contents: { ...contentsOf(staged, needs), cells } };
    // Whoever goes on after a crash finds the cells again.
    await remember(ports, delivery, read);
    if (again) await renew(ports, read);
    return read;
  } finally {
    await staged.discard();
  }
}

/** Leads to the cells that were made again, where those of the version that is read were lost. */
async function renew({ records }: IngestPorts, read: ReadVersion): Promise<void> {
  const { export: name, period, id, contents } = read;
  await patiently(read, async () => {
    const { revision } = await records.period(period);
    const known = (await records.versions(period)).find((each) => each.export === name && each.id === id);
    if (known === undefined || known.contents === null || known.contents.cells === contents.cells)
      return "kept";
    const version: BillVersion = { ...known, contents: { ...known.contents, cells: contents.cells } };
    const { done } = await records.transact([
      { kind: "unchanged", period, revision },
      { kind: "version", version },
    ]);
    return done ? "written" : undefined;
  });
}

function contentsOf(
  { format, lines, currency, bases, payers, totals, tagNames }: StagedBill,
  needs: StoredNeeds,
): Omit<VersionContents, "cells"> {
  return { format, lines, currency, bases, payers, totals, tagNames, needs, findings: [], repairs: [] };
}

function refuseWithoutEffective({ export: name, period }: Delivery, { bases }: StagedBill): void {
  if (bases.includes("effective")) return;
  throw badInput(
    `${name} ${period}: the bill holds no effective cost, only ${bases.join(", ")}; export the columns that the effective basis needs`,
    { export: name, period },
  );
}

function refuseWithoutCurrency({ export: name, period }: Delivery, { currency }: StagedBill): void {
  if (currency !== "") return;
  const message = `${name} ${period}: no line names a currency, and money in none is no money`;
  throw badInput(message, { export: name, period });
}

async function refuseChanged({ deliveries }: IngestPorts, delivery: Delivery): Promise<void> {
  const changed = await deliveries.changed(delivery);
  if (changed.length === 0) return;
  const [first, ...others] = changed;
  const more = others.length === 0 ? "" : ` and ${others.length} more`;
  throw new TagledgerError(
    "outside-failure",
    `${first}${more}: replaced while the bill was read; it is read again on the next try`,
    { files: changed },
  );
}
