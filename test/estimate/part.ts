import { noUnits, plusUnits, type Units } from "../load/units.ts";

/** What so many of something asked of the ledger, and what they wrote to the log. */
export interface Part {
  readonly of: number;
  readonly units: Units;
  /** In bytes. */
  readonly logs: number;
  /** Events that others hear of. */
  readonly events: number;
  /** Messages to people. */
  readonly messages: number;
}

/** One part and another that was done for as many. */
export function plusPart(a: Part, b: Part): Part {
  const [logs, events, messages] = [a.logs + b.logs, a.events + b.events, a.messages + b.messages];
  return { of: a.of, units: plusUnits(a.units, b.units), logs, events, messages };
}

/** A part without what so many of another came to. */
export function minus(part: Part, other: Part, times = 1): Part {
  const units = Object.fromEntries(
    Object.entries(part.units).map(([what, sum]) => [what, sum - times * other.units[what as keyof Units]]),
  );
  return { ...part, units: { ...noUnits(), ...units }, logs: Math.max(0, part.logs - times * other.logs) };
}
