import { billRecordsContract } from "./bills/contract.ts";
import { holdLocalStoresTo } from "./stores/local.ts";

holdLocalStoresTo(billRecordsContract);
