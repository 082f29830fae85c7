import type { IsTrackingServerActive, TrackingServerStatus } from "@aws-sdk/client-sagemaker";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeSought } from "../../inventory/testing/make-sought.ts";
import { type Answering, ServiceError, startAnswering } from "../testing/answering.ts";
import { type Quarantine, quarantineOf } from "../testing/quarantine.ts";
import { trackingServer } from "./tracking-server.ts";

const RUNS = makeSought("sagemaker", "mlflow-tracking-server/runs");

let status: TrackingServerStatus;
let active: IsTrackingServerActive;
let answering: Answering;
let stop: Quarantine;

beforeEach(async () => {
  status = "Created";
  active = "Active";
  answering = await startAnswering({
    DescribeMlflowTrackingServer: ({ TrackingServerName }) => {
      if (TrackingServerName !== "runs") throw new ServiceError("ResourceNotFound");
      return { TrackingServerName, TrackingServerStatus: status, IsActive: active };
    },
    StopMlflowTrackingServer: () => begin("Stopping", "Active"),
    StartMlflowTrackingServer: () => begin("Starting", "Inactive"),
  });
  stop = quarantineOf(trackingServer, "sagemaker:stop-tracking-server", answering.clients, RUNS);
});

afterEach(() => answering.stop());

test("a tracking server is stopped once, and started again when it has stopped", async () => {
  const ours = await stop.aim();
  expect([await stop.now(), ours]).toEqual([{ running: true }, { running: false }]);
  await stop.set(ours);
  await stop.set(ours);
  expect([await stop.now(), status]).toEqual([ours, "Stopping"]);
  await expect(stop.set({ running: true })).rejects.toMatchObject({ name: "ConflictException" });
  status = "Stopped";
  active = "Inactive";
  await stop.set({ running: true });
  await stop.set({ running: true });
  expect([await stop.now(), status]).toEqual([{ running: true }, "Starting"]);
});

test.each<[TrackingServerStatus, IsTrackingServerActive, boolean]>([
  ["Updated", "Active", true],
  ["UpdateFailed", "Inactive", false],
  ["StopFailed", "Active", true],
  ["StartFailed", "Inactive", false],
  ["Creating", "Inactive", true],
])("a tracking server that is %s and %s runs: %s", async (is, isActive, running) => {
  status = is;
  active = isActive;
  expect(await stop.now()).toEqual({ running });
});

test("a tracking server that is not there is none", async () => {
  const gone = makeSought("sagemaker", "mlflow-tracking-server/gone");
  expect(await trackingServer.inspect(answering.clients, gone)).toBeNull();
});

function begin(next: TrackingServerStatus, from: IsTrackingServerActive): object {
  if (active !== from || status === "Stopping" || status === "Starting") {
    throw new ServiceError("ConflictException");
  }
  status = next;
  return { TrackingServerArn: RUNS.arn };
}
