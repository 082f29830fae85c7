import { holdsAll } from "@tagledger/core/remediation/fields";
import { isDeed, openQuarantine, remediationOf } from "@tagledger/core/remediation/remediation";
import { describe, expect, test } from "vitest";
import { Life, type Lived, type Living } from "./world/remedied/live.ts";

const [HOUR, DAY] = [3_600_000, 86_400_000];
/** Refused calls are tried again after up to six hours, some several times, and lost events are found out daily. */
const PATIENCE = 3 * DAY;

const SEED = process.env.WORLD_SEED ?? "two weeks";
const COMPANIES: readonly Living[] = [
  { seed: `${SEED}, isolating`, resources: 200, days: 14, isStopping: false },
  { seed: `${SEED}, stopping`, resources: 200, days: 14, isStopping: true },
];

describe.each(COMPANIES)("two weeks of a company whose rules act: $seed", (living) => {
  const lived = new Life(living).live(living);

  test("no law is broken by any call, whatever fails, lags, is lost or ends", async () => {
    const { laws, crashes, company } = await lived;
    expect(crashes).toBeGreaterThan(20);
    expect(company.estate.writes.length).toBeGreaterThan(60);
    expect(laws.broken).toEqual([]);
  });

  test("what is right in the end is as its owner wants it", async () => {
    const { company, residents } = await lived;
    const wrong = residents.filter(({ arn, right, wanted, remedy }) => {
      const thing = company.estate.things.get(arn);
      const isLong = right !== null && right + PATIENCE < company.cloud.now;
      return thing !== undefined && isLong && !holdsAll(thing.fields[remedy] ?? {}, wanted);
    });
    expect(wrong).toEqual([]);
  });

  test("what has been without tags for long is quarantined, or waits out its day", async () => {
    const { company } = await lived;
    const missed: string[] = [];
    let found = 0;
    for (const each of await longBare(await lived)) {
      const { facts, incarnations } = await company.ledger.history(each.arn);
      const open = openQuarantine(remediationOf(facts.filter(isDeed)));
      const ended = facts.findLast(({ kind }) => kind === "released" || kind === "slipped")?.at ?? 0;
      const isResting = company.cloud.now < ended + DAY + 12 * HOUR;
      found += 1;
      if (open?.inForce == null && !isResting)
        missed.push(`${each.arn} ${each.habit} ${incarnations.at(-1)?.state}`);
    }
    expect(found).toBeGreaterThan(10);
    expect(missed).toEqual([]);
  });

  test("nothing that is due has waited for long", async () => {
    const { company } = await lived;
    expect(await company.ledger.due(company.cloud.now - HOUR, 100)).toEqual([]);
  });
});

async function longBare({ company, residents }: Lived) {
  const { now } = company.cloud;
  return residents.filter(
    ({ habit, isMember, isProduction, exempt, right, born }) =>
      /never|changes it when|scaler|asks/.test(habit) &&
      !(isMember || isProduction) &&
      exempt === null &&
      right === null &&
      born !== null &&
      born + PATIENCE < now,
  );
}
