import type { Attempt, Deed, Happened } from "./deed.ts";
import type { Fields } from "./fields.ts";

/** Something that we did, and when, in epoch milliseconds. */
export type Dated<Kind extends Deed["kind"] = Deed["kind"]> = Deed & {
  readonly kind: Kind;
  readonly at: number;
};

/** One quarantine of a resource, from the first word of it to its end. */
export type Quarantine = {
  /** As in `ec2:stop`. */
  readonly remedy: string;
  readonly rule: string;
  readonly began: number;
  readonly before: Fields;
  readonly ours: Fields;
  /** What it costs an hour, in US dollars; null where nobody knows. */
  readonly usdPerHour: string | null;
  /** Since when it is in force; null where that is not sure, or the service itself undid it. */
  readonly inForce: number | null;
  /** Whether it ever came about, as far as that is known: what was only begun changed nothing. */
  readonly tookEffect: boolean;
  readonly ended: { readonly at: number; readonly how: "released" | "slipped" } | null;
  /** Who asks to give it back, whatever the tags say. */
  readonly asked: Dated<"asked"> | null;
};

/** All that was done about one life of a resource, the oldest first. */
export type Remediation = {
  readonly inspected: Dated<"inspected"> | null;
  readonly notices: readonly Dated<"notified">[];
  readonly repairs: readonly Dated<"repaired">[];
  /** Tags that were about to be written, where nobody noted whether they were. */
  readonly repairing: Dated<"repairing"> | null;
  readonly quarantines: readonly Quarantine[];
  /** What happened that nobody was told of since. */
  readonly untold: readonly { readonly happened: Happened; readonly at: number }[];
  /** What failed since it last went well. */
  readonly refusals: readonly Dated<"refused">[];
  readonly disputes: readonly Dated<"disputed">[];
};

const KINDS: Readonly<Record<Deed["kind"], number>> = {
  inspected: 0,
  notified: 1,
  repairing: 2,
  repaired: 3,
  began: 4,
  quarantined: 5,
  slipped: 6,
  asked: 7,
  released: 8,
  refused: 9,
  disputed: 10,
  exempted: 11,
};

/** What shows that an attempt went well. */
const WELL: Partial<Record<Deed["kind"], Attempt>> = {
  inspected: "inspect",
  notified: "notify",
  repaired: "tag",
  quarantined: "quarantine",
  released: "release",
};

/** Says whether a fact is of something that we did. */
export function isDeed<Some extends { readonly kind: string }>(fact: Some): fact is Some & Deed {
  return Object.hasOwn(KINDS, fact.kind);
}

/**
 * What was done about a resource, by the facts of one of its lives in any order.
 *
 * @example remediationOf([{ kind: "began", remedy: "ec2:stop", … }]).quarantines[0]?.inForce // null
 */
export function remediationOf(deeds: readonly Dated[]): Remediation {
  const sorted = deeds.toSorted((a, b) => a.at - b.at || rankOf(a, deeds) - rankOf(b, deeds));
  const quarantines = quarantinesOf(sorted);
  return {
    inspected: sorted.findLast((deed) => deed.kind === "inspected") ?? null,
    notices: sorted.filter((deed) => deed.kind === "notified"),
    repairs: sorted.filter((deed) => deed.kind === "repaired"),
    repairing: repairingIn(sorted),
    quarantines,
    untold: untoldIn(sorted, quarantines),
    refusals: refusalsIn(sorted),
    disputes: sorted.filter((deed) => deed.kind === "disputed"),
  };
}

/** Deeds of one instant: what was begun before goes on or ends, and only then something else begins. */
function rankOf(deed: Dated, deeds: readonly Dated[]): number {
  const rank = KINDS[deed.kind];
  if (rank <= KINDS.began || rank > KINDS.released) return rank;
  const isBegunThen = deeds.some(
    ({ at, ...other }) =>
      other.kind === "began" && at === deed.at && (!("remedy" in deed) || other.remedy === deed.remedy),
  );
  if (isBegunThen) return rank;
  // What slipped may be in force again at once.
  return (deed.kind === "slipped" ? KINDS.began : rank) - KINDS.disputed;
}

/** The quarantine that was begun and has not ended; null where there is none. */
export function openQuarantine({ quarantines }: Remediation): Quarantine | null {
  const last = quarantines.at(-1);
  return last === undefined || last.ended !== null ? null : last;
}

function repairingIn(sorted: readonly Dated[]): Dated<"repairing"> | null {
  const last = sorted.findLast(
    (deed) => deed.kind === "repairing" || deed.kind === "repaired" || isRefusedTag(deed),
  );
  return last?.kind === "repairing" ? last : null;
}

function isRefusedTag(deed: Dated): boolean {
  return deed.kind === "refused" && deed.attempt === "tag";
}

function quarantinesOf(sorted: readonly Dated[]): Quarantine[] {
  const all: Quarantine[] = [];
  for (const deed of sorted) {
    if (deed.kind === "began") {
      const { remedy, rule, at: began, before, ours, usdPerHour } = deed;
      // What was noted first is how it was: whoever begins again finds our own work.
      if (all.at(-1)?.ended === null) continue;
      const open = { inForce: null, tookEffect: false, ended: null, asked: null };
      all.push({ remedy, rule, began, before, ours, usdPerHour, ...open });
      continue;
    }
    const open = all.at(-1);
    if (open === undefined || open.ended !== null) continue;
    if ("remedy" in deed && deed.remedy !== open.remedy) continue;
    all[all.length - 1] = after(open, deed);
  }
  return all;
}

function after(open: Quarantine, deed: Dated): Quarantine {
  switch (deed.kind) {
    case "quarantined":
      return { ...open, inForce: deed.at, tookEffect: true };
    case "slipped":
      // What somebody undid had come about, though nobody may have heard of it.
      return deed.bySelf
        ? { ...open, inForce: null }
        : { ...open, tookEffect: true, ended: { at: deed.at, how: "slipped" } };
    case "asked":
      return { ...open, asked: deed };
    case "released":
      return {
        ...open,
        tookEffect: open.tookEffect || isAnything(deed),
        ended: { at: deed.at, how: "released" },
      };
    default:
      return open;
  }
}

function untoldIn(sorted: readonly Dated[], quarantines: readonly Quarantine[]): Remediation["untold"] {
  const last = new Map<Happened, number>();
  for (const deed of sorted) {
    for (const happened of happenedIn(deed, quarantines)) last.set(happened, deed.at);
  }
  const wasTold = (happened: Happened, since: number) =>
    sorted.some((deed) => deed.kind === "notified" && deed.about.includes(happened) && since <= deed.at);
  return [...last].flatMap(([happened, at]) => (wasTold(happened, at) ? [] : [{ happened, at }]));
}

function happenedIn(deed: Dated, quarantines: readonly Quarantine[]): readonly Happened[] {
  if (deed.kind === "repaired" || deed.kind === "quarantined") return [deed.kind];
  // What the service itself undid is done again.
  if (deed.kind === "slipped" && !deed.bySelf) return [deed.kind];
  if (deed.kind !== "released") return [];
  if (deed.conflicts.length > 0) return ["conflict"];
  // A quarantine that never came about needs no words; one that did ends, whoever took it back.
  const ended = quarantines.find(({ remedy, ended }) => remedy === deed.remedy && ended?.at === deed.at);
  return ended?.tookEffect === true ? ["released"] : [];
}

/** Whether there was anything to give back. */
function isAnything({ restored, conflicts }: Dated<"released">): boolean {
  return Object.keys(restored).length + conflicts.length > 0;
}

function refusalsIn(sorted: readonly Dated[]): Dated<"refused">[] {
  let refusals: Dated<"refused">[] = [];
  for (const deed of sorted) {
    if (deed.kind === "refused") refusals.push(deed);
    const well = WELL[deed.kind];
    if (well !== undefined) refusals = refusals.filter(({ attempt }) => attempt !== well);
  }
  return refusals;
}
