import { createHash } from "node:crypto";
import type { Hash } from "@tagledger/core/ports";

/** SHA-256 of Node's own. */
export const nodeHash: Hash = {
  sha256: (text) => createHash("sha256").update(text, "utf8").digest("hex"),
};
