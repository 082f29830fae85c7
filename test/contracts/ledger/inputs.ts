import type { InputRecord } from "@tagledger/core/ledger/records";
import { makeInput, START } from "@tagledger/core/ledger/testing/records";
import type { Ledger } from "@tagledger/core/ports";
import { expect, test } from "vitest";
import { TEXTS } from "./texts.ts";

/** What every ledger holds of inputs. */
export function inputContract(open: () => Promise<Ledger>): void {
  const remember = (ledger: Ledger, given: Partial<InputRecord>) =>
    ledger.transact([{ kind: "input", input: makeInput(given) }]);

  test("are not there before", async () => {
    const ledger = await open();
    expect(await ledger.input("logs/")).toBeNull();
    expect(await ledger.inputs()).toEqual([]);
  });

  test("are remembered as they were read last", async () => {
    const ledger = await open();
    await remember(ledger, {});
    const broken = {
      fingerprint: "beef",
      at: START + 1,
      outcome: "broken",
      problem: "b.gz: ends early",
      counts: {},
    } as const;
    await remember(ledger, broken);
    expect(await ledger.input("logs/")).toEqual(makeInput(broken));
    expect(await ledger.inputs()).toEqual([makeInput(broken)]);
  });

  test("are listed by source", async () => {
    const ledger = await open();
    for (const source of ["c", "a", "b"]) await remember(ledger, { source });
    expect((await ledger.inputs()).map(({ source }) => source)).toEqual(["a", "b", "c"]);
  });

  test("may be called anything", async () => {
    const ledger = await open();
    for (const source of TEXTS) await remember(ledger, { source });
    for (const source of TEXTS) expect(await ledger.input(source)).toEqual(makeInput({ source }));
    expect(await ledger.inputs()).toHaveLength(TEXTS.length);
  });
}
