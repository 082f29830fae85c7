import type { Delivery } from "../../bills/delivery.ts";
import type { BillVersion } from "../../bills/version.ts";
import { TagledgerError } from "../../errors.ts";
import { begin } from "./begin.ts";
import { hold } from "./hold.ts";
import { placeCells } from "./place-cells.ts";
import { publish } from "./publish.ts";
import { readCells } from "./read-cells.ts";
import { refusalOf } from "./refusal.ts";
import type { Ingested, IngestPorts, IngestRules } from "./request.ts";
import { tidy } from "./tidy.ts";

/** Takes in one delivery, or says why not. */
export async function takeIn(ports: IngestPorts, rules: IngestRules, delivery: Delivery): Promise<Ingested> {
  const begun = await begin(ports, rules, delivery);
  if ("settled" in begun) return begun.settled;
  const ended = await tryIn(ports, rules, delivery, begun.version);
  await tidy(ports, rules, delivery);
  return ended;
}

async function tryIn(
  ports: IngestPorts,
  rules: IngestRules,
  delivery: Delivery,
  version: BillVersion,
): Promise<Ingested> {
  try {
    const read = await readCells(ports, rules, delivery, version);
    const refusal = await refusalOf(ports, rules, read);
    if (refusal !== null) return await refuse(ports, rules, delivery, version, refusal);
    const placed = await placeCells(ports, rules, read);
    try {
      return (await hold(ports, rules, delivery, placed)) ?? (await publish(ports, rules, delivery, placed));
    } finally {
      await placed.close();
    }
  } catch (error) {
    if (!(error instanceof TagledgerError) || error.code !== "bad-input") throw error;
    return refuse(ports, rules, delivery, version, error.message);
  }
}

async function refuse(
  { records }: IngestPorts,
  { clock }: IngestRules,
  delivery: Delivery,
  version: BillVersion,
  reason: string,
): Promise<Ingested> {
  const refused: BillVersion = { ...version, status: "refused", at: clock(), reason };
  await records.transact([{ kind: "version", version: refused }]);
  return { delivery, outcome: "refused", version: refused, reason };
}
