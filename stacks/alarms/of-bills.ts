import { counted, DAY, HOUR } from "./metrics.ts";
import { ofDailyWork } from "./of-work.ts";
import type { Watch } from "./watch.ts";

/** What somebody is to look at where bills are taken in. */
export function ofBills(queue: sst.aws.Queue): readonly Watch[] {
  return [
    ...ofDailyWork(queue, {
      work: "bills",
      waits: "A bill waits too long to be taken in, or is tried again and again.",
      idle: "For two days nobody had places of bills looked at: are the rules on?",
    }),
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
    ...ofDailyWork(queue, {
      work: "allocations",
      waits: "A month waits too long to be divided, or is tried again and again.",
      idle: "For two days nobody had open months divided: are the rules on?",
    }),
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
