import type { Schedule } from "@aws-sdk/client-glue";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeSought } from "../inventory/testing/make-sought.ts";
import { crawler } from "./glue.ts";
import { type Answering, ServiceError, startAnswering } from "./testing/answering.ts";
import { type Quarantine, quarantineOf } from "./testing/quarantine.ts";

const NIGHTLY = "cron(15 2 * * ? *)";
const CLICKS = makeSought("glue", "crawler/clicks");

let schedule: Schedule | undefined;
let answering: Answering;
let stop: Quarantine;

beforeEach(async () => {
  schedule = { ScheduleExpression: NIGHTLY, State: "SCHEDULED" };
  answering = await startAnswering({
    GetCrawler: ({ Name }) => {
      if (Name !== "clicks") throw new ServiceError("EntityNotFoundException");
      return { Crawler: { Name, State: "READY", Schedule: schedule } };
    },
    StartCrawlerSchedule: () => become("SCHEDULED", "SchedulerRunningException"),
    StopCrawlerSchedule: () => become("NOT_SCHEDULED", "SchedulerNotRunningException"),
  });
  stop = quarantineOf(crawler, "glue:stop-crawler-schedule", answering.clients, CLICKS);
});

afterEach(() => answering.stop());

test("a crawler's schedule is stopped once, and started again", async () => {
  const before = { scheduled: true };
  expect(await stop.now()).toEqual(before);
  const ours = await stop.aim();
  await stop.set(ours);
  await stop.set(ours);
  expect([await stop.now(), schedule?.State]).toEqual([ours, "NOT_SCHEDULED"]);
  await stop.set(before);
  await stop.set(before);
  expect([await stop.now(), schedule?.State]).toEqual([before, "SCHEDULED"]);
});

test("a crawler that never had a schedule has none to stop", async () => {
  schedule = undefined;
  expect(await stop.now()).toBeUndefined();
  schedule = { ScheduleExpression: "", State: "NOT_SCHEDULED" };
  expect(await stop.now()).toBeUndefined();
});

test("nobody knows what becomes of a schedule that changes, which takes no other change", async () => {
  schedule = { ScheduleExpression: NIGHTLY, State: "TRANSITIONING" };
  expect(await stop.now()).toBeUndefined();
  await expect(stop.set({ scheduled: false })).rejects.toMatchObject({
    name: "SchedulerTransitioningException",
  });
});

test("a crawler that is not there is none", async () => {
  const other = makeSought("glue", "crawler/other");
  expect(await crawler.inspect(answering.clients, other)).toBeNull();
});

function become(state: "SCHEDULED" | "NOT_SCHEDULED", error: string): object {
  if (schedule?.State === "TRANSITIONING") throw new ServiceError("SchedulerTransitioningException");
  if (schedule?.State === state) throw new ServiceError(error);
  schedule = { ...schedule, State: state };
  return {};
}
