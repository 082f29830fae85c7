import { mailRecordsContract } from "./mail/contract.ts";
import { holdLocalStoresTo } from "./stores/local.ts";

holdLocalStoresTo(mailRecordsContract);
