import type { Basis } from "../costs/charge.ts";
import { parsePeriod } from "../costs/period.ts";
import { TagledgerError } from "../errors.ts";
import type { SnapshotState } from "../snapshots/state.ts";
import { allocateBasis } from "./allocate/allocate-basis.ts";
import { heldBecause } from "./allocate/held.ts";
import { newestBills } from "./allocate/newest-bills.ts";
import { readBefore } from "./allocate/read-before.ts";
import { refuseWorse } from "./allocate/refuse-worse.ts";
import type { Allocated, AllocatePorts, AllocateRequest } from "./allocate/request.ts";
import { unlessRestated } from "./allocate/unless-restated.ts";
import { withEarlierUsage } from "./earlier-usage.ts";
import { gatherUsage } from "./gather-usage.ts";

/** How often others may change a period while it is divided. */
const ATTEMPTS = 5;

/**
 * Divides the bills of a month that are read, by the usage of all sources, and freezes what comes of it for each basis that
 * the bills hold. What is as it was is not written again; what somebody else changes meanwhile is divided anew.
 *
 * @throws bad-input where no bill of the month was taken in, or usage or a bill cannot be divided
 * @throws outside-failure where a source cannot be reached, or knows fewer hours than it did, whose usage the snapshot that is
 * read holds, or others change the month all the time
 */
export async function* allocate(ports: AllocatePorts, request: AllocateRequest): AsyncGenerator<Allocated> {
  const period = parsePeriod(request.period);
  const { config } = request;
  const done = new Set<Basis>();
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const newest = await newestBills(ports.records, period.name);
    const wanted = (request.bases ?? newest.bases).filter((basis) => !done.has(basis));
    const open = [];
    for (const basis of wanted) {
      const state = await ports.snapshots.state(period.name, basis);
      const reason = heldBecause(state, newest, { config, hash: ports.hash });
      if (reason === null) open.push(state);
      else yield await held(ports, state, reason);
      if (reason !== null) done.add(basis);
    }
    if (open.length === 0) return;
    // After the states were read: whoever publishes newer usage meanwhile changes them, and is heeded.
    const at = ports.clock();
    ports.progress?.(`${period.name}: reading usage`);
    const gathered = await gatherUsage(ports.sources, { config, period, now: at });
    if (request.withoutFailed !== true)
      for (const state of open) await refuseWorse(ports, state, { config, sources: gathered.sources });
    const usage = await withEarlierUsage(ports.snapshots, gathered.rows, { config, period });
    for (const state of open) {
      const found = { newest, state, gathered, usage, at };
      const allocated = await unlessRestated(ports.records, newest, () =>
        allocateBasis(ports, request, state.basis, found),
      );
      if (allocated === undefined) continue;
      done.add(state.basis);
      yield allocated;
    }
    if (open.every(({ basis }) => done.has(basis))) return;
  }
  const message = `${period.name}: others change this period all the time; what is read of it stays`;
  throw new TagledgerError("outside-failure", message, { period: period.name });
}

async function held({ snapshots }: AllocatePorts, state: SnapshotState, why: string): Promise<Allocated> {
  const { period, basis } = state;
  const snapshot = await readBefore(snapshots, state);
  const lost = snapshot === null ? state.snapshots.at(-1)?.id : undefined;
  const reason = lost === undefined ? why : `${why}; but the snapshot ${lost} is not kept as it was`;
  return { period, basis, outcome: "held", snapshot, reason, crossed: [] };
}
