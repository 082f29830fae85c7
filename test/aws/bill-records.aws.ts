import { billRecordsContract } from "../contracts/bills/contract.ts";
import { holdDynamodbTo } from "./local/dynamodb-store.ts";

holdDynamodbTo(billRecordsContract);
