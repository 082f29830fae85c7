import type { Approval } from "@tagledger/core/ledger/approval";
import { decode, encode } from "./codec.ts";
import type { ItemStore, Put } from "./items.ts";
import { APPROVALS, approvalKey, WHOLE } from "./keys.ts";
import { textOf } from "./resource-items.ts";

/** Remembers that a rule was turned on, whatever was said of it before. */
export function approvalChange(approval: Approval): Put {
  return { item: { ...approvalKey(approval.rule), version: 1, body: encode(approval) } };
}

/** All rules that were ever turned on, ordered by time, then by rule. */
export async function listApprovals(store: ItemStore): Promise<Approval[]> {
  const found = await store.query({ partition: APPROVALS, ...WHOLE });
  // They are found by rule, and sorting leaves those of one instant so.
  return found.map((item) => decode(textOf(item)) as Approval).sort((a, b) => a.at - b.at);
}
