import { type CloudTrailEvent, isUnreadable, parseEvent } from "@tagledger/core/catalog/event";
import { type Company, createCompany } from "../../company.ts";
import { createRandom } from "../../random.ts";
import type { LogFile } from "../layout.ts";
import { createTrail } from "../trail.ts";

/** A company with its log. */
export interface Sample {
  readonly company: Company;
  readonly files: readonly LogFile[];
  /** Every record as it was delivered, and so some of them twice. */
  readonly records: readonly string[];
  /** Every event once, in the order of delivery. */
  readonly events: readonly CloudTrailEvent[];
}

/** The company of a seed, and its log as it is read. */
export function sampleOf(seed: string): Sample {
  const random = createRandom(seed);
  const company = createCompany(random.fork("company"));
  const files = createTrail(company, random.fork("trail"));
  const records = files.flatMap((file) => file.records);
  return { company, files, records, events: [...new Set(records)].map(eventOf) };
}

function eventOf(record: string): CloudTrailEvent {
  const event = parseEvent(JSON.parse(record));
  if (isUnreadable(event)) throw new TypeError(event.unreadable);
  return event;
}
