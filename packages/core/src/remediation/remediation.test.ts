import { describe, expect, test } from "vitest";
import { type Dated, openQuarantine, remediationOf } from "./remediation.ts";
import { stageOf } from "./stage.ts";

const RULE = "enforcement.rules[0]";
const REMEDY = "ec2:stop";
const began = (at: number, before = { running: true }): Dated => ({
  kind: "began",
  at,
  remedy: REMEDY,
  rule: RULE,
  before,
  ours: { running: false },
  usdPerHour: null,
});
const quarantined = (at: number): Dated => ({ kind: "quarantined", at, remedy: REMEDY });
const released = (at: number, restored = { running: true }): Dated => {
  return { kind: "released", at, remedy: REMEDY, by: null, restored, conflicts: [] };
};
const notified = (at: number, about: Dated<"notified">["about"] = ["violating"]): Dated<"notified"> => {
  return {
    kind: "notified",
    at,
    to: { team: "vision" },
    about,
    rule: RULE,
    deadline: at + 10,
    via: ["slack"],
  };
};
const slipped = (at: number, bySelf: boolean): Dated => {
  return { kind: "slipped", at, remedy: REMEDY, found: { running: true }, bySelf };
};
const refused = (at: number, attempt: Dated<"refused">["attempt"]): Dated => {
  return { kind: "refused", at, attempt, remedy: null, why: "throttled", message: "busy" };
};

describe("a quarantine", () => {
  test("is open from its beginning, in force when it is done, and over when it is given back", () => {
    const at = (...deeds: Dated[]) => openQuarantine(remediationOf(deeds));
    expect(at(began(1))).toMatchObject({ began: 1, inForce: null, ended: null });
    expect(at(began(1), quarantined(2))).toMatchObject({ inForce: 2 });
    expect(at(began(1), quarantined(2), released(3))).toBeNull();
  });

  test("keeps what was noted first of how it was, whoever begins it again", () => {
    const deeds = [began(1), began(2, { running: false }), quarantined(3)];
    expect(remediationOf(deeds).quarantines).toMatchObject([{ began: 1, before: { running: true } }]);
  });

  test("is over where somebody undid it, and to be done again where the service itself did", () => {
    const deeds = [began(1), quarantined(2)];
    expect(openQuarantine(remediationOf([...deeds, slipped(3, false)]))).toBeNull();
    expect(openQuarantine(remediationOf([...deeds, slipped(3, true)]))).toMatchObject({ inForce: null });
    expect(openQuarantine(remediationOf([...deeds, slipped(3, true), quarantined(4)]))).toMatchObject({
      inForce: 4,
    });
  });

  test("is the same whatever the order in which its facts are known", () => {
    const deeds = [began(1), quarantined(2), released(3), began(4), quarantined(5)];
    expect(remediationOf(deeds.toReversed())).toEqual(remediationOf(deeds));
  });
});

describe("what nobody was told of", () => {
  const untold = (...deeds: Dated[]) => remediationOf(deeds).untold.map(({ happened }) => happened);

  test("is what was done since the last word of it", () => {
    expect(untold(began(1), quarantined(2))).toEqual(["quarantined"]);
    expect(untold(began(1), quarantined(2), notified(2, ["quarantined"]))).toEqual([]);
    const past = [began(1), quarantined(2), notified(2, ["quarantined"])];
    expect(untold(...past, slipped(3, false))).toEqual(["slipped"]);
    expect(untold(...past, slipped(3, false), notified(3, ["slipped"]))).toEqual([]);
    expect(untold(...past, slipped(3, true))).toEqual([]);
    expect(untold(notified(1), began(2), quarantined(3), released(4))).toEqual(["quarantined", "released"]);
  });

  test("is not a release that had nothing to give back, unless somebody changed something", () => {
    expect(untold(began(1), released(2, {} as { running: boolean }))).toEqual([]);
    const conflicts = [{ field: "running", ours: false, found: "hibernating" }];
    expect(untold(began(1), { ...released(2), conflicts } as Dated)).toEqual(["conflict"]);
  });
});

test("what failed is forgotten when it goes well, and only that", () => {
  const deeds = [
    refused(1, "notify"),
    refused(2, "tag"),
    refused(3, "notify"),
    notified(4),
    refused(5, "inspect"),
  ];
  expect(remediationOf(deeds).refusals.map(({ at }) => at)).toEqual([2, 5]);
});

describe("the stage of a resource", () => {
  test("is what was last done", () => {
    expect(stageOf(remediationOf([]))).toBeNull();
    expect(stageOf(remediationOf([notified(1)]))).toEqual({
      stage: "notified",
      since: 1,
      remedy: null,
      deadline: 11,
    });
    expect(stageOf(remediationOf([notified(1), began(2)]))).toMatchObject({
      stage: "quarantining",
      since: 2,
    });
    expect(stageOf(remediationOf([notified(1), began(2), quarantined(3)]))).toMatchObject({
      stage: "quarantined",
    });
    const over = [notified(1), began(2), quarantined(3), slipped(4, false)];
    expect(stageOf(remediationOf(over))).toMatchObject({ stage: "slipped", since: 4 });
    expect(stageOf(remediationOf([...over, notified(5)]))).toMatchObject({ stage: "notified", since: 5 });
  });

  test("is not changed by a word about what was done", () => {
    expect(stageOf(remediationOf([notified(1), notified(9, ["released"])]))).toMatchObject({ since: 1 });
  });
});
