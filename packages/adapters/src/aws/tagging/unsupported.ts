import type { Refusal } from "@tagledger/core/remediation/refusal";

/** That something cannot be done to a resource like this. */
export function unsupported(message: string): Refusal {
  return { refused: "unsupported", message };
}
