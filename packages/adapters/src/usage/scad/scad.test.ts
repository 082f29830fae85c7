import { readdirSync, readFileSync } from "node:fs";
import { loadConfig } from "@tagledger/core/config/load";
import { formatAmount, sum } from "@tagledger/core/costs/money";
import { parsePeriod } from "@tagledger/core/costs/period";
import type { UsageReading } from "@tagledger/core/ports/usage-sources";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { diskDeliveries } from "../../deliveries/disk.ts";
import { diskFetcher } from "../../deliveries/disk-fetcher.ts";
import { makeFolder, type TestFolder } from "../../testing/folder.ts";
import { focusLine, type Line } from "../../testing/lines.ts";
import { writeCsv, writeParquet, writeQuery } from "../../testing/write.ts";
import { scadUsage } from "./scad.ts";
import { legacy, machineLine, splitLine } from "./testing/split-line.ts";

const PERIOD = parsePeriod("2026-09");
const at = (day: number, hour = 0) => Date.UTC(2026, 8, day, hour);

const POOLS = `
  - { name: gpu, match: { service: AmazonEC2, usageType: "*:p5.*" }, method: usage, metric: { gpu-hours: 1, cpu-core-hours: 1 } }
  - { name: cpu, match: { tags: { "aws:eks:cluster-name": ml } }, method: usage, metric: { cpu-core-hours: 9, memory-gib-hours: 1 } }`;

const configOf = (pools: string) =>
  loadConfig(
    `version: 1\ndimensions: { team: [ml-team] }\ntags: { ml-team: { values: [vision, nlp] } }\npools:${pools}\n`,
    "tagledger.yaml",
  ).config;

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

interface Reading {
  readonly places?: readonly string[];
  readonly source?: object;
  readonly pools?: string;
  readonly until?: number;
}

async function read({
  places,
  source = {},
  pools = POOLS,
  until = PERIOD.end,
}: Reading = {}): Promise<UsageReading> {
  const deliveries = diskDeliveries({ periodsOf: async () => ["2026-09"] });
  return scadUsage({
    source: { kind: "scad", ...source },
    config: configOf(pools),
    places: places ?? [folder.at("bill.csv")],
    deliveries: async () => deliveries,
    fetcher: diskFetcher(),
    folder: folder.at("work"),
  }).read({ period: PERIOD, until });
}

function totals({ rows }: UsageReading): Record<string, string> {
  const keys = [...new Set(rows.map(({ pool, team, metric }) => `${pool} ${team} ${metric}`))].sort();
  return Object.fromEntries(
    keys.map((key) => {
      const of = rows.filter(({ pool, team, metric }) => `${pool} ${team} ${metric}` === key);
      return [key, formatAmount(sum(of.map(({ quantity }) => quantity)))];
    }),
  );
}

const LINES: readonly Line[] = [
  splitLine({ what: "vCPU", reserved: "1", actual: "0.1" }),
  splitLine({ what: "GB", reserved: "4", actual: "3" }),
  splitLine({ what: "vCPU", reserved: "1", actual: "1.9", namespace: "nlp", pod: "serve-0" }),
  splitLine({ what: "GB", reserved: "4", actual: "6", namespace: "nlp", pod: "serve-0" }),
  splitLine({ what: "vCPU", reserved: "1", actual: "0.3333333333333333", start: at(1, 1) }),
  splitLine({ what: "Accelerator", reserved: "2", machine: "i-0bbb", start: at(1, 1) }),
  splitLine({ what: "vCPU", reserved: "8", machine: "i-0bbb", start: at(1, 1) }),
  machineLine("i-0aaa", "m5.xlarge"),
  machineLine("i-0bbb", "p5.48xlarge"),
];

const EXPECTED = {
  "cpu nlp cpu-core-hours": "1.9",
  "cpu nlp memory-gib-hours": "6",
  "cpu vision cpu-core-hours": "2",
  "cpu vision memory-gib-hours": "4",
  "gpu vision cpu-core-hours": "8",
  "gpu vision gpu-hours": "2",
};

const DOUBLES = Object.fromEntries(
  ["reserved_usage", "actual_usage", "split_usage", "split_usage_ratio"].map((name) => [
    `split_line_item_${name}`,
    "DOUBLE",
  ]),
);

describe("the split lines of a bill", () => {
  it("tell the greater of what pods reserved and used, in a legacy report in CSV", async () => {
    await writeCsv(folder.at("bill.csv"), LINES.map(legacy));
    expect(totals(await read())).toEqual(EXPECTED);
  });

  it("tell the same in gzipped CSV and in Parquet, whose doubles mean their shortest decimals", async () => {
    await writeCsv(folder.at("bill.csv.gz"), LINES);
    expect(totals(await read({ places: [folder.at("bill.csv.gz")] }))).toEqual(EXPECTED);
    await writeParquet(folder.at("bill.parquet"), LINES, DOUBLES);
    expect(totals(await read({ places: [folder.at("bill.parquet")] }))).toEqual(EXPECTED);
  });

  it("tell the same in CUR 2.0, which holds tags in a map", async () => {
    await writeParquet(folder.at("columns.parquet"), LINES, DOUBLES);
    await writeQuery(
      folder.at("bill.parquet"),
      `SELECT * EXCLUDE (resource_tags_aws_eks_namespace, resource_tags_aws_eks_cluster_name, resource_tags_user_ml_team),
         map_from_entries(list_filter([
           {k: 'aws_eks_namespace', v: resource_tags_aws_eks_namespace},
           {k: 'aws_eks_cluster_name', v: resource_tags_aws_eks_cluster_name}
         ], lambda each: each.v IS NOT NULL)) AS resource_tags
       FROM '${folder.at("columns.parquet")}'`,
    );
    expect(totals(await read({ places: [folder.at("bill.parquet")] }))).toEqual(EXPECTED);
  });

  it("are found by the manifests of an export, those of the month that is asked for", async () => {
    await writeParquet(folder.at("part.parquet"), LINES, DOUBLES);
    const part = readFileSync(folder.at("part.parquet"));
    const manifest = (execution: string, file: string) =>
      JSON.stringify({
        executionId: execution,
        exportArn: "arn:x",
        dataFiles: [`s3://billing/exports/ml/${file}`],
      });
    folder.put({
      "exports/ml/data/BILLING_PERIOD=2026-09/ml-00001.snappy.parquet": part,
      "exports/ml/metadata/BILLING_PERIOD=2026-09/ml-Manifest.json": manifest(
        "1",
        "data/BILLING_PERIOD=2026-09/ml-00001.snappy.parquet",
      ),
      "exports/ml/data/BILLING_PERIOD=2026-08/ml-00001.snappy.parquet": part,
      "exports/ml/metadata/BILLING_PERIOD=2026-08/ml-Manifest.json": manifest(
        "2",
        "data/BILLING_PERIOD=2026-08/ml-00001.snappy.parquet",
      ),
    });
    expect(totals(await read({ places: [folder.at("exports")] }))).toEqual(EXPECTED);
  });

  it("keep all digits of doubles", async () => {
    const lines = [splitLine({ what: "vCPU", reserved: "0.1", actual: "0.30000000000000004" })];
    await writeParquet(folder.at("bill.parquet"), lines, DOUBLES);
    expect(totals(await read({ places: [folder.at("bill.parquet")] }))).toMatchObject({
      "cpu vision cpu-core-hours": "0.30000000000000004",
    });
  });

  it("make a row for each UTC day, which says where it comes from", async () => {
    await writeCsv(folder.at("bill.csv"), LINES.map(legacy));
    const { rows } = await read();
    expect(rows.filter(({ pool, team }) => pool === "cpu" && team === "vision")).toMatchObject([
      { start: at(1), end: at(2), metric: "cpu-core-hours", project: null },
      {
        start: at(1),
        end: at(2),
        metric: "memory-gib-hours",
        place: expect.stringMatching(/^scad \S+bill.csv: namespace="vision"$/),
      },
    ]);
  });

  it("know the namespace by the pod's ARN where the tag is not in the bill", async () => {
    const untagged = LINES.map((line) => ({ ...line, resource_tags_aws_eks_namespace: "" }));
    await writeCsv(folder.at("bill.csv"), untagged);
    expect(totals(await read())).toEqual(EXPECTED);
  });

  it("name teams by a cost allocation tag, and what has none by its namespace, unowned", async () => {
    const lines = [
      splitLine(
        { what: "GB", reserved: "4", namespace: "a" },
        { resource_tags_user_ml_team: "vision", resource_tags_user_app: "faces" },
      ),
      splitLine({ what: "GB", reserved: "1", namespace: "kube-system" }),
    ];
    await writeCsv(folder.at("bill.csv"), lines);
    const reading = await read({ source: { team: { label: "ml-team" }, dimensions: { project: "app" } } });
    expect(totals(reading)).toEqual({
      "cpu unowned:kube-system memory-gib-hours": "1",
      "cpu vision memory-gib-hours": "4",
    });
    expect(reading.rows.map(({ project }) => project).sort()).toEqual(["faces", null]);
  });

  it("are known of tasks of ECS too, which have no namespace", async () => {
    const task = {
      line_item_operation: "ECSTask-EC2",
      line_item_usage_type: "ECS-EC2-vCPU-Hours",
      line_item_resource_id: "arn:aws:ecs:eu-central-1:444455556666:task/web/0123",
      resource_tags_aws_eks_namespace: "",
    };
    await writeCsv(folder.at("bill.csv"), [splitLine({ what: "vCPU", reserved: "2" }, task)]);
    expect(totals(await read())).toEqual({
      "cpu unowned:web cpu-core-hours": "2",
      "gpu unowned:web cpu-core-hours": "2",
    });
  });

  it("count in the pools that the machine's charges went to, and nowhere where a team bears the machine", async () => {
    const lines = [
      splitLine({ what: "vCPU", reserved: "2", machine: "i-0ccc" }),
      machineLine("i-0ccc", "m5.large", { resource_tags_user_ml_team: "nlp" }),
    ];
    await writeCsv(folder.at("bill.csv"), lines);
    expect(totals(await read())).toEqual({});
  });

  it("count in every pool that asks where the bill does not hold the machine's own lines", async () => {
    await writeCsv(folder.at("bill.csv"), [splitLine({ what: "vCPU", reserved: "2", machine: "i-0ddd" })]);
    expect(totals(await read())).toEqual({
      "cpu vision cpu-core-hours": "2",
      "gpu vision cpu-core-hours": "2",
    });
    expect(totals(await read({ source: { pools: ["cpu"] } }))).toEqual({ "cpu vision cpu-core-hours": "2" });
  });

  it("are no usage where they repeat a discount or a credit", async () => {
    const lines = [
      splitLine({ what: "vCPU", reserved: "2" }, { line_item_line_item_type: "SavingsPlanCoveredUsage" }),
      splitLine({ what: "vCPU", reserved: "2" }, { line_item_line_item_type: "Credit" }),
      splitLine({ what: "vCPU", reserved: "2" }, { line_item_line_item_type: "EdpDiscount" }),
    ];
    await writeCsv(folder.at("bill.csv"), lines);
    expect(totals(await read({ source: { pools: ["cpu"] } }))).toEqual({ "cpu vision cpu-core-hours": "2" });
  });
});

describe("what split lines cover", () => {
  it("is the hours of which there are any, up to now", async () => {
    const lines = [0, 1, 5, 30].map((hour) => splitLine({ what: "vCPU", reserved: "1", start: at(1, hour) }));
    await writeCsv(folder.at("bill.csv"), lines);
    const { coverage, rows } = await read({ until: at(2) });
    expect(coverage).toContainEqual({ pool: "cpu", metric: "memory-gib-hours", hours: 3, of: 24 });
    expect(rows.every(({ start }) => start < at(2))).toBe(true);
  });

  it("is days where the report is a daily one", async () => {
    const lines = [1, 2].map((day) => splitLine({ what: "vCPU", reserved: "24", start: at(day), hours: 24 }));
    await writeCsv(folder.at("bill.csv"), lines);
    const { coverage, rows } = await read();
    expect(coverage[0]).toMatchObject({ hours: 48, of: 720 });
    expect(rows[0]).toMatchObject({ start: at(1), end: at(2) });
  });

  it("is nothing of a bill without them, which is said; the work leaves nothing behind", async () => {
    await writeCsv(folder.at("bill.csv"), [machineLine("i-0aaa", "m5.large")]);
    const { coverage, notes } = await read();
    expect(coverage[0]).toMatchObject({ hours: 0, of: 720 });
    expect(notes).toEqual([expect.stringContaining("holds no split lines of this month")]);
    expect(readdirSync(folder.at("work"))).toEqual([]);
  });

  it("is nothing of FOCUS, which has no columns for them, and which is said", async () => {
    await writeCsv(folder.at("bill.csv"), [focusLine()]);
    const { rows, notes } = await read();
    expect(rows).toEqual([]);
    expect(notes).toContainEqual(expect.stringContaining("FOCUS bills hold no split lines"));
  });

  it("leaves out usage types that nobody knows, and says that machines' capacity is not told", async () => {
    const strange = splitLine(
      { what: "vCPU", reserved: "1" },
      { line_item_usage_type: "EUC1-EKS-EC2-Disk-Hours" },
    );
    await writeCsv(folder.at("bill.csv"), [...LINES, strange]);
    const reading = await read();
    expect(totals(reading)).toEqual(EXPECTED);
    expect(reading.notes).toEqual([
      expect.stringContaining("do not tell what machines could have given"),
      expect.stringContaining("EUC1-EKS-EC2-Disk-Hours"),
    ]);
  });
});

describe("split lines that cannot be read", () => {
  it.each([
    [
      "no number",
      { split_line_item_actual_usage: "much" },
      'split_line_item_actual_usage is "much", not a decimal',
    ],
    ["below zero", { split_line_item_reserved_usage: "-1" }, "this split line holds usage below zero"],
    [
      "nothing",
      {
        split_line_item_reserved_usage: "",
        split_line_item_actual_usage: "",
        split_line_item_split_usage: "",
      },
      "this split line holds neither reserved nor actual usage",
    ],
  ])("are refused with their place: %s", async (_, columns, message) => {
    await writeCsv(folder.at("bill.csv"), [...LINES, splitLine({ what: "vCPU", reserved: "1" }, columns)]);
    await expect(read()).rejects.toMatchObject({
      code: "bad-input",
      message: `${folder.at("bill.csv")}: line 11: ${message}${message.includes("decimal") ? " below 10^14 with at most 24 places" : ""}`,
    });
  });

  it("are refused where two bills hold the same machine's hours, naming both", async () => {
    await writeCsv(folder.at("one.csv"), LINES);
    await writeParquet(folder.at("two.parquet"), LINES, DOUBLES);
    await expect(read({ places: [folder.at("one.csv"), folder.at("two.parquet")] })).rejects.toMatchObject({
      code: "bad-input",
      message: expect.stringMatching(/ and .* both hold split lines of i-0aaa/),
    });
  });
});
