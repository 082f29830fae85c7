import { storesIn } from "@tagledger/adapters/ledger/stores";
import { describe } from "vitest";
import type { WithStore } from "../stores/with-store.ts";
import { damageContract } from "./damage.ts";
import { detailsContract } from "./details.ts";
import { keepingContract } from "./keeping.ts";
import { stateContract } from "./states.ts";
import type { WithSnapshots } from "./stores.ts";

/** What every store has to keep of snapshots. */
export function snapshotRecordsContract(name: string, withStore: WithStore): void {
  const withSnapshots: WithSnapshots = (use) => withStore((store) => use(storesIn(store)));

  describe(`${name}, of snapshots,`, () => {
    describe("a snapshot", () => keepingContract(withSnapshots));
    describe("what its money is made of", () => detailsContract(withStore));
    describe("what is known of a period", () => stateContract(withSnapshots));
    describe("is not taken for what was kept", () => damageContract(withStore));
  });
}
