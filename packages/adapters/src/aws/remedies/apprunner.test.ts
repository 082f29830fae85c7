import type { OperationType, ServiceStatus } from "@aws-sdk/client-apprunner";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeSought } from "../inventory/testing/make-sought.ts";
import { appRunner } from "./apprunner.ts";
import { type Answering, ServiceError, startAnswering } from "./testing/answering.ts";
import { type Quarantine, quarantineOf } from "./testing/quarantine.ts";

const SCORER = makeSought("apprunner", "service/scorer/8fe1e10304f84fd2b0df550fe98a71fa");

let status: ServiceStatus | null;
let operations: OperationType[];
let answering: Answering;
let pause: Quarantine;

beforeEach(async () => {
  status = "RUNNING";
  operations = ["CREATE_SERVICE"];
  answering = await startAnswering({
    DescribeService: () => ({ Service: service() }),
    ListOperations: () => ({ OperationSummaryList: operations.map((Type) => ({ Type })) }),
    PauseService: () => begin("PAUSE_SERVICE", "RUNNING"),
    ResumeService: () => begin("RESUME_SERVICE", "PAUSED"),
  });
  pause = quarantineOf(appRunner, "apprunner:pause", answering.clients, SCORER);
});

afterEach(() => answering.stop());

test("a service that is being paused is as good as paused, and is resumed when that is done", async () => {
  const before = await pause.now();
  expect(before).toEqual({ running: true });
  const ours = await pause.aim();
  await pause.set(ours);
  expect([await pause.now(), status]).toEqual([{ running: false }, "OPERATION_IN_PROGRESS"]);
  await expect(pause.set({ running: true })).rejects.toMatchObject({ name: "InvalidStateException" });
  status = "PAUSED";
  await pause.set({ running: true });
  expect([await pause.now(), status]).toEqual([before, "OPERATION_IN_PROGRESS"]);
});

test("what is paused already is not paused again", async () => {
  await pause.set({ running: false });
  await pause.set({ running: false });
  expect(answering.calls.filter((call) => call === "PauseService")).toHaveLength(1);
});

test.each<[OperationType, boolean]>([
  ["START_DEPLOYMENT", true],
  ["UPDATE_SERVICE", true],
  ["DELETE_SERVICE", false],
])("during %s a service runs: %s", async (operation, running) => {
  status = "OPERATION_IN_PROGRESS";
  operations.unshift(operation);
  expect(await pause.now()).toEqual({ running });
});

test.each([null, "DELETED" as const])("a service that is %s is not there", async (gone) => {
  status = gone;
  expect(await pause.now()).toBeNull();
  await expect(pause.set({ running: false })).rejects.toMatchObject({
    name: gone === null ? "ResourceNotFoundException" : "InvalidStateException",
  });
});

function service() {
  if (status === null) throw new ServiceError("ResourceNotFoundException");
  return { ServiceName: "scorer", ServiceArn: SCORER.arn, Status: status };
}

/** App Runner does one thing at a time, and pauses only what runs. */
function begin(operation: OperationType, from: ServiceStatus) {
  const Service = service();
  if (status !== from) throw new ServiceError("InvalidStateException");
  status = "OPERATION_IN_PROGRESS";
  operations.unshift(operation);
  return { OperationId: operation, Service };
}
