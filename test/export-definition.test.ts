import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { comparableColumn } from "@tagledger/adapters/bills/format";
import { type Database, identifier, literal, openDatabase } from "@tagledger/adapters/duckdb/database";
import { COLUMNS } from "@tagledger/cli/sample/columns";
import { BASES } from "@tagledger/core/costs/charge";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const folder = mkdtempSync(join(tmpdir(), "tagledger-export-"));
const main = join(import.meta.dirname, "../packages/cli/bin/tagledger.js");
const sample = join(folder, "sample");
let database: Database;

beforeAll(async () => {
  expect(tagledger("sample", "sample").status).toBe(0);
  writeFileSync(join(folder, "plain.yaml"), "version: 1\n");
  writeFileSync(
    join(folder, "hour.yaml"),
    'version: 1\nteams: { red: { aliases: [{ name: crimson, from: "2026-09-03T07:00:00Z" }] } }\n',
  );
  database = await openDatabase();
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true });
});

function tagledger(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return { status, stdout, stderr };
}

/** What is delivered by a query over the sample's own bill, in files of its own. */
async function deliver(name: string, query: string): Promise<string> {
  const place = join(folder, name);
  mkdirSync(place);
  const data = readdirSync(join(sample, "bill"), { recursive: true, encoding: "utf8" });
  const parts = data.filter((path) => path.endsWith(".parquet"));
  for (const [index, part] of parts.entries()) {
    const to = literal(join(place, `${index}.parquet`));
    await database.run(`COPY (${readable(query, join(sample, "bill", part))}) TO ${to} (FORMAT parquet)`);
  }
  return name;
}

/** The query as DuckDB understands it: maps are asked by brackets, and the sample has no discounts inside its costs. */
function readable(query: string, file: string): string {
  const [, selected = "", table] = /^SELECT (.*) FROM (\w+)$/.exec(query.trim()) ?? [];
  expect(table).toBe("COST_AND_USAGE_REPORT");
  const columns = selected.split(", ").map((each) => {
    const [, map, key, alias] = /^(\w+)\.(\w+) AS (\w+)$/.exec(each) ?? [];
    if (map !== undefined) return `${map}['${key}'] AS ${alias}`;
    const held = COLUMNS.find((column) => comparableColumn(column.name) === comparableColumn(each));
    if (held === undefined && each.includes("net_")) return `CAST(NULL AS DOUBLE) AS ${each}`;
    return `${identifier(held?.name ?? expect.fail(`CUR 2.0 has no column ${each}`))} AS ${each}`;
  });
  return `SELECT ${columns.join(", ")} FROM read_parquet(${literal(file)}, hive_partitioning = false)`;
}

/** The reports that were made already. */
const reports = new Map<string, unknown>();

function reportOf(bill: string, config: string, basis: string): unknown {
  const args = ["--config", config, "--bill", bill, "--basis", basis, "--json"];
  const known = reports.get(args.join(" "));
  if (known !== undefined) return known;
  const usage = config.startsWith("sample/") ? ["--usage", "sample/usage.csv"] : [];
  const { status, stdout, stderr } = tagledger("report", ...args, ...usage);
  expect(status, stderr).toBe(0);
  const made = JSON.parse(stdout);
  reports.set(args.join(" "), made);
  return made;
}

function definition(...args: string[]): string {
  const { status, stdout, stderr } = tagledger("export-definition", ...args);
  expect(status, stderr).toBe(0);
  return stdout;
}

describe("a bill with the columns of its export definition alone", () => {
  test.each([
    ["sample/tagledger.yaml", "flat"],
    ["sample/tagledger.yaml", "resource_tags"],
    ["plain.yaml", "flat"],
  ])("gives the same report by %s, tags %s", async (config, form) => {
    const query = definition("--format", "sql", "--config", config, "--tags-as", form);
    const bill = await deliver(`${config.replace(/\W/g, "-")}-${form}`, query);
    for (const basis of BASES) {
      expect(reportOf(bill, config, basis)).toEqual(reportOf("sample/bill", config, basis));
    }
  });

  test("is taken in as the whole bill is", async () => {
    const config = "sample/tagledger.yaml";
    const query = definition("--format", "sql", "--config", config);
    const bill = await deliver("taken-in", query);
    const ledger = ["--ledger", "taken-in.sqlite"];
    const { status, stdout } = tagledger("ingest", bill, "--config", config, ...ledger);
    expect([status, stdout]).toEqual([0, expect.stringContaining("published")]);
    const taken = tagledger(
      ...["report", "--config", config, ...ledger, "--usage", "sample/usage.csv", "--json"],
    );
    expect(JSON.parse(taken.stdout)).toEqual(reportOf("sample/bill", config, "effective"));
  });

  test("shows a required tag that no rule reads, and ingest tells it where no line bears it", async () => {
    const required = (key: string) =>
      `version: 1\ntags: { ${key}: { required: true } }\ndimensions: { team: ml-team }\n`;
    for (const key of ["ml-project", "data-class"]) {
      const config = `${key}.yaml`;
      writeFileSync(join(folder, config), required(key));
      const bill = await deliver(key, definition("--format", "sql", "--config", config));
      const { status, stdout } = tagledger("ingest", bill, "--config", config, "--ledger", `${key}.sqlite`);
      expect([status, stdout]).toEqual([0, expect.stringContaining("published")]);
      expect(stdout.includes(`${key} stands on no line`), key).toBe(key === "data-class");
    }
  });

  test("holds less than half of what an export has", () => {
    const columns = definition("--format", "sql", "--config", "plain.yaml").split(",");
    expect(columns.length).toBeLessThan(COLUMNS.length / 2);
  });
});

describe("tagledger export-definition", () => {
  test("asks for lines by the hour where a rule begins within a day, and refuses days then", () => {
    const granularity = (...args: string[]) =>
      /"TIME_GRANULARITY": "(\w+)"/.exec(definition("--config", ...args))?.[1];
    expect(granularity("hour.yaml")).toBe("HOURLY");
    expect(granularity("plain.yaml")).toBe("DAILY");
    expect(granularity("plain.yaml", "--granularity", "hourly")).toBe("HOURLY");
    const refused = tagledger("export-definition", "--config", "hour.yaml", "--granularity", "daily");
    expect(refused.status).toBe(2);
    expect(refused.stderr).toContain("within a day");
  });

  test("leaves resources out where nothing looks at them, and refuses to where something does", () => {
    const without = definition("--config", "plain.yaml", "--no-resources");
    expect(without).toContain('"INCLUDE_RESOURCES": "FALSE"');
    expect(without).not.toContain("line_item_resource_id");
    const refused = tagledger("export-definition", "--config", "sample/tagledger.yaml", "--no-resources");
    expect(refused.status).toBe(2);
  });

  test("asks for the callers of models where teams are known by them", () => {
    const principals = definition("--config", "sample/tagledger.yaml");
    expect(principals).toContain('"INCLUDE_IAM_PRINCIPAL_DATA": "TRUE"');
    expect(principals).toContain("line_item_iam_principal");
    expect(definition("--config", "plain.yaml")).not.toContain("line_item_iam_principal");
    expect(definition("--config", "plain.yaml", "--principals")).toContain("line_item_iam_principal");
  });

  test("writes one call of the AWS CLI, with the export as it takes it", () => {
    const call = definition("--config", "plain.yaml", "--format", "cli", "--bucket", "our-bills");
    const [, body = ""] =
      /^aws bcm-data-exports create-export --region us-east-1 \\\n {2}--export '([^']*)'\n$/.exec(call) ?? [];
    expect(JSON.parse(body)).toMatchObject({
      Name: "tagledger",
      DestinationConfigurations: {
        S3Destination: {
          S3Bucket: "our-bills",
          S3Prefix: "bills",
          S3Region: "us-east-1",
          S3OutputConfigurations: {
            OutputType: "CUSTOM",
            Format: "PARQUET",
            Compression: "PARQUET",
            Overwrite: "OVERWRITE_REPORT",
          },
        },
      },
      RefreshCadence: { Frequency: "SYNCHRONOUS" },
    });
    expect(tagledger("export-definition", "--format", "cli").status).toBe(2);
  });

  test("makes nothing of a bucket that is there, and says what it must allow and tell", () => {
    const { stdout, stderr } = tagledger(
      ...["export-definition", "--config", "plain.yaml", "--bucket", "our-bills", "--existing"],
    );
    expect(Object.keys(JSON.parse(stdout).Resources)).toEqual(["Export"]);
    expect(stderr).toContain('"arn:aws:s3:::our-bills/*"');
    expect(stderr).toContain("Amazon EventBridge");
    expect(tagledger("export-definition", "--existing").status).toBe(2);
  });

  test("says how a key with capitals is asked for, as that cannot be checked beforehand", () => {
    writeFileSync(join(folder, "capitals.yaml"), "version: 1\ndimensions: { team: CostCenter }\n");
    const { stdout, stderr } = tagledger("export-definition", "--config", "capitals.yaml", "--format", "sql");
    expect(stdout).toContain("resource_tags.user_cost_center AS resource_tags_user_CostCenter");
    expect(stderr).toContain("CostCenter is asked for as user_cost_center");
  });

  test("writes to a file", () => {
    expect(definition("--config", "plain.yaml", "--out", "export.json")).toBe("");
    expect(JSON.parse(readFileSync(join(folder, "export.json"), "utf8")).Resources.Export.Type).toBe(
      "AWS::BCMDataExports::Export",
    );
  });
});
