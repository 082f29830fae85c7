import { describe, expect, test } from "vitest";
import { AT } from "../testing/make-subject.ts";
import { DEVIANT_SINCE, type Facts, HOUR, IN_DEV } from "./testing/make-input.ts";
import { ALL, heldIn, planOf, TOLD } from "./testing/plan-of.ts";

describe("a notice", () => {
  test("goes to the team whose it surely is, else to the fallback", () => {
    const to = (facts: Facts) => planOf(ALL, facts).notify?.to;
    expect(to({ tags: { ...IN_DEV, "ml-team": "vision" } })).toEqual({ team: "vision" });
    expect(to({ subject: { account: "111122223333" } })).toEqual({ team: "fraud-detection" });
    expect(to({ tags: { ...IN_DEV, owner: "vision" } })).toBe("fallback");
    expect(to({})).toBe("fallback");
  });

  test("about an earlier deviation does not count", () => {
    const again = planOf(ALL, { history: { ...TOLD, notifiedAt: DEVIANT_SINCE - 1 } });
    expect([again.do, again.notify?.deadline]).toEqual([[], AT + 24 * HOUR]);
  });

  test("that announced no quarantine is followed by one that does, and not by a quarantine", () => {
    const history = { ...TOLD, deadline: null };
    const changed = planOf(ALL, { history });
    expect([changed.do, changed.notify?.deadline]).toEqual([[], AT + 24 * HOUR]);
    expect(planOf("default: { mode: notify }", { history }).notify).toBeNull();
  });

  test("keeps its word where a rule has since become stricter, and gives more where it became milder", () => {
    const due = (deadline: string) =>
      planOf(`default: { mode: [notify, quarantine], deadline: ${deadline} }`, {
        history: { notifiedAt: AT - HOUR, deadline: AT + 2 * HOUR, quarantinedAt: [] },
      }).due;
    expect([due("30m"), due("8h")]).toEqual([AT + 2 * HOUR, AT + 7 * HOUR]);
  });

  test("names no deadline where no quarantine would follow", () => {
    expect(planOf(ALL, { foundBy: "sweep" }).notify?.deadline).toBeNull();
    expect(planOf(ALL, { remedies: [{ name: "ec2:delete", class: "final" }] }).notify?.deadline).toBeNull();
  });
});

describe("a second quarantine", () => {
  const QUARANTINED = AT - 20 * HOUR;
  const history = { notifiedAt: AT - 30 * HOUR, deadline: QUARANTINED, quarantinedAt: [QUARANTINED, 0] };

  test("within a day waits, and is not announced again", () => {
    const waiting = planOf(ALL, { history });
    expect([waiting.do, waiting.notify, waiting.due]).toEqual([[], null, QUARANTINED + 24 * HOUR]);
    expect(heldIn(waiting)).toEqual({ notify: ["repeated"], "ec2:stop": ["deadline", "repeated"] });
  });

  test("is neither done nor announced while the first is in force, however long that is", () => {
    const later = { history: { ...history, isQuarantined: true }, now: QUARANTINED + 100 * HOUR };
    const quiet = planOf(ALL, later);
    expect([quiet.do, quiet.propose, quiet.notify, quiet.due]).toEqual([[], [], null, null]);
  });

  test("later needs a notice of its own", () => {
    const later = planOf(ALL, { history, now: QUARANTINED + 24 * HOUR });
    expect([later.do, later.notify?.deadline]).toEqual([[], QUARANTINED + 48 * HOUR]);
  });

  test("for a new deviation is announced at once, for no earlier than a day after the first", () => {
    const rule = "default: { mode: [notify, quarantine], deadline: 1h }";
    const anew = planOf(rule, { history, since: AT - HOUR });
    expect(anew.notify?.deadline).toBe(QUARANTINED + 24 * HOUR);
  });

  test("stays held although a notice went out in between", () => {
    const anew = planOf("default: { mode: [notify, quarantine], deadline: 1h }", {
      history: { ...history, notifiedAt: AT - 2 * HOUR, deadline: AT - HOUR },
      since: AT - 3 * HOUR,
    });
    expect([anew.do, heldIn(anew)]).toEqual([[], { "ec2:stop": ["repeated"] }]);
  });
});
