import { test } from "vitest";
import { sameOutcomes } from "../contracts/ledger/outcomes.ts";
import { STORES } from "../contracts/ledger/stores.ts";
import { DYNAMODB } from "./local/store.ts";

test("DynamoDB comes to the same as memory, whatever is done", () =>
  sameOutcomes([...STORES.slice(0, 1), DYNAMODB], 50));
