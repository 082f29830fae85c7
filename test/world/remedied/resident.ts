import type { Random } from "@tagledger/cli/sample/random";
import type { Fields } from "@tagledger/core/remediation/fields";
import type { Tags } from "../cloud.ts";
import { endpointThing, instanceThing, type Thing } from "../estate.ts";
import { KINDS, type Kind } from "../kinds.ts";

/** How an owner, or what keeps a resource, behaves. */
export const HABITS = [
  "tags it at its birth",
  "tags it within its grace",
  "tags it about its deadline",
  "tags it later",
  "never tags it",
  "spells its tags wrongly",
  "applies Terraform every six hours, which writes its own spelling",
  "changes it about its deadline",
  "changes it when it is quarantined",
  "changes it and tags it when it is quarantined",
  "tags it when it is quarantined",
  "deletes it when it is quarantined",
  "deletes it when it is quarantined, and makes it anew under its name",
  "has a scaler that sets its size again within minutes",
  "asks for it when it is quarantined",
  "removes its tags later",
] as const;

export type Habit = (typeof HABITS)[number];

/** A resource of the simulated company, and all that is true of it. */
export interface Resident {
  readonly name: string;
  readonly arn: string;
  readonly kind: Kind;
  readonly habit: Habit;
  readonly remedy: string;
  /** A member of an Auto Scaling group, or something in production: neither is ever to be touched. */
  readonly isMember: boolean;
  readonly isProduction: boolean;
  /** What its owner set last. */
  wanted: Fields;
  /** When this life of it began; null where it is not there. */
  born: number | null;
  /** Until when the ledger may not have heard of this life. */
  heard: number;
  /** Since when its tags have been right; null where they are not. */
  right: number | null;
  exempt: number | null;
  asked: number | null;
}

export const GOOD: Tags = { "ml-team": "vision" };

/** Makes up a resource: what it is and how its owner behaves. */
export function residentOf(random: Random, index: number, isStopped: boolean): Resident {
  const isEndpoint = random.chance(30);
  const kind = isEndpoint ? KINDS.endpoint : KINDS.instance;
  const name = `${index}`;
  const luck = random.integer(0, 99);
  const drawn = random.pick(HABITS);
  const onlyEndpoints = drawn.includes("scaler") || drawn.includes("anew");
  return {
    name,
    arn: kind.arn(name),
    kind,
    habit: onlyEndpoints && !isEndpoint ? "never tags it" : drawn,
    remedy: isEndpoint ? "sagemaker:scale-endpoint" : isStopped ? "ec2:stop" : "ec2:isolate",
    isMember: luck < 8 && !isEndpoint,
    isProduction: 8 <= luck && luck < 16,
    wanted: {},
    born: null,
    heard: 0,
    right: null,
    exempt: null,
    asked: null,
  };
}

/** The tags with which it begins. */
export function bornWith({ habit, isMember, isProduction }: Resident): Tags {
  const own =
    habit === "tags it at its birth" || habit === "removes its tags later"
      ? GOOD
      : habit.includes("spell")
        ? { "ml-team": "Vision" }
        : {};
  return {
    ...own,
    ...(isProduction ? { "ml-environment": "prod" } : {}),
    ...(isMember ? { "aws:autoscaling:groupName": "workers" } : {}),
  };
}

/** What it is like at its birth. */
export function thingOf({ kind }: Resident): Thing {
  return kind === KINDS.endpoint ? endpointThing() : instanceThing();
}

/** What an owner sets instead of what was set. */
export function othersFields({ remedy }: Resident): Fields {
  if (remedy === "ec2:isolate") return { groups: ["sg-own"] };
  return remedy === "ec2:stop" ? { running: true } : { instances: 2 };
}

/** Whether tags are right. */
export function isRight(tags: Tags | null): boolean {
  return tags !== null && ["vision", "ranking"].includes(tags["ml-team"] ?? "");
}
