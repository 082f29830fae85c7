import { counted, DAY, HOUR, ofQueue } from "./metrics.ts";
import type { Watch } from "./watch.ts";

/** What somebody is to look at where bills are taken in. */
export function ofBills(queue: sst.aws.Queue): readonly Watch[] {
  return [
    {
      ...ofQueue(queue, "ApproximateAgeOfOldestMessage"),
      name: "bills-waiting",
      meaning: "A bill waits too long to be taken in, or is tried again and again.",
      threshold: 6 * HOUR,
      periods: 3,
    },
    {
      ...ofQueue(queue, "NumberOfMessagesSent"),
      name: "no-bills",
      meaning: "For two days nobody had places of bills looked at: are the rules on?",
      statistic: "Sum",
      comparison: "LessThanThreshold",
      threshold: 1,
      period: DAY,
      // The clock strikes once a day, and may do so just before a day begins and just after it ended.
      periods: 2,
      missing: "breaching",
    },
    {
      ...counted("on-bill-delivered", "BillsRefused"),
      name: "bills-refused",
      meaning: "A bill failed its checks; the version before is still read.",
      statistic: "Sum",
      threshold: 0,
      period: HOUR,
      periods: 1,
      missing: "notBreaching",
    },
  ];
}

/** What somebody is to look at where months are divided. */
export function ofAllocations(queue: sst.aws.Queue): readonly Watch[] {
  return [
    {
      ...ofQueue(queue, "ApproximateAgeOfOldestMessage"),
      name: "allocations-waiting",
      meaning: "A month waits too long to be divided, or is tried again and again.",
      threshold: 6 * HOUR,
      periods: 3,
    },
    {
      ...ofQueue(queue, "NumberOfMessagesSent"),
      name: "no-allocations",
      meaning: "For two days nobody had open months divided: are the rules on?",
      statistic: "Sum",
      comparison: "LessThanThreshold",
      threshold: 1,
      period: DAY,
      // The clock strikes once a day, and may do so just before a day begins and just after it ended.
      periods: 2,
      missing: "breaching",
    },
    {
      ...counted("allocate", "UsageUnreadable"),
      name: "usage-unreadable",
      meaning: "A source of usage cannot be read; shared costs are divided without it, or not anew.",
      statistic: "Sum",
      threshold: 0,
      period: DAY,
      periods: 1,
      missing: "notBreaching",
    },
  ];
}
