import { billRecordsIn } from "@tagledger/adapters/ledger/bills/records";
import type { Change, ItemStore } from "@tagledger/adapters/ledger/items";
import { memoryItems } from "@tagledger/adapters/memory/items";
import { expect, test } from "vitest";
import type { WithStore } from "../stores/with-store.ts";
import { begin, courseOf, everything, keysOf, restate } from "./restatement.ts";
import { watched } from "./watched.ts";

class Killed extends Error {}

/** What is left where somebody is killed, and what the next try makes of it. */
export function crashContract(withStore: WithStore): void {
  test.each(["before", "after"] as const)(
    "is killed %s any write leaves a month of one version, and the next try ends with nothing left over",
    (when) =>
      withStore(async (store) => {
        const writes = (await courseOf("2026-09")).then.length;
        for (let call = 0; call < writes; call += 1) {
          const period = `${(when === "before" ? 2000 : 3000) + call}-09`;
          const { before, after } = await courseOf(period);
          await begin(store, period);
          await expect(restate(dying(store, call, when), period)).rejects.toThrow(Killed);
          const records = billRecordsIn(store);
          expect([before, after]).toContainEqual(await everything(records, period));
          await restate(store, period);
          expect(await everything(records, period), `killed ${when} write ${call}`).toEqual(after);
          expect(await keysOf(store, period)).toEqual(await undisturbed(period));
        }
      }),
  );
}

/** A store whose user dies at one write, and does nothing any more. */
function dying(store: ItemStore, call: number, when: "before" | "after"): ItemStore {
  let begun = 0;
  let ended = 0;
  const writing = async (changes: readonly Change[] | null) => {
    if (changes === null ? when === "after" && ended++ >= call : begun++ > call) throw new Killed();
    if (changes !== null && when === "before" && begun > call) throw new Killed();
  };
  return watched(store, { writing });
}

async function undisturbed(period: string): Promise<string[]> {
  const store = memoryItems();
  await begin(store, period);
  await restate(store, period);
  return keysOf(store, period);
}
