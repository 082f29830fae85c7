import { loadConfig } from "@tagledger/core/config/load";
import { parsePeriod } from "@tagledger/core/costs/period";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder, type TestFolder } from "../testing/folder.ts";
import { openUsageClients } from "./clients.ts";
import { usageSources } from "./sources.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

const CONFIG = `version: 1
pools:
  - { name: lake, method: usage, metric: { s3-byte-hours: 1 } }
  - { name: store, method: usage, metric: { reads: 1, writes: 5 } }
  - { name: support, method: proportional, order: last }
teams: { fraud: { principals: ["arn:aws:iam::*:role/fraud-*"], aliases: [{ name: fd }] } }
usage:
`;

const sourcesOf = (usage: string) =>
  usageSources(loadConfig(CONFIG + usage, "tagledger.yaml").config, {
    secret: async (name) => name,
    fetch,
    now: () => Date.UTC(2026, 9, 2),
    sleep: async () => {},
    random: () => 0.5,
    clients: openUsageClients(),
    bills: {
      places: [],
      deliveries: async () => ({ find: async () => [] }),
      fetcher: { fetch: async ({ place }) => ({ path: place, bytes: 0 }) },
    },
    base: folder.at(""),
    folder: folder.at(""),
  });

test("each kind of source is opened, in the order of the file", async () => {
  const sources = await sourcesOf(`
  - { kind: csv, path: usage/*.csv }
  - { kind: s3-inventory, s3: "s3://inventories/lake/all", pool: lake }
  - { kind: s3-listing, s3: "s3://models", pool: lake }
  - { kind: cloudwatch, namespace: Store, region: eu-central-1, pool: store }
  - { kind: cloudtrail, path: logs, pool: store }
  - { kind: json, path: usage.json }
  - { kind: prometheus, url: "http://prometheus:9090", metrics: { reads: "sum(reads)" } }
  - { kind: opencost, url: "http://opencost:9003" }
  - { kind: scad }
`);
  expect(sources.map(({ name, pools }) => [name, pools])).toEqual([
    ["csv usage/*.csv", ["lake", "store"]],
    ["s3-inventory s3://inventories/lake/all", ["lake"]],
    ["s3-listing s3://models", ["lake"]],
    ["cloudwatch Store", ["store"]],
    ["cloudtrail logs", ["store"]],
    ["json usage.json", ["lake", "store"]],
    ["prometheus http://prometheus:9090", ["store"]],
    ["opencost http://opencost:9003", []],
    ["scad ", []],
  ]);
});

test("what is handed in is found beside the configuration, and logs are counted by its teams", async () => {
  folder.put({
    "usage/a.csv": "start,end,pool,team,metric,quantity\n2026-09-01,2026-09-02,lake,fraud,s3-byte-hours,1\n",
    "logs/a.json": JSON.stringify({
      eventTime: "2026-09-01T00:00:00Z",
      eventSource: "dynamodb.amazonaws.com",
      eventName: "GetItem",
      eventID: "1",
      eventCategory: "Data",
      readOnly: true,
      userIdentity: { type: "AssumedRole", arn: "arn:aws:sts::111122223333:assumed-role/fraud-train/job" },
    }),
  });
  const sources = await sourcesOf(`
  - { kind: csv, path: usage/*.csv }
  - { kind: cloudtrail, path: logs, pool: store }
`);
  const period = parsePeriod("2026-09");
  const readings = await Promise.all(sources.map((source) => source.read({ period, until: period.end })));
  expect(readings.flatMap(({ rows }) => rows.map(({ pool, team }) => `${pool} ${team}`))).toEqual([
    "lake fraud",
    "store fraud",
  ]);
});
