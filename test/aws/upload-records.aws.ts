import { uploadRecordsContract } from "../contracts/uploads/contract.ts";
import { holdDynamodbTo } from "./local/dynamodb-store.ts";

holdDynamodbTo(uploadRecordsContract);
