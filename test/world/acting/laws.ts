import type { Tagging } from "@tagledger/core/ports";
import { type Fields, holdsAll, isSameValue } from "@tagledger/core/remediation/fields";
import type { Law } from "./law.ts";
import { DEADLINE, GRACE, type Limits } from "./places.ts";
import { isKept, type Resident } from "./resident.ts";

type Tags = Readonly<Record<string, string>>;

const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];

/** How old what a look shows may be, and what is done on it. */
const LAG = 5 * MINUTE;
/** How long what was asked a moment ago may still be under way. */
const UNDER_WAY = 30 * SECOND;

/** What the laws ask of the world at a call. */
export interface Facts {
  readonly now: number;
  readonly resident: Resident;
  /** What is really so at this instant, before the call. */
  readonly fields: Fields;
  readonly tags: Tags | null;
  /** What its tags were when reads that lag show them. */
  readonly earlier: Tags | null;
  /** Since when its tags have been right; null where they are not. */
  readonly right: number | null;
  /** For how long its tags have not been right. */
  readonly deviantFor: number;
  /** Whether the tags that were read last, in this life, were right. */
  readonly shownRight: boolean;
  /** Since when everything is to stop. */
  readonly stopped: number | null;
  readonly limits: Limits;
}

/** Watches over every call that changes something. */
export class Laws {
  readonly breaches: { readonly law: Law; readonly text: string }[] = [];
  readonly #quarantines: { readonly at: number; readonly account: string }[] = [];

  check(law: Law, holds: boolean, { resident, now }: Pick<Facts, "resident" | "now">, more = ""): void {
    if (!holds)
      this.breaches.push({ law, text: `${resident.arn} at ${new Date(now).toISOString()} ${more}` });
  }

  /**
   * Something is stopped, isolated or scaled.
   *
   * @param isKnown whether the ledger could know that its last quarantine was done
   */
  quarantine(facts: Facts, remedy: string, isKnown: boolean): void {
    const { now, resident, right, shownRight, limits } = facts;
    const check = (law: Law, holds: boolean, more = "") => this.check(law, holds, facts, more);
    check(
      "what has been right for longer than reads lag is not quarantined",
      right === null || now - right < LAG,
      `right since ${right}`,
    );
    check("what the last look showed to be right is not quarantined", !shownRight);
    check("what is exempt is not quarantined", resident.exempt === null || now - resident.exempt < LAG);
    check("production and what may be production is not quarantined", isForDevelopment(facts));
    check("what a controller keeps is not quarantined", !isKept(resident));
    const allowed = resident.place !== "plain" || remedy === "ec2:isolate";
    check("what loses something is done only where a rule names it", allowed, remedy);
    const notice = resident.notices.findLast(({ deadline }) => deadline !== null);
    check("nothing is quarantined of which nobody was told in this life", notice !== undefined);
    check("nothing is quarantined before the deadline that was told", (notice?.deadline ?? 0) <= now);
    const { born } = resident;
    check(
      "nothing is quarantined before its life has lasted for grace and deadline",
      born !== null && born + GRACE + DEADLINE <= now,
      `born ${now - (born ?? 0)} ago`,
    );
    this.#stop(facts);
    if (resident.quarantined !== null) return;
    check(
      "nothing is quarantined within a day of the end of its last quarantine, as far as anybody could know",
      !isKnown || resident.ended + DAY <= now,
      `ended ${(now - resident.ended) / HOUR} h ago`,
    );
    this.#breakers(facts, limits);
  }

  #breakers({ now, resident }: Facts, { perAccount, perOrganization }: Limits): void {
    const account = resident.arn.split(":")[4] ?? "";
    this.#quarantines.push({ at: now, account });
    // Counted when it is begun, which may be some hours before it is done.
    const recent = this.#quarantines.filter(({ at }) => now - at < HOUR - MINUTE);
    const slack = 2;
    this.check(
      "no more is quarantined within an hour than breakers let through",
      recent.length <= perOrganization + slack,
      {
        resident,
        now,
      },
    );
    const own = recent.filter((each) => each.account === account).length;
    this.check("no more is quarantined within an hour than breakers let through", own <= perAccount + slack, {
      resident,
      now,
    });
  }

  /** Something is given back. */
  release(
    facts: Facts,
    { fields, ours }: { readonly fields: Fields; readonly ours: Fields },
    wanted: Fields,
  ): void {
    const { resident, now } = facts;
    const check = (law: Law, holds: boolean, more = "") => this.check(law, holds, facts, more);
    const justSet = now - resident.willed < UNDER_WAY;
    const was = JSON.stringify([facts.fields, fields, wanted]);
    const isWrong = facts.right === null && resident.exempt === null && !resident.asked;
    check(
      "nothing is given back that is wrong, unless somebody asked",
      justSet || !isWrong || facts.deviantFor < LAG,
      was,
    );
    check(
      "only what was quarantined in this life is given back",
      resident.quarantined !== null || justSet,
      was,
    );
    const still = Object.fromEntries(Object.keys(fields).map((name) => [name, ours[name] ?? null]));
    check(
      "what an owner set during a quarantine is not overwritten",
      justSet || holdsAll(facts.fields, still),
      was,
    );
    check(
      "what is given back is as it was before, or as its owner wants it since",
      justSet || holdsAll(wanted, fields),
      was,
    );
    if (!resident.asked) this.#stop(facts);
  }

  /**
   * Tags are written.
   *
   * @param isKnown whether the ledger could know that what was written last was written
   */
  tag(facts: Facts, { set, remove }: Tagging, isKnown: boolean): void {
    const { resident, tags, earlier, now } = facts;
    const check = (law: Law, holds: boolean, more = "") => this.check(law, holds, facts, more);
    const text = JSON.stringify(set);
    for (const key of [...Object.keys(set), ...remove]) {
      const isNew = !isSameValue(tags?.[key] ?? null, earlier?.[key] ?? null);
      const isGood = tags?.[key] === "vision" || tags?.[key] === "ranking";
      check(
        "a good tag that others wrote is not overwritten, and no other tag is lost",
        isNew || !isGood,
        key,
      );
    }
    check("production and what may be production is not tagged", isForDevelopment(facts));
    check("what a controller keeps is not tagged", !isKept(resident) || resident.keeper === "scaler");
    const { tagged } = resident;
    const again = isKnown && tagged !== null && tagged.text === text && now - tagged.at < DAY;
    check("the same tags are not written twice within a day, as far as anybody could know", !again, text);
    this.#stop(facts);
  }

  #stop(facts: Facts): void {
    const { stopped, now } = facts;
    this.check(
      "nothing is done where everything stops, but for what was under way",
      stopped === null || now - stopped < UNDER_WAY,
      facts,
    );
  }
}

/** Whether its account or its own tag establishes that it is for development, and nothing says that it is not. */
function isForDevelopment({ resident: { place }, tags, earlier }: Facts): boolean {
  return [tags, earlier].some((some) => {
    const environment = some?.["ml-environment"];
    if (place === "production" || environment === "prod") return false;
    return place !== "unknown" || environment === "dev";
  });
}
