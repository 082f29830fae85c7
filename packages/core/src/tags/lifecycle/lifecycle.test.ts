import { describe, expect, test } from "vitest";
import { company } from "../testing/make-config.ts";
import { MINUTE, makeLife, removedAfter, setAfter } from "../testing/make-life.ts";
import { AT, GOOD, state } from "../testing/make-subject.ts";
import { type Life, type Miss, SETTLING } from "./life.ts";
import { lifecycle } from "./lifecycle.ts";

const stands = lifecycle(company());
/** The grace of an hour, and the time in which reads may lag. */
const DECIDES = 65;

function at(minutes: number, life: Life) {
  const { state: now, due, needsRead, judgement, since, ended } = stands(life, AT + minutes * MINUTE);
  const after = (instant: number | null) => (instant === null ? null : (instant - AT) / MINUTE);
  return {
    state: now,
    verdict: judgement.verdict,
    due: after(due),
    needsRead,
    since: after(since),
    ended: after(ended),
  };
}

function read(minutes: number, tags: Record<string, string> = {}) {
  return { at: AT + minutes * MINUTE, tags };
}

function missed(minutes: number, miss: Miss) {
  return { at: AT + minutes * MINUTE, miss };
}

describe("what a request proves", () => {
  test("tags that comply are compliant at once, and nothing is due", () => {
    expect(at(0, makeLife({ start: state(GOOD) }))).toMatchObject({
      state: "compliant",
      due: null,
      since: null,
    });
  });

  test("tags that do not comply wait for the end of the grace and of what reads may lag", () => {
    expect(at(0, makeLife())).toMatchObject({
      state: "pending",
      verdict: "undecided",
      due: DECIDES,
      needsRead: true,
    });
  });

  test("tagging within the grace complies without a look", () => {
    expect(at(2, makeLife({ changes: [setAfter(1, GOOD)] }))).toMatchObject({
      state: "compliant",
      due: null,
    });
  });

  test("time alone never makes a violation", () => {
    expect(at(60 * 24 * 365, makeLife())).toMatchObject({
      state: "pending",
      verdict: "undecided",
      due: DECIDES,
    });
  });
});

describe("what a look at live tags says", () => {
  test("without tags after the grace it violates", () => {
    expect(at(DECIDES, makeLife({ reads: [read(DECIDES)] }))).toMatchObject({
      state: "violating",
      verdict: "violating",
      due: null,
    });
  });

  test("before the grace has ended it decides nothing", () => {
    expect(at(40, makeLife({ reads: [read(40)] }))).toMatchObject({ state: "pending", due: DECIDES });
  });

  test("with tags that no event told it complies", () => {
    expect(at(DECIDES, makeLife({ reads: [read(DECIDES, GOOD)] }))).toMatchObject({ state: "compliant" });
  });

  test("what can be repaired without asking is repairable, not violating", () => {
    const reads = [read(DECIDES, { ...GOOD, "ml-environment": "PROD" })];
    expect(at(DECIDES, makeLife({ reads }))).toMatchObject({ state: "repairable", verdict: "repairable" });
  });

  test("tags set a moment before a look that does not show them yet are not lost", () => {
    const life = makeLife({ changes: [setAfter(DECIDES - 1, GOOD)], reads: [read(DECIDES)] });
    expect(at(DECIDES, life)).toMatchObject({ state: "compliant" });
  });

  test("tags whose event comes after the verdict turn it round", () => {
    const life = makeLife({ changes: [setAfter(30, GOOD)], reads: [read(DECIDES, GOOD)] });
    expect(at(200, life)).toMatchObject({ state: "compliant" });
  });

  test("of what was there before under its name a look right after the creation says nothing", () => {
    const life = makeLife({ created: AT, reads: [read(3, GOOD)] });
    expect(at(3, life)).toMatchObject({ state: "pending" });
  });
});

describe("tags that are removed later", () => {
  const life = makeLife({ start: state(GOOD), changes: [removedAfter(600, ["ml-team"])] });

  test("get a grace of their own", () => {
    expect(at(600, life)).toMatchObject({ state: "pending", since: 600, due: 600 + DECIDES });
  });

  test("violate after a look that misses them", () => {
    const { "ml-team": _team, ...rest } = GOOD;
    expect(at(665, { ...life, reads: [read(665, rest)] })).toMatchObject({ state: "violating", since: 600 });
  });
});

describe("a look that finds nothing", () => {
  test("is repeated ever more seldom, and decides nothing", () => {
    const misses = [missed(65, "throttled"), missed(70, "throttled")];
    expect(at(71, makeLife({ misses }))).toMatchObject({ state: "undecided", verdict: "undecided", due: 80 });
  });

  test("waits for six hours at most", () => {
    const misses = Array.from({ length: 40 }, (_, index) => missed(65 + index, "denied"));
    expect(at(105, makeLife({ misses }))).toMatchObject({ state: "undecided", due: 104 + 360 });
  });

  test("twice, some time apart, means that the resource is gone", () => {
    expect(at(66, makeLife({ misses: [missed(65, "absent")] }))).toMatchObject({
      state: "undecided",
      due: 70,
    });
    const twice = makeLife({ misses: [missed(65, "absent"), missed(70, "absent")] });
    expect(at(70, twice)).toMatchObject({ state: "gone", ended: 65 });
  });

  test("means nothing where something was heard of it since", () => {
    const misses = [missed(65, "absent"), missed(70, "absent")];
    expect(at(72, makeLife({ misses, changes: [setAfter(71, { a: "b" })] })).state).not.toBe("gone");
  });

  test("is not repeated where nothing can be asked", () => {
    expect(at(66, makeLife({ misses: [missed(65, "unreadable")] }))).toMatchObject({
      state: "undecided",
      due: null,
    });
  });
});

describe("the end", () => {
  test("of a resource within its grace is no violation", () => {
    expect(at(90, makeLife({ ended: AT + 10 * MINUTE }))).toMatchObject({
      state: "gone",
      verdict: "undecided",
      due: null,
      ended: 10,
    });
  });

  test("is not there before it comes", () => {
    expect(at(5, makeLife({ ended: AT + 10 * MINUTE }))).toMatchObject({
      state: "pending",
      due: 10,
      needsRead: false,
    });
  });
});

describe("an exemption", () => {
  const { subject } = makeLife();
  const bucket = {
    ...subject,
    type: "s3:bucket",
    id: "legacy-a",
    arn: "arn:aws:s3:::legacy-a",
    region: null,
  };

  test("leaves alone until it ends, and is looked at then", () => {
    const life = makeLife({ subject: bucket });
    const { state: now, due } = stands(life, AT);
    expect(now).toBe("exempt");
    expect(new Date(due ?? 0).toISOString()).toBe("2027-01-01T00:00:00.000Z");
    expect(stands(life, due ?? 0)).toMatchObject({
      state: "pending",
      // By a look of its own: who read the tags before it ended did not judge them.
      due: (due ?? 0) + SETTLING,
      needsRead: true,
    });
  });
});

describe("values that the log hides", () => {
  const changes = [{ ...setAfter(63, {}), change: "replace" as const, hiddenTags: ["*"] }];

  test("written shortly before a look wait for one more", () => {
    const once = makeLife({ changes, reads: [read(DECIDES)] });
    expect(at(DECIDES, once)).toMatchObject({ state: "pending", due: 68 });
    expect(at(70, { ...once, reads: [...once.reads, read(70, GOOD)] })).toMatchObject({ state: "compliant" });
  });
});

test("a resource that takes tags late gets as long before it is looked at", () => {
  const slow = lifecycle(company(), () => 3 * 60 * MINUTE);
  expect(slow(makeLife(), AT).due).toBe(AT + 185 * MINUTE);
});

describe("what was decided by other circumstances is looked at anew", () => {
  test("a grace that a tag makes shorter counts from that tag on", () => {
    const rules = company();
    const dev = { match: { environment: "dev" }, grace: "10m", allow: [] };
    const config = { ...rules, enforcement: { ...rules.enforcement, rules: [dev] } };
    const life = makeLife({ changes: [setAfter(50, { "ml-environment": "dev" })] });
    expect(lifecycle(config)(life, AT + 50 * MINUTE).due).toBe(AT + 65 * MINUTE);
    expect(lifecycle(config)(makeLife({ changes: [setAfter(1, { "ml-environment": "dev" })] }), AT).due).toBe(
      AT + 16 * MINUTE,
    );
  });

  test("rules that are new have a grace of their own", () => {
    const life = makeLife({ reads: [read(DECIDES)], ruled: [AT + 1000 * MINUTE] });
    expect(at(1000, life)).toMatchObject({ state: "pending", since: 1000, due: 1000 + DECIDES });
  });

  test("a look that comes after an instant says nothing at it", () => {
    expect(at(40, makeLife({ reads: [read(DECIDES)] }))).toMatchObject({ state: "pending" });
  });

  test("a look that shows what was known dates nothing anew", () => {
    const alias = { ...GOOD, "ml-team": "fd" };
    const life = makeLife({ start: state(alias), reads: [read(60 * 24 * 30, alias)] });
    expect(at(60 * 24 * 30, life)).toMatchObject({ since: 0, state: "repairable" });
  });
});
