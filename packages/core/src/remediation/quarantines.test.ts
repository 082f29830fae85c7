import { describe, expect, test } from "vitest";
import { historyOf } from "./history.ts";
import { type Dated, openQuarantine, remediationOf } from "./remediation.ts";
import { stageOf } from "./stage.ts";

const [ISOLATE, STOP] = ["ec2:isolate", "ec2:stop"];

function began(remedy: string, at: number): Dated {
  const [before, ours] = [{ running: true }, { running: false }];
  return { kind: "began", remedy, rule: "enforcement.default", before, ours, usdPerHour: null, at };
}

function released(remedy: string, at: number, restored = {}): Dated {
  return { kind: "released", remedy, by: null, restored, conflicts: [], at };
}

const told = (deeds: readonly Dated[]) => remediationOf(deeds).untold.map(({ happened }) => happened);

describe("a quarantine that was only begun", () => {
  const deeds = [began(ISOLATE, 1), released(ISOLATE, 2)];

  test("counts for nothing when it is taken back", () => {
    const remediation = remediationOf(deeds);
    expect(openQuarantine(remediation)).toBeNull();
    expect(historyOf(remediation).quarantinedAt).toEqual([]);
    expect(stageOf(remediation)).toBeNull();
    expect(told(deeds)).toEqual([]);
  });

  test("counts, from its end, where there was something to give back", () => {
    const remediation = remediationOf([began(STOP, 1), released(STOP, 2, { running: true })]);
    expect(historyOf(remediation).quarantinedAt).toEqual([2]);
    expect(stageOf(remediation)).toMatchObject({ stage: "released", remedy: STOP });
  });

  test("makes way for another at the same instant", () => {
    const all = [...deeds, began(STOP, 2), { kind: "quarantined", remedy: STOP, at: 2 } as const];
    for (const order of [all, all.toReversed()]) {
      const remediation = remediationOf(order);
      expect(openQuarantine(remediation)).toMatchObject({ remedy: STOP, inForce: 2 });
      expect(remediation.quarantines).toMatchObject([
        { remedy: ISOLATE, tookEffect: false },
        { remedy: STOP },
      ]);
      expect(told(order)).toEqual(["quarantined"]);
    }
  });
});

describe("a quarantine that was in force", () => {
  const deeds = [began(STOP, 1), { kind: "quarantined", remedy: STOP, at: 2 } as const];

  test("is told to be over also where there was nothing left to give back", () => {
    expect(told([...deeds, released(STOP, 3)])).toEqual(["quarantined", "released"]);
  });

  test("is in force again where the service undid it and it is done again at one instant", () => {
    const slipped = { kind: "slipped", remedy: STOP, found: { running: true }, bySelf: true, at: 9 } as const;
    const again = { kind: "quarantined", remedy: STOP, at: 9 } as const;
    const remediation = remediationOf([again, slipped, ...deeds]);
    expect(openQuarantine(remediation)).toMatchObject({ inForce: 9 });
    expect(historyOf(remediation).isQuarantined).toBe(true);
    expect(historyOf(remediationOf([slipped, ...deeds]))).toMatchObject({ quarantinedAt: [] });
  });

  test("is over when it is asked for, found in force, and given back at one instant", () => {
    const asked = { kind: "asked", by: "ines", reason: null, at: 2 } as const;
    const remediation = remediationOf([released(STOP, 2, { running: true }), asked, ...deeds]);
    expect(remediation.quarantines).toMatchObject([
      { inForce: 2, asked: { by: "ines" }, ended: { at: 2, how: "released" } },
    ]);
  });
});
