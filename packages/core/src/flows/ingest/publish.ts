import type { Delivery } from "../../bills/delivery.ts";
import { isOlder } from "../../bills/order.ts";
import type { PeriodState, Pointer } from "../../bills/period-state.ts";
import type { BillVersion, DaysWritten } from "../../bills/version.ts";
import { billPublished, type PublishedVersion } from "../../events/bill-published.ts";
import type { BillWrite } from "../../ports/ingestion.ts";
import { hold } from "./hold.ts";
import { patiently } from "./patiently.ts";
import type { PlacedCells } from "./place-cells.ts";
import type { ReadVersion } from "./read-cells.ts";
import { clashOf } from "./refusal.ts";
import { refuse } from "./refuse.ts";
import { remember } from "./remember.ts";
import type { Attempt, Ingested, IngestPorts, IngestRules } from "./request.ts";

/**
 * Writes the days of a version, which nobody sees, and then makes it the one that is read: pointer, versions and event in
 * one transaction. Whoever published in between is heeded: a newer version stays, over an older one days are written anew.
 */
export async function publish(
  ports: IngestPorts,
  rules: IngestRules,
  delivery: Attempt,
  placed: PlacedCells,
): Promise<Ingested> {
  const { records } = ports;
  const name = delivery.export;
  let version: ReadVersion = placed.version;
  let written:
    | { readonly over: Pointer | undefined; readonly version: ReadVersion & { readonly days: DaysWritten } }
    | undefined;
  return patiently(delivery, async () => {
    const state = await records.period(delivery.period);
    const held = await hold(ports, rules, delivery, version, state);
    if (held !== null) return held;
    const payable = { export: name, period: state.period, payers: version.contents.payers };
    const clash = clashOf(state, payable, rules.insteadOf);
    if (clash !== null) return refuse(ports, rules, delivery, version, clash);
    const pointer = state.pointers[name];
    if (pointer !== undefined && pointer.version !== version.id && isOlder(delivery, version.id, pointer))
      return overtaken(ports, rules, delivery, version, pointer);
    // Somebody else took in the same at the same time.
    const isPublished = pointer?.version === version.id && pointer.configuration === rules.placing;
    if (isPublished && rules.again !== true) return publishedBefore(ports, delivery, version, state);
    if (pointer !== undefined && pointer.sequence >= version.sequence) {
      const next = (state.sequences[name] ?? 0) + 1;
      const sequences = { ...state.sequences, [name]: next };
      const taken = await records.transact([
        { kind: "period", state: { ...state, sequences }, revision: state.revision },
      ]);
      if (taken.done) version = { ...version, sequence: next };
      return undefined;
    }
    if (
      written === undefined ||
      !isSame(written.over, pointer) ||
      written.version.sequence !== version.sequence
    ) {
      const days = await records.writeDays(version, pointer?.chain ?? [], placed.days());
      written = { over: pointer, version: { ...version, days } };
      // Days take their time to write, and the state may have changed meanwhile.
      return undefined;
    }
    const published: PublishedVersion = {
      ...written.version,
      status: "published",
      at: rules.clock(),
      reason: null,
    };
    const { done } = await records.transact(await writesOf(ports, rules, delivery, state, published));
    return done ? { delivery, outcome: "published", version: published, reason: null } : undefined;
  });
}

/** That somebody else published the same, of which it may stand here that it is being taken in. */
async function publishedBefore(
  { records }: IngestPorts,
  delivery: Attempt,
  { id, period, export: name }: BillVersion,
  { pointers, revision }: PeriodState,
): Promise<Ingested | undefined> {
  const versions = await records.versions(period);
  const told = versions.find((each) => each.export === name && each.id === id);
  const pointer = pointers[name];
  if (told === undefined || pointer === undefined) return undefined;
  if (told.status === "published") return { delivery, outcome: "again", version: told, reason: null };
  const version: BillVersion = { ...told, status: "published", sequence: pointer.sequence, reason: null };
  const { done } = await records.transact([
    { kind: "unchanged", period, revision },
    { kind: "version", version },
  ]);
  return done ? { delivery, outcome: "again", version, reason: null } : undefined;
}

async function writesOf(
  { records }: IngestPorts,
  { insteadOf, placing, clock }: IngestRules,
  { export: name, deliveredAt, identity = null }: Delivery,
  state: PeriodState,
  published: PublishedVersion,
): Promise<BillWrite[]> {
  const before = state.pointers[name];
  const pointer: Pointer = {
    version: published.id,
    sequence: published.sequence,
    chain: [...(before?.chain ?? []), published.sequence],
    deliveredAt,
    payers: published.contents.payers,
    identity,
    configuration: placing,
  };
  const replaced = [name, ...(insteadOf === undefined ? [] : [insteadOf])].flatMap(
    (each) => state.pointers[each]?.version ?? [],
  );
  const others = Object.entries(state.pointers).filter(([each]) => each !== insteadOf);
  const versions = await records.versions(state.period);
  const superseded = versions.filter(({ id }) => replaced.includes(id) && id !== published.id);
  return [
    {
      kind: "period",
      state: {
        ...state,
        pointers: { ...Object.fromEntries(others), [name]: pointer },
        retired: retiredIn(state, insteadOf),
      },
      revision: state.revision,
    },
    { kind: "version", version: published },
    ...superseded.map(
      (version): BillWrite => ({
        kind: "version",
        version: { ...version, status: "superseded", at: clock() },
      }),
    ),
    {
      kind: "outgoing",
      event: billPublished(published, before?.version ?? null),
    },
  ];
}

function retiredIn(
  { retired = {}, sequences }: PeriodState,
  insteadOf: string | undefined,
): Readonly<Record<string, number>> {
  return insteadOf === undefined ? retired : { ...retired, [insteadOf]: sequences[insteadOf] ?? 0 };
}

async function overtaken(
  ports: IngestPorts,
  { clock }: IngestRules,
  delivery: Attempt,
  version: BillVersion,
  { deliveredAt }: Pointer,
): Promise<Ingested> {
  const reason = `a version of ${new Date(deliveredAt).toISOString()} is read`;
  const late: BillVersion = { ...version, status: "late", at: clock(), reason };
  await remember(ports, delivery, late);
  return { delivery, outcome: "late", version: late, reason };
}

function isSame(a: Pointer | undefined, b: Pointer | undefined): boolean {
  return a?.sequence === b?.sequence;
}
