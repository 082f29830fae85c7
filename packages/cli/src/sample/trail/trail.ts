import type { Company } from "../company.ts";
import type { Random } from "../random.ts";
import { createCalls } from "./calls.ts";
import { deliver } from "./delivery.ts";
import { filesOf, type LogFile } from "./layout.ts";

/** The month's audit log of the company, in the files in which CloudTrail delivers it. */
export function createTrail(company: Company, random: Random): LogFile[] {
  const calls = createCalls(company, random.fork("calls"));
  return filesOf(deliver(calls, random.fork("deliveries")), random.fork("files"));
}
