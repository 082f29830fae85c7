import type { Allocation } from "../allocation.ts";
import type { Api } from "../api.ts";
import type { Bills } from "../bills.ts";
import type { Events } from "../enforcement.ts";
import type { Made } from "../function.ts";
import type { Mail } from "../mail.ts";
import type { Runs } from "../schedules.ts";
import type { Told } from "../told.ts";
import { counted, DAY, HOUR, MINUTE, ofQueue } from "./metrics.ts";
import { ofAnswers } from "./of-answers.ts";
import { ofAllocations, ofBills } from "./of-bills.ts";
import { ofMails } from "./of-mails.ts";
import type { Watch } from "./watch.ts";

/** How often a sweep runs. */
const SWEEP = 6 * HOUR;
/** How long what is due may wait, in seconds: some runs. */
const LATE = 15 * MINUTE;

/** What a deployment makes that can go wrong. */
export interface Deployed {
  readonly events: Events;
  readonly bills: Bills;
  readonly allocations: Allocation;
  readonly mails: Mail;
  readonly answers: Api;
  readonly runs: Runs;
}

/** All that somebody is to look at. */
export function watched(
  { names }: Told,
  { events, bills, allocations, mails, answers, runs }: Deployed,
): readonly Watch[] {
  const all = [events, bills, allocations, mails, answers, runs];
  const deadLetters = all.flatMap((each) => Object.entries(each.deadLetters));
  return [
    ...all.flatMap(({ functions }) => functions).flatMap((made) => ofFunction(made, names.ours)),
    ...deadLetters.map(([name, queue]) => ofDeadLetters(name, queue)),
    ...ofEvents(events.queue),
    ...ofBills(bills.queue),
    ...ofAllocations(allocations.queue),
    ...ofMails(mails.queue),
    ...ofAnswers(answers),
    ...OF_WORK,
    ...OF_SWEEPS,
  ];
}

/** What the function that does what is due counts in every run. */
const OF_WORK: readonly Watch[] = [
  {
    ...counted("on-due", "OldestDueSeconds"),
    name: "oldest-due",
    meaning: "What is due is not done in time, or nothing that is due is done at all.",
    statistic: "Maximum",
    threshold: LATE,
    period: 5 * MINUTE,
    periods: 3,
    // It is counted every minute: without it nobody works.
    missing: "breaching",
  },
  {
    ...counted("on-due", "BreakersOpen"),
    name: "breaker-open",
    meaning: "A breaker holds remedies back: more was to be done in an hour than the configuration allows.",
    statistic: "Maximum",
    threshold: 0,
    period: 5 * MINUTE,
    periods: 1,
    // Until it is counted again, it stands as it stood.
    missing: "ignore",
  },
  {
    ...counted("on-due", "EventsRefused"),
    name: "events-refused",
    meaning: "The bus does not take the events that we publish; they wait, and are handed over again.",
    statistic: "Sum",
    threshold: 0,
    period: 5 * MINUTE,
    periods: 3,
    missing: "notBreaching",
  },
  {
    ...counted("on-due", "RemediesRefused"),
    name: "remedies-refused",
    meaning: "AWS refuses what is to be done about resources; they stay as they are, and are tried again.",
    statistic: "Sum",
    threshold: 0,
    period: HOUR,
    periods: 1,
    missing: "notBreaching",
  },
  {
    ...counted("on-due", "MessagesFailed"),
    name: "messages-failed",
    meaning: "Owners are not told: mail, SNS or Slack does not take our messages.",
    statistic: "Sum",
    threshold: 0,
    period: HOUR,
    periods: 1,
    missing: "notBreaching",
  },
];

/** What sweeps count: one that breaks off once may have met a list that was busy. */
const OF_SWEEPS: readonly Watch[] = [
  {
    ...counted("sweep", "SweepsBrokenOff"),
    name: "sweep-broken-off",
    meaning: "Sweeps of an account break off, so that what no event told of stays unknown there.",
    statistic: "Sum",
    threshold: 0,
    period: SWEEP,
    periods: 2,
    missing: "notBreaching",
  },
  {
    ...counted("sweep", "SweepsLeft"),
    name: "sweep-left",
    meaning: "Sweeps do not come to all accounts in the time that they have.",
    statistic: "Sum",
    threshold: 0,
    period: SWEEP,
    periods: 2,
    missing: "notBreaching",
  },
];

function ofFunction({ name }: Made, ours: string): readonly Watch[] {
  const common = {
    namespace: "AWS/Lambda",
    dimensions: { FunctionName: `${ours}-${name}` },
    statistic: "Sum",
    comparison: "GreaterThanThreshold",
    threshold: 0,
    period: 5 * MINUTE,
    // The next minute does what one run could not, and the clock may strike twice.
    periods: name === "on-due" ? 3 : 1,
    // What does not run does not fail.
    missing: "notBreaching",
  } as const;
  return [
    { ...common, name: `${name}-errors`, metric: "Errors", meaning: `Runs of ${name} fail.` },
    {
      ...common,
      name: `${name}-throttles`,
      metric: "Throttles",
      meaning: `Runs of ${name} find no room: the account's concurrency is used up, or runs overlap.`,
    },
  ];
}

function ofDeadLetters(name: string, queue: sst.aws.Queue): Watch {
  return {
    ...ofQueue(queue, "ApproximateNumberOfMessagesVisible"),
    name: `dead-letters-${name}`,
    meaning: `Something could not be done, and waits in ${name} for somebody to look at it.`,
    threshold: 0,
    periods: 1,
  };
}

function ofEvents(queue: sst.aws.Queue): readonly Watch[] {
  return [
    {
      ...ofQueue(queue, "ApproximateAgeOfOldestMessage"),
      name: "events-waiting",
      meaning: "Events wait too long to be taken in.",
      threshold: LATE,
      periods: 3,
    },
    {
      ...ofQueue(queue, "NumberOfMessagesSent"),
      name: "no-events",
      meaning:
        "No event came for a day: is there a trail with management events, and are the rules on? It goes off with the first " +
        "deployment, until the first event came.",
      statistic: "Sum",
      comparison: "LessThanThreshold",
      threshold: 1,
      period: DAY,
      periods: 1,
      // A queue into which nothing comes counts nothing.
      missing: "breaching",
    },
  ];
}
