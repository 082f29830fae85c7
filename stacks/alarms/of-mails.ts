import { counted, DAY } from "./metrics.ts";
import { ofDailyWork } from "./of-work.ts";
import type { Watch } from "./watch.ts";

/** What somebody is to look at of mail. */
export function ofMails(queue: sst.aws.Queue): readonly Watch[] {
  return [
    ...ofDailyWork(queue, {
      work: "mails",
      waits: "A month waits too long to be mailed, or is tried again and again.",
      idle: "For two days nobody had what is due mailed: are the rules on?",
    }),
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
