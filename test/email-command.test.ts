import { spawn, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseAmount, sum } from "@tagledger/core/costs/money";
import { parse } from "csv-parse/sync";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, expect, test } from "vitest";
import { deliver, handIn, SHARING } from "./allocate/allocating.ts";

const root = mkdtempSync(join(tmpdir(), "tagledger-email-command-"));
const main = join(import.meta.dirname, "../packages/cli/bin/tagledger.js");
const RULES = `${SHARING}usage: [{ kind: csv, path: usage.csv }]
teams: { fraud-detection: { email: [fraud@example.com] } }
notify: { email: { from: finops@example.com }, fallback: { email: [platform@example.com] } }
`;
let folder = "";

beforeAll(async () => {
  folder = join(root, "company");
  mkdirSync(folder);
  writeFileSync(join(folder, "tagledger.yaml"), RULES);
  handIn(folder, ["gpu,fraud-detection,gpu-hours,3"]);
  await deliver(folder, 1);
  for (const words of [["ingest", "exports"], ["allocate"]]) expect(tagledger(...words).status).toBe(0);
});
afterAll(() => rmSync(root, { recursive: true }));

function tagledger(...words: string[]) {
  const { TAGLEDGER_CELLS: _, ...env } = process.env;
  return spawnSync(process.execPath, [main, ...words], { cwd: folder, env, encoding: "utf8" });
}

interface Written {
  readonly team: string | null;
  readonly to: readonly string[];
  readonly file: string;
}

test("a dry run writes every mail, prints whom it would go to, and sends nothing", async () => {
  const report = JSON.parse(tagledger("snapshots", "--json").stdout) as { period: string }[];
  const period = report[0]?.period ?? "";
  const { status, stdout, stderr } = tagledger("email", period, "--dry-run", "--out", "out", "--json");
  expect(status, stderr).toBe(0);
  expect(stderr).toContain("Nothing was sent.");
  const written = JSON.parse(stdout) as Written[];
  expect(written.filter(({ to }) => to.length > 0).map(({ team, to }) => [team, to])).toEqual([
    ["fraud-detection", ["fraud@example.com"]],
    [null, ["platform@example.com"]],
  ]);
  expect(readdirSync(join(folder, "out"))).toHaveLength(written.length);
  const explained = JSON.parse(
    tagledger("explain", "--team", "fraud-detection", "--period", period, "--json").stdout,
  ) as { total: string };
  const file = written.find(({ team }) => team === "fraud-detection")?.file ?? "";
  const mail = await PostalMime.parse(readFileSync(join(folder, file)));
  const csv = new TextDecoder().decode(mail.attachments[0]?.content as ArrayBuffer);
  const rows = parse(csv, { columns: true }) as { amount: string }[];
  expect(sum(rows.map(({ amount }) => parseAmount(amount)))).toBe(parseAmount(explained.total));
  expect(mail.text).toContain(`exactly ${explained.total} USD`);
  expect(mail.html).toContain(`title="${explained.total}"`);
});

test("beside the ledger of npm start, a dry run goes by the sample's configuration, and sending by none", () => {
  const home = join(root, "started", ".tagledger");
  mkdirSync(join(home, "sample"), { recursive: true });
  cpSync(join(folder, ".tagledger", "ledger.sqlite"), join(home, "sample.sqlite"));
  writeFileSync(join(home, "sample", "tagledger.yaml"), RULES);
  const run = (...words: string[]) =>
    spawnSync(process.execPath, [main, "email", "2026-09", ...words], {
      cwd: join(root, "started"),
      encoding: "utf8",
    });
  const { status, stdout, stderr } = run("--dry-run");
  expect(status, stderr).toBe(0);
  expect(stdout).toContain("fraud-detection: to fraud@example.com: mails/");
  expect(stdout).toContain("the platform: to platform@example.com: mails/");
  const sent = run();
  expect([sent.status, sent.stdout]).toEqual([2, ""]);
  expect(sent.stderr).toContain("tagledger.yaml: there is no such configuration");
});

test("mails are sent once, over SES", async () => {
  const taken: { Destination: { ToAddresses: string[] } }[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      taken.push(JSON.parse(Buffer.concat(parts).toString()));
      response.setHeader("content-type", "application/json").end('{"MessageId":"m-1"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL_SESV2: `http://127.0.0.1:${port}`,
    AWS_REGION: "eu-central-1",
    AWS_ACCESS_KEY_ID: "none",
    AWS_SECRET_ACCESS_KEY: "none",
  };
  const run = () =>
    new Promise<string>((resolve) => {
      const child = spawn(process.execPath, [main, "email", "2026-09"], { cwd: folder, env });
      let said = "";
      child.stdout.on("data", (text) => (said += text));
      child.stderr.on("data", (text) => (said += text));
      child.on("close", () => resolve(said));
    });
  const first = await run();
  expect(first).toContain("fraud-detection: sent to fraud@example.com");
  expect(first).toContain("the platform: sent to platform@example.com");
  expect(await run()).toContain("fraud-detection: was sent before");
  expect(taken.map(({ Destination }) => Destination.ToAddresses)).toEqual([
    ["fraud@example.com"],
    ["platform@example.com"],
  ]);
  server.close();
});

test("a place for files without a dry run is a slip", () => {
  const { status, stderr } = tagledger("email", "2026-09", "--out", "out");
  expect(status).toBe(2);
  expect(stderr).toContain("--out: mails are only written with --dry-run");
});
