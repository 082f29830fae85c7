import type { Approval } from "@tagledger/core/ledger/approval";
import { START } from "@tagledger/core/ledger/testing/records";
import { makeApproval } from "@tagledger/core/ledger/testing/remedies";
import type { Ledger } from "@tagledger/core/ports";
import { expect, test } from "vitest";
import { TEXTS } from "./texts.ts";

/** What every ledger holds of rules that were turned on. */
export function approvalContract(open: () => Promise<Ledger>): void {
  const approve = (ledger: Ledger, given: Partial<Approval>) =>
    ledger.transact([{ kind: "approval", approval: makeApproval(given) }]);

  test("are none at first", async () => {
    expect(await (await open()).approvals()).toEqual([]);
  });

  test("are listed by time, then by rule", async () => {
    const ledger = await open();
    const given = [
      { rule: "a", at: START + 2 },
      { rule: "d", at: START },
      { rule: "b", at: START + 1 },
      { rule: "c", at: START },
    ];
    for (const each of given) expect(await approve(ledger, each)).toEqual({ done: true });
    expect((await ledger.approvals()).map(({ rule }) => rule)).toEqual(["c", "d", "b", "a"]);
  });

  test("are as was said last, whenever that was", async () => {
    const ledger = await open();
    await approve(ledger, { at: START + 1 });
    const last = {
      by: "bob",
      override: "asked for by the owner",
      figures: [],
      place: "enforcement.rules[3]",
    };
    await approve(ledger, last);
    expect(await ledger.approvals()).toEqual([makeApproval(last)]);
  });

  test("keep who said so when others are forgotten", async () => {
    const ledger = await open();
    await approve(ledger, {});
    await ledger.forget({ personalBefore: START + 1, expiredBy: START + 1 });
    expect(await ledger.approvals()).toEqual([makeApproval()]);
  });

  test("are of any rule", async () => {
    const ledger = await open();
    for (const rule of TEXTS) await approve(ledger, { rule });
    expect(new Set((await ledger.approvals()).map(({ rule }) => rule))).toEqual(new Set(TEXTS));
  });
}
