import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { inputs as inputsSchema } from "@tagledger/api/schemas/inputs";
import type { months as monthsSchema, report as reportSchema } from "@tagledger/api/schemas/report";
import { isFree } from "@tagledger/cli/serve/server";
import { makeRecord } from "@tagledger/core/catalog/testing/make-event";
import type { ResourceCountsView, ResourcePage } from "@tagledger/core/ledger/view/resource";
import type { StoryView } from "@tagledger/core/ledger/view/story";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import type * as z from "zod/mini";

type ReportView = z.output<typeof reportSchema>;
type MonthsView = z.output<typeof monthsSchema>;
type InputsView = z.output<typeof inputsSchema>;

const folder = mkdtempSync(join(tmpdir(), "tagledger-start-"));
const main = join(import.meta.dirname, "../packages/cli/src/start.ts");
const running = new Set<ChildProcess>();

afterEach(() => {
  for (const child of running) child.kill("SIGKILL");
  running.clear();
});
afterAll(() => rmSync(folder, { recursive: true }));

/** A started system, once it serves or ends. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, [main, "--port", "0", ...args], { cwd: folder });
  running.add(child);
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  const url = await new Promise<string>((resolve) => {
    child.stderr.on("data", (data) => {
      stderr += data;
      const [found] = /http:\/\/127\.0\.0\.1:\d+\//.exec(stderr) ?? [];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => resolve(""));
  });
  return {
    url,
    ended,
    output: () => stdout,
    notes: () => stderr,
    json: async <T>(path: string) => (await (await fetch(new URL(path, url))).json()) as T,
    stop: async () => {
      child.kill("SIGINT");
      return ended;
    },
  };
}

function write(name: string, text: string): string {
  writeFileSync(join(folder, name), text);
  return name;
}

const BILL = write(
  "bill.csv",
  `BillingPeriodStart,ChargePeriodStart,BillingAccountId,SubAccountId,ServiceName,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,Tags
2026-09-01T00:00:00Z,2026-09-01T00:00:00Z,9,1,AmazonEC2,Usage,USD,10.1,9.000000000000000000000001,"{""ml-team"":""red"",""ml-project"":""chat""}"
2026-09-01T00:00:00Z,2026-09-01T00:00:00Z,9,1,AmazonEC2,Usage,USD,3,3,"{""ml-team"":""blue""}"
2026-10-01T00:00:00Z,2026-10-01T00:00:00Z,9,1,AmazonS3,Usage,USD,1,1,"{}"
`,
);
const ARN = "arn:aws:sqs:eu-central-1:444455556666:bare";
const LOG = write(
  "log.json",
  JSON.stringify({
    Records: [
      makeRecord({
        eventSource: "sqs.amazonaws.com",
        eventName: "CreateQueue",
        requestParameters: { queueName: "bare" },
        responseElements: { queueUrl: "https://sqs.eu-central-1.amazonaws.com/444455556666/bare" },
      }),
    ],
  }),
);

describe("the living system", () => {
  test("shows the sample company, stops when it is asked to, and knows it again", async () => {
    const first = await start();
    expect(first.output()).toContain("Showback 2026-09");
    const bases = ["billed", "contracted", "effective", "list"];
    const { months } = await first.json<MonthsView>("api/v1/months");
    expect(months.map(({ period, bases: of }) => [period, of.map(({ basis }) => basis)])).toEqual([
      ["2026-08", bases],
      ["2026-09", bases],
    ]);
    const report = await first.json<ReportView>("api/v1/months/2026-09/report?compare=before");
    expect(first.output()).toContain(`snapshot ${report.snapshot.slice(0, 12)}`);
    expect(report.compared?.period).toBe("2026-08");
    expect(report.rows.length).toBeGreaterThan(4);
    expect(report.rows.filter(({ before, change }) => before === "0" || change === "0")).toEqual([]);
    expect(report.rows).toContainEqual(expect.objectContaining({ team: "fraud-detection" }));
    const { verdicts } = await first.json<ResourceCountsView>("api/v1/resources/counts");
    expect(verdicts.map(({ value }) => value).sort()).toEqual(
      expect.arrayContaining(["compliant", "exempt", "repairable", "violating"]),
    );
    expect(await first.stop()).toBe(0);
    expect(first.notes()).toContain("stopped");

    const second = await start();
    expect(second.output()).toBe(first.output());
    expect(await second.json<MonthsView>("api/v1/months")).toEqual({ months });
    expect(second.notes()).toContain("The bill is in the ledger already");
    expect(second.notes()).toContain("The log is in the ledger already");
    expect((await second.json<ResourceCountsView>("api/v1/resources/counts")).verdicts).toEqual(verdicts);
    expect(await second.stop()).toBe(0);

    const fresh = await start("--fresh");
    expect(fresh.notes()).toContain("Writing the sample company");
    expect(fresh.notes()).toContain("Reading the log");
    expect((await fresh.json<ResourceCountsView>("api/v1/resources/counts")).verdicts).toEqual(verdicts);
    expect(await fresh.stop()).toBe(0);
  });

  test("shows one's own bill and log, apart from the sample", async () => {
    const own = await start("--bill", BILL, "--trail", LOG);
    const { months } = await own.json<MonthsView>("api/v1/months");
    expect(months.map(({ period }) => period)).toEqual(["2026-09", "2026-10"]);
    const byTeam = await own.json<ReportView>("api/v1/months/2026-09/report");
    expect(byTeam.rows).toMatchObject([{ team: "blue" }, { team: "red" }]);
    const { items: inputs } = await own.json<InputsView>("api/v1/inputs");
    expect(inputs.map(({ source, outcome }) => [source, outcome])).toEqual([
      ["bill bill.csv", "complete"],
      ["log log.json", "complete"],
    ]);
    const report = await own.json<ReportView>(
      "api/v1/months/2026-09/report?groupBy=team,project&where=team%3Dred",
    );
    expect(report.rows).toEqual([
      {
        team: "red",
        project: "chat",
        direct: "9.000000000000000000000001",
        shared: "0",
        total: "9.000000000000000000000001",
      },
    ]);
    const { items } = await own.json<ResourcePage>(
      "api/v1/resources?verdict=violating&period=2026-09&limit=10",
    );
    expect(items).toMatchObject([
      { arn: ARN, findings: expect.any(Array), fix: expect.stringMatching(/^aws .*bare/) },
    ]);
    const story = await own.json<StoryView>(`api/v1/resource?name=${encodeURIComponent(ARN)}`);
    expect(story.incarnations[0]?.moments.map(({ what }) => what)).toEqual([
      "created",
      "pending",
      "taken as told",
      "decided",
    ]);
    expect(await own.stop()).toBe(0);
  });

  test("takes files of one bill together, and usage that was uploaded at the next start", async () => {
    const head =
      "BillingPeriodStart,ChargePeriodStart,BillingAccountId,SubAccountId,ServiceName,ChargeCategory,BillingCurrency,BilledCost,EffectiveCost,Tags";
    const line = (cost: string, service: string) =>
      `2026-09-01T00:00:00Z,2026-09-02T00:00:00Z,9,1,${service},Usage,USD,${cost},${cost},{}`;
    const bills = ["one.csv", "two.csv"].map((name, index) =>
      write(name, `${head}\n${line(`${index + 1}.25`, index === 0 ? "AmazonEKS" : "AmazonSQS")}\n`),
    );
    const rules = write(
      "rules.yaml",
      `version: 1
teams: { red: {}, blue: {} }
pools: [{ name: cluster, match: { service: AmazonEKS }, method: usage, metric: { gpu-hours: 1 }, onMissingUsage: hold }]
`,
    );
    const args = ["--bill", ...bills, "--config", rules, "--fresh"];
    const ask = "api/v1/months/2026-09/report";
    const first = await start(...args);
    const before = await first.json<ReportView>(ask);
    expect(before.totals).toMatchObject({ bill: "3.5", shared: "0", unallocated: "3.5" });
    const csv =
      "start,end,pool,team,metric,quantity\n2026-09-01T00:00:00Z,2026-09-02T00:00:00Z,cluster,red,gpu-hours,3\n";
    const sent = await fetch(new URL("api/v1/usage?name=late.csv", first.url), {
      method: "POST",
      headers: { "content-type": "text/csv" },
      body: csv,
    });
    expect(sent.status).toBe(201);
    await first.stop();

    const second = await start(...args.slice(0, -1));
    const after = await second.json<ReportView>(ask);
    expect(after.totals).toMatchObject({ bill: "3.5", shared: "1.25", unallocated: "2.25" });
    expect(after.rows).toMatchObject([{ team: "red", total: "1.25" }]);
    await second.stop();

    const third = await start(...args.slice(0, -1));
    expect(third.notes()).toContain("The bill is in the ledger already");
    await third.stop();
  });

  test("counts by what a log tells though the bill was taken in before, by whatever name", async () => {
    const bill = write(
      "queue.csv",
      `BillingPeriodStart,ChargePeriodStart,BillingAccountId,SubAccountId,RegionId,ServiceName,ChargeCategory,ResourceId,BillingCurrency,BilledCost,EffectiveCost,Tags
2026-09-01T00:00:00Z,2026-09-02T00:00:00Z,9,444455556666,eu-central-1,AmazonSQS,Usage,${ARN},USD,5,5,{}
`,
    );
    const first = await start("--bill", bill, "--fresh");
    const ask = "api/v1/months/2026-09/report";
    expect((await first.json<ReportView>(ask)).totals).toMatchObject({ direct: "0", unallocated: "5" });
    await first.stop();
    const tags = { "ml-team": "red" };
    const log = JSON.parse(readFileSync(join(folder, LOG), "utf8"));
    log.Records[0].requestParameters.tags = tags;
    const tagged = write("tagged.json", JSON.stringify(log));
    const second = await start("--bill", `./${bill}`, "--trail", tagged);
    const { rows, totals } = await second.json<ReportView>(ask);
    expect(totals).toMatchObject({ direct: "5", unallocated: "0" });
    expect(rows).toMatchObject([{ team: "red", total: "5" }]);
    await second.stop();
  });

  test("says that a log is broken, and shows what came before the break", async () => {
    const text = `{"Records":[${JSON.stringify(makeRecord({ eventName: "CreateVpc" }))},{"eventName"`;
    const broken = await start("--trail", write("broken.json", text));
    expect(broken.notes()).toContain("broken.json:1: the file ends inside a record");
    expect((await broken.json<InputsView>("api/v1/inputs")).items).toContainEqual(
      expect.objectContaining({ source: "log broken.json", outcome: "broken" }),
    );
    expect(
      (await broken.json<ResourcePage>("api/v1/resources?limit=100")).items.map(({ id }) => id),
    ).toContain("vpc-1");
    expect(await broken.stop()).toBe(0);
  });

  test.each([
    [["--trail", LOG, "--usage", "usage.csv"], 2, "--usage divides a bill"],
    [["--usage", "usage.csv"], 2, "--usage divides a bill"],
    [["--bill", "absent.csv"], 2, "absent.csv: there is no such file or folder"],
    [["--trail", LOG, "--config", "absent.yaml"], 2, "absent.yaml: there is no such configuration"],
  ])("refuses %j", async (args, code, words) => {
    const refused = await start(...args);
    expect(await refused.ended).toBe(code);
    expect(refused.notes()).toContain(words);
  });

  test("says that a port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const refused = await start("--trail", LOG, "--port", String(port));
    expect(await refused.ended).toBe(3);
    expect(refused.notes()).toContain(`port ${port}: is in use by another program`);
    // By which one that was only usual is told apart from one that can be had.
    expect(await isFree(port)).toBe(false);
    await new Promise((resolve) => other.close(resolve));
    expect(await isFree(port)).toBe(true);
  });
});

describe("what is served", () => {
  test("is the page, with everything that it needs, and problems for all else", async () => {
    const own = await start("--trail", LOG);
    const page = await fetch(own.url);
    expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
    const html = await page.text();
    const assets = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+)"/g)].map(([, path]) => path ?? "");
    expect(assets.length).toBeGreaterThan(0);
    for (const path of assets) expect((await fetch(new URL(path, own.url))).status).toBe(200);

    const problems = [
      ["api/nothing", 404, "nothing is at /api/nothing"],
      ["api/v1/months/2026-11/report", 404, ""],
      ["api/v1/months/x/report", 400, "expected a month"],
      ["api/v1/months/2026-09/report?basis=gross", 400, "expected one of"],
      ["api/v1/resources?limit=0", 400, "from 1 to 1000"],
      ["api/v1/resources?verdict=bad", 400, "expected one of"],
      ["api/v1/resources?colour=red", 400, "colour"],
      ["api/v1/resources?after=x", 400, ""],
      ["api/v1/resource?name=x", 404, ""],
      ["..%2f..%2fpackage.json", 404, "nothing is at"],
    ] as const;
    for (const [path, status, words] of problems) {
      const answer = await fetch(new URL(path, own.url));
      expect([path, answer.status, answer.headers.get("content-type")]).toEqual([
        path,
        status,
        "application/problem+json; charset=utf-8",
      ]);
      expect(await answer.json()).toMatchObject({ status, detail: expect.stringContaining(words) });
    }
    expect((await fetch(own.url, { method: "POST" })).status).toBe(405);
    expect((await fetch(own.url, { method: "HEAD" })).status).toBe(200);
    expect(await askAs("evil.example", own.url)).toContain("421");
    expect(await own.stop()).toBe(0);
  });
});

/** The first line of what is answered to a request that names another host. */
function askAs(host: string, url: string): Promise<string> {
  const { port } = new URL(url);
  return new Promise((resolve) => {
    const socket = connect(Number(port), "127.0.0.1", () => {
      socket.write(`GET /api/v1/months HTTP/1.1\r\nHost: ${host}\r\n\r\n`);
    });
    socket.once("data", (data) => {
      resolve(String(data).split("\r\n")[0] ?? "");
      socket.destroy();
    });
  });
}
