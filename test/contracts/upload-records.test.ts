import { holdLocalStoresTo } from "./stores/local.ts";
import { uploadRecordsContract } from "./uploads/contract.ts";

holdLocalStoresTo(uploadRecordsContract);
