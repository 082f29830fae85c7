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
  readonly ended: { readonly at: number; readonly how: "released" | "slipped" } | null;
  /** Who asks to give it back, whatever the tags say. */
  readonly asked: Dated<"asked"> | null;
};

/** All that was done about one life of a resource, the oldest first. */
export type Remediation = {
  readonly inspected: Dated<"inspected"> | null;
  readonly notices: readonly Dated<"notified">[];
  readonly repairs: readonly Dated<"repaired">[];
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
  repaired: 2,
  began: 3,
  quarantined: 4,
  slipped: 5,
  asked: 6,
  released: 7,
  refused: 8,
  disputed: 9,
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
  const sorted = deeds.toSorted((a, b) => a.at - b.at || KINDS[a.kind] - KINDS[b.kind]);
  return {
    inspected: sorted.findLast((deed) => deed.kind === "inspected") ?? null,
    notices: sorted.filter((deed) => deed.kind === "notified"),
    repairs: sorted.filter((deed) => deed.kind === "repaired"),
    quarantines: quarantinesOf(sorted),
    untold: untoldIn(sorted),
    refusals: refusalsIn(sorted),
    disputes: sorted.filter((deed) => deed.kind === "disputed"),
  };
}

/** The quarantine that was begun and has not ended; null where there is none. */
export function openQuarantine({ quarantines }: Remediation): Quarantine | null {
  const last = quarantines.at(-1);
  return last === undefined || last.ended !== null ? null : last;
}

function quarantinesOf(sorted: readonly Dated[]): Quarantine[] {
  const all: Quarantine[] = [];
  for (const deed of sorted) {
    if (deed.kind === "began") {
      const { remedy, rule, at: began, before, ours, usdPerHour } = deed;
      // What was noted first is how it was: whoever begins again finds our own work.
      if (all.at(-1)?.ended === null) continue;
      all.push({ remedy, rule, began, before, ours, usdPerHour, inForce: null, ended: null, asked: null });
      continue;
    }
    const open = all.at(-1);
    if (open === undefined || open.ended !== null) continue;
    all[all.length - 1] = after(open, deed);
  }
  return all;
}

function after(open: Quarantine, deed: Dated): Quarantine {
  switch (deed.kind) {
    case "quarantined":
      return { ...open, inForce: deed.at };
    case "slipped":
      return deed.bySelf ? { ...open, inForce: null } : { ...open, ended: { at: deed.at, how: "slipped" } };
    case "asked":
      return { ...open, asked: deed };
    case "released":
      return { ...open, ended: { at: deed.at, how: "released" } };
    default:
      return open;
  }
}

function untoldIn(sorted: readonly Dated[]): Remediation["untold"] {
  const last = new Map<Happened, number>();
  let wasInForce = false;
  for (const deed of sorted) {
    if (deed.kind === "began") wasInForce = false;
    if (deed.kind === "quarantined") wasInForce = true;
    for (const happened of happenedIn(deed, wasInForce)) last.set(happened, deed.at);
  }
  const wasTold = (happened: Happened, since: number) =>
    sorted.some((deed) => deed.kind === "notified" && deed.about.includes(happened) && since <= deed.at);
  return [...last].flatMap(([happened, at]) => (wasTold(happened, at) ? [] : [{ happened, at }]));
}

function happenedIn(deed: Dated, wasInForce: boolean): readonly Happened[] {
  if (deed.kind === "repaired" || deed.kind === "quarantined") return [deed.kind];
  if (deed.kind !== "released") return [];
  if (deed.conflicts.length > 0) return ["conflict"];
  // A quarantine that never came about needs no words; one that did ends, whoever took it back.
  return wasInForce || Object.keys(deed.restored).length > 0 ? ["released"] : [];
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
