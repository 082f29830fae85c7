import { counted, DAY, HOUR, ofQueue } from "./metrics.ts";
import type { Watch } from "./watch.ts";

/** What somebody is to look at of mail. */
export function ofMails(queue: sst.aws.Queue): readonly Watch[] {
  return [
    {
      ...ofQueue(queue, "ApproximateAgeOfOldestMessage"),
      name: "mails-waiting",
      meaning: "A month waits too long to be mailed, or is tried again and again.",
      threshold: 6 * HOUR,
      periods: 3,
    },
    {
      ...ofQueue(queue, "NumberOfMessagesSent"),
      name: "no-mails",
      meaning: "For two days nobody had what is due mailed: are the rules on?",
      statistic: "Sum",
      comparison: "LessThanThreshold",
      threshold: 1,
      period: DAY,
      // The clock strikes once a day, and may do so just before a day begins and just after it ended.
      periods: 2,
      missing: "breaching",
    },
    {
      ...counted("monthly-email", "MailsReturned"),
      name: "mails-returned",
      meaning: "Mail came back for good, or its reader complained; nothing is sent there any more.",
      statistic: "Sum",
      threshold: 0,
      period: DAY,
      periods: 1,
      missing: "notBreaching",
    },
  ];
}
