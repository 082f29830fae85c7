import { snapshotRecordsContract } from "./snapshots/contract.ts";
import { holdLocalStoresTo } from "./stores/local.ts";

holdLocalStoresTo(snapshotRecordsContract);
