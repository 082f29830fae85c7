import type { Delivery } from "../../bills/delivery.ts";
import { TagledgerError } from "../../errors.ts";
import { type Begun, begin } from "./begin.ts";
import { placeCells } from "./place-cells.ts";
import { publish } from "./publish.ts";
import { readCells } from "./read-cells.ts";
import { clashOf } from "./refusal.ts";
import { refuse } from "./refuse.ts";
import type { Ingested, IngestPorts, IngestRules } from "./request.ts";
import { tidy } from "./tidy.ts";

/** Takes in one delivery, or says why not. */
export async function takeIn(ports: IngestPorts, rules: IngestRules, delivery: Delivery): Promise<Ingested> {
  const begun = await begin(ports, rules, delivery);
  if ("settled" in begun) return begun.settled;
  const ended = await tryIn(ports, rules, begun);
  await tidy(ports, rules, delivery, begun.version.contents?.cells ?? null);
  return ended;
}

async function tryIn(ports: IngestPorts, rules: IngestRules, { attempt, version }: Begun): Promise<Ingested> {
  try {
    const read = await readCells(ports, rules, attempt, version);
    const { export: name, period } = attempt;
    const payable = { export: name, period, payers: read.contents.payers };
    const state = await ports.records.period(period);
    const clash = clashOf(state, payable, rules.insteadOf);
    if (clash !== null) return await refuse(ports, rules, attempt, read, clash);
    const placed = await placeCells(ports, rules, read);
    try {
      return await publish(ports, rules, attempt, placed);
    } finally {
      await placed.close();
    }
  } catch (error) {
    if (!(error instanceof TagledgerError) || error.code !== "bad-input") throw error;
    return refuse(ports, rules, attempt, version, error.message);
  }
}
