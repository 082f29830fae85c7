import { ledgerIn } from "@tagledger/adapters/ledger/ledger";
import { memoryItems } from "@tagledger/adapters/memory/items";
import { makeApproval } from "@tagledger/core/ledger/testing/remedies";
import { onResourceEvent } from "../../functions/on-resource-event.ts";
import { makeContext } from "../functions/context.ts";
import { batchOf, envelopedText } from "../functions/invocations.ts";
import { configured } from "../functions/system.ts";
import { deliveries } from "../load/day.ts";
import { takeIn } from "../load/take-in.ts";
import { counted, noUnits } from "../load/units.ts";
import { countedSystem } from "./counted-system.ts";
import type { Part } from "./part.ts";

/** Enough for the mix of a day. */
const EVENTS = 4_000;

/** What an event asks of the ledger, and what looking up the rules does. */
export async function measureEvents(): Promise<{ readonly event: Part; readonly rules: Part }> {
  const units = noUnits();
  await takeIn(ledgerIn(counted(memoryItems(), () => units)), deliveries(EVENTS));
  const { system, part } = countedSystem(configured("{ default: { mode: observe, grace: 1h } }"));
  const [first] = deliveries(1);
  const { logs } = await part(1, () =>
    onResourceEvent(async () => system)(batchOf(envelopedText(first?.text ?? "")), makeContext()),
  );
  await system.kept.transact([{ kind: "approval", approval: makeApproval() }]);
  const rules = await part(1, () => system.kept.approvals());
  return { event: { of: EVENTS, units, logs: logs * EVENTS, events: 0, messages: 0 }, rules };
}
