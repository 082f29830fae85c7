import type { Fact } from "@tagledger/core/ledger/fact";
import type { Tagging } from "@tagledger/core/ports";
import { type Fields, holdsAll, isSameValue } from "@tagledger/core/remediation/fields";
import type { Tags } from "../cloud.ts";
import type { Estate } from "../estate.ts";
import { isRight, type Resident } from "./resident.ts";

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

/** Reads may be so old; what is done on one follows within a minute. */
const LAG = 5 * MINUTE;
const DEADLINE = 4 * HOUR;

/** What each remedy sets. */
const OURS: Readonly<Record<string, Fields>> = {
  "ec2:isolate": { groups: ["sg-quarantine"] },
  "ec2:stop": { running: false },
  "sagemaker:scale-endpoint": { instances: 0 },
};

/** What was true at the instant of a call. */
export interface Instant {
  readonly now: number;
  readonly resident: Resident;
  /** What is known in the ledger. */
  readonly facts: readonly Fact[];
  readonly isStopped: boolean;
}

/** What must hold at every call that changes something, whatever went wrong before. */
export class Laws {
  readonly broken: string[] = [];
  readonly #estate: Estate;

  constructor(estate: Estate) {
    this.#estate = estate;
  }

  /** Whether fields are those of a quarantine. */
  isQuarantine(remedy: string, fields: Fields): boolean {
    return holdsAll(fields, OURS[remedy] ?? { none: 0 });
  }

  quarantine({ now, resident, facts, isStopped }: Instant): void {
    const { right, isMember, isProduction, exempt, born, heard } = resident;
    const law = this.#law(resident, now);
    law("what has been right for longer than reads lag is left alone", right === null || now - right <= LAG);
    law("what a controller keeps is left alone", !isMember);
    law("production is left alone", !isProduction);
    law("what is exempt is left alone", exempt === null || now < exempt);
    law("nothing is done while everything is stopped", !isStopped);
    const warned = this.#estate.messages.filter(({ items }) =>
      items.some(
        ({ resource, deadline }) => resource === resident.arn && deadline !== null && deadline <= now,
      ),
    );
    const last = warned.at(-1);
    law(
      "a notice was delivered, and its deadline has passed",
      last !== undefined && last.at + DEADLINE <= now,
    );
    // Where nobody heard yet that it was made anew, the notice of the one before is all there is.
    law("that notice is about this life of it", (last?.at ?? 0) >= (born ?? now) || now <= heard + LAG);
    const ended = facts.findLast(
      (fact) => (fact.kind === "released" && Object.keys(fact.restored).length > 0) || isGivenUp(fact),
    );
    law(
      "a day has passed since the last one ended",
      ended === undefined || ended.at + DAY <= now || isNew(resident, ended.at),
    );
  }

  release({ now, resident, isStopped }: Instant, found: Fields, fields: Fields): void {
    const law = this.#law(resident, now);
    law("only what still is as we set it is given back", this.isQuarantine(resident.remedy, found));
    law("it is given back as its owner had it", holdsAll(fields, resident.wanted));
    law(
      "nothing is given back while everything is stopped but what a person asks for",
      !isStopped || resident.asked !== null,
    );
    const isExempt = resident.exempt !== null && resident.exempt <= now;
    const wasRight = resident.right !== null || isExempt || resident.asked !== null;
    law("it is given back because it is right, exempt or asked for", wasRight);
  }

  tag({ now, resident, isStopped }: Instant, { set, remove }: Tagging, tags: Tags | null): void {
    const law = this.#law(resident, now);
    law("what a controller keeps is not tagged", !resident.isMember);
    law("production is not tagged", !resident.isProduction);
    law("no tags are written while everything is stopped", !isStopped);
    const { right } = resident;
    const isChanged = Object.entries(set).some(([key, value]) => !isSameValue(tags?.[key], value));
    law(
      "no right tag is written over",
      !isChanged || !isRight(tags) || (right !== null && now - right <= LAG),
    );
    law("no tag that is not replaced is taken off", remove.length === 0);
  }

  #law({ arn, habit }: Resident, now: number) {
    return (law: string, holds: boolean) => {
      if (!holds) this.broken.push(`${law}: ${arn}, whose owner ${habit}, at ${new Date(now).toISOString()}`);
    };
  }
}

function isGivenUp(fact: Fact): boolean {
  return fact.kind === "slipped" && !fact.bySelf;
}

function isNew({ born }: Resident, ended: number): boolean {
  return born !== null && ended < born;
}
