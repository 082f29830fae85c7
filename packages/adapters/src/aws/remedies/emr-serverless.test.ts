import type { ApplicationState, JobRunState } from "@aws-sdk/client-emr-serverless";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeSought } from "../inventory/testing/make-sought.ts";
import { emrServerless } from "./emr-serverless.ts";
import { type Answering, startAnswering } from "./testing/answering.ts";

const PATH = "/applications/00f1r1b7pk3h0a09";
const CLICKS = makeSought("emr-serverless", PATH);

let state: ApplicationState;
let jobs: JobRunState[];
let answering: Answering;

beforeEach(async () => {
  state = "STARTED";
  jobs = [];
  answering = await startAnswering({
    [`GET ${PATH}`]: () => ({ application: { applicationId: CLICKS.id, state } }),
    // A first page may be empty, though there are more.
    [`GET ${PATH}/jobruns`]: ({ states, nextToken }) =>
      nextToken === undefined
        ? { jobRuns: [], nextToken: "more" }
        : {
            jobRuns: jobs
              .filter((job) => Array.isArray(states) && states.includes(job))
              .map((job) => ({ state: job })),
          },
  });
});

afterEach(() => answering.stop());

test.each<[JobRunState, boolean]>([
  ["RUNNING", true],
  ["QUEUED", true],
  ["CANCELLING", true],
  ["SUCCESS", false],
  ["FAILED", false],
  ["CANCELLED", false],
])("an application with a job that is %s runs one: %s", async (job, running) => {
  jobs = [job];
  expect(await emrServerless.inspect(answering.clients, CLICKS)).toMatchObject({
    state: "STARTED",
    conditions: { "jobs-running": running },
  });
});

test.each<[ApplicationState, boolean]>([
  ["STARTING", true],
  ["STOPPING", false],
  ["CREATED", false],
])("an application that is %s runs: %s", async (is, running) => {
  state = is;
  expect(await emrServerless.inspect(answering.clients, CLICKS)).toMatchObject({
    remedies: { "emr-serverless:stop-application": { running } },
  });
});

test("an application that is terminated is still shown, but is not there", async () => {
  state = "TERMINATED";
  expect(await emrServerless.inspect(answering.clients, CLICKS)).toBeNull();
});
