import { describe } from "vitest";
import { ledgerContract } from "./ledger/contract.ts";
import { STORES } from "./ledger/stores.ts";

describe.each(STORES)("the ledger in $name", ledgerContract);
