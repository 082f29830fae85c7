import { mailRecordsContract } from "../contracts/mail/contract.ts";
import { holdDynamodbTo } from "./local/dynamodb-store.ts";

holdDynamodbTo(mailRecordsContract);
