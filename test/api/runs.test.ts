import { makeAccrual, makeRecord, recorded } from "@tagledger/core/ledger/testing/records";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Laptop, openLaptop } from "../ingest/laptop.ts";
import { ask } from "./ask.ts";
import { AUDIENCE, handlerOn, makeCompany, NOW, newFolder, systemOn, TEAMS_CLAIM } from "./company.ts";
import { expectConforming } from "./conforming.ts";
import { type Issuer, startIssuer } from "./issuer.ts";

const { folder, remove } = newFolder();
const DAY = 86_400_000;
let laptop: Laptop;
let issuer: Issuer;
let runsFor: (teams: readonly string[], query?: string) => Promise<{ status: number; runs?: unknown }>;

/** A training job of a team that carried an experiment for a day. */
async function train(team: string, experiment: string, number: number): Promise<void> {
  const arn = `arn:aws:sagemaker:eu-central-1:111122223333:training-job/${team}-${number}`;
  const named = { resource: arn, arn, id: `${team}-${number}`, type: "sagemaker:training-job", team };
  const about = { team, project: "churn", workload: "training", environment: "prod", experiment };
  const [interval] = makeAccrual().intervals;
  const start = NOW - 5 * DAY;
  const intervals = interval === undefined ? [] : [{ ...interval, from: start, until: start + DAY }];
  const accruals = [makeAccrual({ ...named, dimensions: about, start, intervals })];
  await laptop.ledger.transact([recorded(makeRecord(named), { facts: [], accruals })]);
}

beforeAll(async () => {
  laptop = await openLaptop(folder);
  issuer = await startIssuer();
  await makeCompany(laptop);
  for (const number of [1, 2]) await train("fraud-detection", "exp-1", number);
  await train("personalization", "=exp-2", 3);
  const handler = handlerOn(systemOn(laptop, issuer));
  runsFor = async (teams, query = "") => {
    const claims = { iss: issuer.url, aud: AUDIENCE, sub: "rita", [TEAMS_CLAIM]: teams };
    const token = await issuer.sign(claims, { now: NOW });
    const answered = await ask(handler, { path: "/api/v1/months/2026-09/runs", query, token });
    expectConforming("readRuns", answered);
    return { status: answered.status, runs: JSON.parse(answered.text).runs };
  };
});
afterAll(async () => {
  await laptop.close();
  await issuer.close();
  remove();
});

const OWN = { team: "fraud-detection", project: "churn", experiment: "exp-1", runs: 2 };
const OTHERS = { team: "personalization", project: "churn", experiment: "=exp-2", runs: 1 };

test("runs are counted by experiment, and a team is told of its own", async () => {
  expect((await runsFor(["finance"])).runs).toEqual([OWN, OTHERS]);
  expect((await runsFor(["fraud-detection"])).runs).toEqual([OWN]);
  expect((await runsFor(["fraud-detection"], "team=personalization")).status).toBe(404);
  expect((await runsFor(["fraud-detection"], "where=team=personalization")).status).toBe(404);
});

test("runs are filtered by what is known of a job", async () => {
  expect((await runsFor(["finance"], "where=experiment=exp-1&where=project=churn")).runs).toEqual([OWN]);
  expect((await runsFor(["finance"], "team=fraud-detection&where=team=personalization")).runs).toEqual([]);
  expect((await runsFor(["finance"], "where=service=AmazonSageMaker")).status).toBe(400);
});
