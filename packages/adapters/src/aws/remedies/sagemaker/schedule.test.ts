import type { ScheduleStatus } from "@aws-sdk/client-sagemaker";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeSought } from "../../inventory/testing/make-sought.ts";
import { type Answering, ServiceError, startAnswering } from "../testing/answering.ts";
import { type Quarantine, quarantineOf } from "../testing/quarantine.ts";
import { schedule } from "./schedule.ts";

const DRIFT = makeSought("sagemaker", "monitoring-schedule/drift");

let status: ScheduleStatus;
let answering: Answering;
let stop: Quarantine;

beforeEach(async () => {
  status = "Scheduled";
  answering = await startAnswering({
    DescribeMonitoringSchedule: ({ MonitoringScheduleName }) => {
      if (MonitoringScheduleName !== "drift") throw new ServiceError("ResourceNotFound");
      return { MonitoringScheduleName, MonitoringScheduleStatus: status };
    },
    StopMonitoringSchedule: () => {
      status = "Stopped";
      return {};
    },
    StartMonitoringSchedule: () => {
      status = "Scheduled";
      return {};
    },
  });
  stop = quarantineOf(schedule, "sagemaker:stop-schedule", answering.clients, DRIFT);
});

afterEach(() => answering.stop());

test("a schedule is stopped once, and started again", async () => {
  const ours = await stop.aim();
  await stop.set(ours);
  await stop.set(ours);
  expect([await stop.now(), status]).toEqual([{ scheduled: false }, "Stopped"]);
  await stop.set({ scheduled: true });
  await stop.set({ scheduled: true });
  expect([await stop.now(), status]).toEqual([{ scheduled: true }, "Scheduled"]);
  expect(answering.calls.filter((call) => !call.startsWith("Describe"))).toEqual([
    "StopMonitoringSchedule",
    "StartMonitoringSchedule",
  ]);
});

test("nobody knows what becomes of a schedule that is pending, so what is wanted is asked for", async () => {
  status = "Pending";
  expect(await stop.now()).toBeUndefined();
  await stop.set({ scheduled: false });
  expect(await stop.now()).toEqual({ scheduled: false });
});

test("a schedule that is not there is none", async () => {
  const gone = makeSought("sagemaker", "monitoring-schedule/gone");
  expect(await schedule.inspect(answering.clients, gone)).toBeNull();
});
