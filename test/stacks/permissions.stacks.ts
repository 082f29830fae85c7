import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { functionNames } from "../functions/names.ts";
import { TAGS } from "../iam/asking.ts";
import { asksOf } from "../iam/asks-of.ts";
import { mayDo } from "../iam/may-do.ts";
import { never } from "../iam/never.ts";
import { recordedCalls } from "../iam/recorded.ts";
import { EVERYTHING_TEXT, HOME, REACH } from "../iam/settings.ts";
import { type DeployedFunction, ofType } from "./graph/function-of.ts";
import { evaluateGraph, functionsOf } from "./graph.ts";
import { ROOT } from "./platform.ts";

const CONFIG = join(ROOT, "node_modules/.cache/tagledger/everything.yaml");

let functions: readonly DeployedFunction[];
let stores: Parameters<typeof never>[1] & object;

beforeAll(async () => {
  mkdirSync(dirname(CONFIG), { recursive: true });
  writeFileSync(CONFIG, EVERYTHING_TEXT);
  const graph = await evaluateGraph({
    stage: "production",
    env: {
      TAGLEDGER_CONFIG_FILE: relative(ROOT, CONFIG),
      TAGLEDGER_TAGS:
        "ml-team=ml-platform, ml-project=tagledger, ml-workload-type=data-processing, ml-environment=prod",
      TAGLEDGER_PLACES: REACH.places.map(({ account, region }) => `${account}:${region}`).join(","),
      TAGLEDGER_EXTERNAL_ID: "tagledger-4f1c9a",
      TAGLEDGER_EXPLORER_VIEW: `${REACH.explorerView}`,
    },
  });
  const arnOf = (type: string, name: string) => {
    const found = ofType(graph, type).find((resource) => resource.name.startsWith(name));
    if (typeof found?.arn !== "string") throw new Error(`${type} ${name} is not in the graph`);
    return found.arn;
  };
  functions = functionsOf(graph);
  stores = {
    table: arnOf("aws:dynamodb/table:Table", "Ledger"),
    bus: arnOf("aws:cloudwatch/eventBus:EventBus", "Bus"),
    config: { bucket: arnOf("aws:s3/bucket:Bucket", "Config"), key: "tagledger.yaml" },
    bills: {
      delivered: [{ bucket: arnOf("aws:s3/bucket:Bucket", "BillDeliveries"), prefix: "" }],
      cells: { bucket: arnOf("aws:s3/bucket:Bucket", "Cells"), prefix: "cells" },
    },
    queue: arnOf("aws:sqs/queue:Queue", "EventsQueue"),
    logs: arnOf("aws:cloudwatch/logGroup:LogGroup", "OnDue"),
  };
});

/** A function of the deployment, by the name of its file. */
function deployed(name: string): DeployedFunction {
  const found = functions.find(({ source }) => source === `functions/${name}.handler`);
  if (found === undefined) throw new Error(`${name} is not deployed`);
  return found;
}

const policiesOf = (name: string) =>
  deployed(name).role.policies.map(({ text }) => JSON.parse(text) as object);

describe.each(functionNames())("the role of %s, as it is deployed with everything turned on,", (name) => {
  test("may do every call that the function was seen to make", async () => {
    const all = [...recordedCalls().values()].flatMap((each) => Object.entries(each));
    const calls = new Set(all.flatMap(([by, seen]) => (by === name ? seen : [])));
    expect(calls.size, `no call of ${name} is written down in test/iam/calls`).toBeGreaterThan(0);
    for (const call of calls)
      for (const ask of await asksOf(call, HOME, stores))
        expect(await mayDo(policiesOf(name), ask), `${call} of ${ask.resource}`).toBe(true);
  });

  test("may do nothing that nobody of ours may", async () => {
    for (const [what, action, resource] of never(HOME, stores)) {
      const ask = { action, resource, account: HOME, context: TAGS };
      expect(await mayDo(policiesOf(name), ask), what).toBe(false);
    }
  });
});
