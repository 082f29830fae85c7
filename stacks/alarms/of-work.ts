import { DAY, HOUR, ofQueue } from "./metrics.ts";
import type { Watch } from "./watch.ts";

/** What is said of a queue of work. */
interface Words {
  /** What is in it, as `bills`. */
  readonly work: string;
  readonly waits: string;
  readonly idle: string;
}

/** What somebody is to look at of a queue into which the clock puts something once a day. */
export function ofDailyWork(queue: sst.aws.Queue, { work, waits, idle }: Words): readonly Watch[] {
  return [
    {
      ...ofQueue(queue, "ApproximateAgeOfOldestMessage"),
      name: `${work}-waiting`,
      meaning: waits,
      threshold: 6 * HOUR,
      periods: 3,
    },
    {
      ...ofQueue(queue, "NumberOfMessagesSent"),
      name: `no-${work}`,
      meaning: idle,
      statistic: "Sum",
      comparison: "LessThanThreshold",
      threshold: 1,
      period: DAY,
      // The clock strikes once a day, and may do so just before a day begins and just after it ended.
      periods: 2,
      missing: "breaching",
    },
  ];
}
