import { describe } from "vitest";
import { ledgerContract } from "../contracts/ledger/contract.ts";
import { DYNAMODB } from "./local/store.ts";

describe("the ledger in DynamoDB", () => ledgerContract(DYNAMODB));
