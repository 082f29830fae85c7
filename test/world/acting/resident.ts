import type { Random } from "@tagledger/cli/sample/random";
import type { Fields } from "@tagledger/core/remediation/fields";
import { instanceThing, type Thing } from "../estate.ts";
import { arnIn, type KindName } from "./calls.ts";
import { ACCOUNTS, type Place } from "./places.ts";

/** What keeps a resource as it is: shown by its tags, shown only by its service, or by nothing at all. */
export type Keeper =
  | "nobody"
  | "group"
  | "hidden group"
  | "scaler"
  | "hidden scaler"
  | "terraform"
  | "hidden terraform";

/** A name in the company, and what really goes on under it. */
export interface Resident {
  readonly arn: string;
  readonly name: string;
  readonly kind: KindName;
  readonly place: Place;
  readonly keeper: Keeper;
  /** When the present life began; null while there is none. */
  born: number | null;
  lives: number;
  /** What its owner wants of it, by remedy. */
  will: Record<string, Fields>;
  /** When its owner last set something. */
  willed: number;
  /** Our quarantine that is in force. */
  quarantined: { readonly at: number; readonly remedy: string } | null;
  /** Whether a person asked to give it back. */
  asked: boolean;
  /** When the last quarantine ended. */
  ended: number;
  /** How long it had lasted. */
  lasted: number;
  /** What was announced in this life. */
  notices: { readonly at: number; readonly deadline: number | null }[];
  /** Since when an exemption of it is in force. */
  exempt: number | null;
  /** How often its state was asked for. */
  looks: number;
  /** What was last written to its tags, and when. */
  tagged: { readonly at: number; readonly text: string } | null;
}

/** What really keeps a resource, as its service tells it, and how it is. */
export function thingOf({ kind, keeper, name, will, born }: Resident): Thing {
  const fields = structuredClone(will) as Record<string, Fields>;
  if (kind === "instance") {
    const group = keeper === "group" || keeper === "hidden group";
    const { conditions, ...thing } = instanceThing({ fields });
    const controller = group ? { controller: "auto-scaling", name: `group-${name}` } : null;
    return { ...thing, conditions: { ...conditions, "in-auto-scaling-group": group }, controller };
  }
  const conditions = { "minimum-above-zero": false, "scaled-automatically": keeper === "scaler" };
  return { made: born ?? 0, state: "InService", fields, conditions, controller: null };
}

/** What its owner wants of something new. */
export function willOf(kind: KindName, random: Random): Record<string, Fields> {
  if (kind === "bucket") return {};
  if (kind === "endpoint") return { "sagemaker:scale-endpoint": { instances: random.integer(1, 9) } };
  return {
    "ec2:stop": { running: true },
    "ec2:isolate": { groups: [`sg-${random.integer(1, 999)}`, `sg-${random.integer(1000, 1999)}`] },
  };
}

/** Makes up who lives under a name. */
export function residentOf(number: number, random: Random): Resident {
  const kind = random.pick<KindName>(["instance", "instance", "instance", "endpoint", "endpoint", "bucket"]);
  const name = `acting-${number}`;
  const place = random.pick<Place>([
    "allowed",
    "allowed",
    "allowed",
    "allowed",
    "plain",
    "plain",
    "production",
    "unknown",
  ]);
  const keepers: Record<KindName, readonly Keeper[]> = {
    instance: ["group", "hidden group", "terraform", "hidden terraform"],
    endpoint: ["scaler", "hidden scaler"],
    bucket: ["terraform", "hidden terraform"],
  };
  const keeper = random.chance(25) ? random.pick(keepers[kind]) : "nobody";
  return {
    arn: arnIn(ACCOUNTS[place], kind, name),
    name,
    kind,
    place,
    keeper,
    born: null,
    lives: 0,
    will: {},
    willed: 0,
    quarantined: null,
    ended: Number.NEGATIVE_INFINITY,
    lasted: 0,
    asked: false,
    notices: [],
    exempt: null,
    looks: 0,
    tagged: null,
  };
}

/** Whether a controller keeps it that can be seen. */
export function isKept({ keeper }: Resident): boolean {
  return keeper === "group" || keeper === "hidden group" || keeper === "terraform" || keeper === "scaler";
}
