import type { TagMap } from "../catalog/tags.ts";
import type { ControlledBy, PossibleRemedy } from "../tags/plan/input.ts";
import type { Fields } from "./fields.ts";
import type { Why } from "./refusal.ts";
import type { Conflict } from "./restoration.ts";

/** Who is told: the team whose resource it is, or `notify.fallback`. */
export type Addressee = { readonly team: string } | "fallback";

/** What people are told of a resource. */
export type Happened =
  | "violating"
  | "repaired"
  | "quarantined"
  | "released"
  | "conflict"
  | "slipped"
  | "proposed";

/** What we attempt to do about a resource. */
export type Attempt = "inspect" | "notify" | "tag" | "quarantine" | "release";

/** What we did about a resource, or learned in order to do it. */
export type Deed =
  /** It was looked at, to act on it. */
  | {
      readonly kind: "inspected";
      readonly state: string | null;
      readonly remedies: readonly PossibleRemedy[];
      readonly controller: ControlledBy | null;
    }
  /** Somebody was told. */
  | {
      readonly kind: "notified";
      readonly to: Addressee;
      readonly about: readonly Happened[];
      /** The place of the rule that decided, as `enforcement.rules[1]`. */
      readonly rule: string;
      /** Epoch milliseconds from which it may be quarantined; null where nothing of the kind was announced. */
      readonly deadline: number | null;
      /** Over which channels, as `slack`. */
      readonly via: readonly string[];
    }
  /** Its tags are about to be put right: whoever does it may die before noting that. */
  | {
      readonly kind: "repairing";
      readonly rule: string;
      readonly set: TagMap;
      readonly removed: readonly string[];
    }
  /** Its tags were put right. */
  | {
      readonly kind: "repaired";
      readonly rule: string;
      readonly set: TagMap;
      readonly removed: readonly string[];
    }
  /** A quarantine is about to be done: whatever happens next, this is how to take it back. */
  | {
      readonly kind: "began";
      /** As in `ec2:stop`. */
      readonly remedy: string;
      readonly rule: string;
      /** What it was before, which nothing overwrites. */
      readonly before: Fields;
      /** What we set. */
      readonly ours: Fields;
      /** What it costs an hour, in US dollars; null where nobody knows. */
      readonly usdPerHour: string | null;
    }
  /** It is in force. */
  | { readonly kind: "quarantined"; readonly remedy: string }
  /** It holds no more, though we did not release it: somebody, or the service itself, set something else. */
  | {
      readonly kind: "slipped";
      readonly remedy: string;
      readonly found: Fields;
      /** Whether the service itself does so after a time, as RDS does after seven days. */
      readonly bySelf: boolean;
    }
  /** A person asks to give back what was quarantined, whatever its tags say. */
  | { readonly kind: "asked"; readonly by: string; readonly reason: string | null }
  /** What still held what we set was given back; the rest is as somebody else left it. */
  | {
      readonly kind: "released";
      readonly remedy: string;
      /** Who asked for it; null where its tags became right. */
      readonly by: string | null;
      readonly restored: Fields;
      readonly conflicts: readonly Conflict[];
    }
  /** An attempt failed, and is made again or given up. */
  | {
      readonly kind: "refused";
      readonly attempt: Attempt;
      readonly remedy: string | null;
      readonly why: Why | "breaker" | "stopped" | "undeliverable";
      readonly message: string;
    }
  /** A person says that the verdict is wrong. */
  | { readonly kind: "disputed"; readonly by: string; readonly reason: string }
  /** A person exempted it, as somebody asked for, or ended that: of one request the last word counts. */
  | {
      readonly kind: "exempted";
      /** The id of what was asked for. */
      readonly request: string;
      readonly by: string;
      readonly reason: string;
      /** Who answers for it; null where that is nobody. */
      readonly owner: string | null;
      /** The first instant at which it holds no more, in epoch milliseconds. */
      readonly until: number;
    };
