import { test } from "vitest";
import { sameOutcomes } from "./ledger/outcomes.ts";
import { STORES } from "./ledger/stores.ts";

test("every store comes to the same, whatever is done", { timeout: 60_000 }, () => sameOutcomes(STORES, 150));
