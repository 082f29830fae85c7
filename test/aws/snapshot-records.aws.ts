import { snapshotRecordsContract } from "../contracts/snapshots/contract.ts";
import { holdDynamodbTo } from "./local/dynamodb-store.ts";

holdDynamodbTo(snapshotRecordsContract);
