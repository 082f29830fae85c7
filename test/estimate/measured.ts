import { measureDue } from "./measure-due.ts";
import { measureEvents } from "./measure-events.ts";
import { measureQuarantines } from "./measure-quarantines.ts";
import { measureSweep } from "./measure-sweep.ts";
import type { Part } from "./part.ts";

/** What all that a deployment does asks of the ledger. */
export interface Measured {
  /** An event, of a mix as `npm run bench` takes in. */
  readonly event: Part;
  /** Looking up which rules are in force, once in each invocation, with one rule turned on. */
  readonly rules: Part;
  /** A run of what is due where nothing is. */
  readonly run: Part;
  /** A resource whose tags are read again, because its creation did not prove them. */
  readonly look: Part;
  /** A resource that a sweep finds as it is known. */
  readonly swept: Part;
  /** A resource that is told of, quarantined, and given back. */
  readonly quarantine: Part;
}

/** Counts all of it on the ledger itself, with items in memory, over a simulated cloud: the same each time. */
export async function measure(): Promise<Measured> {
  const { event, rules } = await measureEvents();
  const { run, look } = await measureDue();
  return { event, rules, run, look, swept: await measureSweep(), quarantine: await measureQuarantines(run) };
}
