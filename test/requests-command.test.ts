import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { nodeHash } from "@tagledger/adapters/node/hash";
import { openSqliteLedger } from "@tagledger/adapters/sqlite/ledger";
import { canonicalConfig } from "@tagledger/core/config/canonical";
import { loadConfig } from "@tagledger/core/config/load";
import { afterAll, beforeAll, expect, test } from "vitest";
import { watchedCompany } from "./world/watched.ts";

const [HOUR, DAY] = [3_600_000, 86_400_000];
const folder = mkdtempSync(join(tmpdir(), "tagledger-requests-"));
const main = join(import.meta.dirname, "../packages/cli/bin/tagledger.js");
const LEDGER = ["--ledger", "ledger.sqlite"];
const CONFIG = `version: 1
tags: { ml-team: { required: true, values: [vision] } }
teams: { vision: {} }
enforcement:
  environments: { dev: { accounts: ["444455556666"] } }
  rules:
    - { match: { type: "ec2:instance", environment: dev }, mode: [notify, quarantine], deadline: 4h }
`;
let [found, quarantined, fresh] = ["", "", ""];

function tagledger(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

/** The day so many days from now, as people write it. */
const dayIn = (days: number) => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

/** Half a day of a company: one instance was quarantined, one violates and is not yet. */
beforeAll(async () => {
  writeFileSync(join(folder, "tagledger.yaml"), CONFIG);
  const { config } = loadConfig(CONFIG, "tagledger.yaml");
  const hash = nodeHash.sha256(canonicalConfig(config));
  const ledger = await openSqliteLedger(join(folder, "ledger.sqlite"));
  const start = Math.floor(Date.now() / HOUR) * HOUR - 12 * HOUR;
  const world = watchedCompany({ config, hash }, { ledger, start });
  await world.launch("1");
  await world.pass(9 * HOUR);
  await world.launch("2");
  await world.pass(3 * HOUR);
  [quarantined, found, fresh] = [world.arn("1"), world.arn("2"), world.arn("3")];
  await ledger.close();
});

afterAll(() => rmSync(folder, { recursive: true }));

test("an exemption is asked for, listed, approved by another, told in the story, and ended", () => {
  const until = dayIn(7);
  const asking = ["request-exemption", found, ...LEDGER, "--by", "ann", "--reason", "a demo", "--json"];
  const asked = tagledger(...asking, "--until", until);
  expect([asked.status, asked.stderr]).toEqual([0, expect.stringContaining("asks for the exemption")]);
  const request = JSON.parse(asked.stdout);
  const end = new Date(Date.parse(until) + DAY).toISOString();
  expect(request).toMatchObject({ kind: "exemption", state: "open", requester: "ann", until: end });

  const listed = JSON.parse(tagledger("requests", ...LEDGER, "--state", "open", "--json").stdout);
  expect(listed).toEqual([request]);

  const own = tagledger("decide", request.id, "--approve", ...LEDGER, "--by", "ann");
  expect(own).toMatchObject({ status: 2, stderr: expect.stringContaining("somebody else has to approve") });

  const { status, stdout } = tagledger("decide", request.id, "--approve", ...LEDGER, "--by", "bo", "--json");
  expect([status, JSON.parse(stdout)]).toEqual([
    0,
    expect.objectContaining({ state: "approved", decidedBy: "bo" }),
  ]);
  const story = tagledger("resource", found, ...LEDGER).stdout;
  expect(story).toContain(`exempt until ${end}: a demo`);
  expect(story).toContain(`exempted: by bo until ${end}, as request ${request.id} asks: a demo`);

  expect(tagledger("decide", request.id, "--withdraw", ...LEDGER, "--by", "ann").status).toBe(0);
  expect(tagledger("resource", found, ...LEDGER).stdout).not.toContain("exempt until");
});

test("a release is asked for and refused, with the reason", () => {
  const asked = tagledger(
    "request-release",
    quarantined,
    ...LEDGER,
    "--reason",
    "a demo",
    "--by",
    "ann",
    "--json",
  );
  const { id } = JSON.parse(asked.stdout);
  const { stderr } = tagledger("decide", id, "--refuse", ...LEDGER, "--by", "bo", "--note", "tag it");
  expect(stderr).toContain(`request ${id} is refused: the release of ${quarantined}`);
  const [listed] = JSON.parse(tagledger("requests", ...LEDGER, "--json").stdout);
  expect(listed).toMatchObject({ id, state: "refused", note: "tag it" });
  expect(tagledger("requests", ...LEDGER, "--state", "refused").stdout).toContain("a demo");
});

test.each([
  [["request-exemption", "ARN", "--reason", "x", "--until", "2026-02-30"], "expected a date such as"],
  [["request-exemption", "ARN", "--reason", "x", "--until", "2020-01-01"], "that is over already"],
  [["request-exemption", "ARN", "--reason", "x", "--until", dayIn(100)], "at most 90 days"],
  [["request-exemption", "ARN", "--reason", "x"], "--until"],
  [["request-release", "ARN", "--reason", "x"], "nothing of it is quarantined"],
  [["decide", "0000", "--approve"], "there is no such request"],
  [["decide", "0000"], "say one of --approve, --refuse and --withdraw"],
  [["decide", "0000", "--approve", "--refuse"], "say one of"],
])("what cannot be asked or decided is refused: %s", (args, words) => {
  const { status, stderr } = tagledger(...args.map((each) => (each === "ARN" ? found : each)), ...LEDGER);
  expect([status, stderr]).toEqual([2, expect.stringContaining(words)]);
});

test("nothing is asked for what the ledger does not know", () => {
  const { status, stderr } = tagledger("request-release", fresh, ...LEDGER, "--reason", "x");
  expect([status, stderr]).toEqual([2, expect.stringContaining("knows no such resource")]);
});
