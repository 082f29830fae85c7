import { billPublishedType } from "./bill-published.ts";
import { budgetCrossedType } from "./budget-crossed.ts";
import type { EventType } from "./event-type.ts";
import { quarantinedType } from "./resource-quarantined.ts";
import { releasedType } from "./resource-released.ts";
import { repairedType } from "./resource-repaired.ts";
import { violatingType } from "./resource-violating.ts";
import { snapshotPublishedType } from "./snapshot-published.ts";

/** All events that others can hear. */
export const EVENT_TYPES: readonly EventType[] = [
  violatingType,
  repairedType,
  quarantinedType,
  releasedType,
  billPublishedType,
  snapshotPublishedType,
  budgetCrossedType,
];
