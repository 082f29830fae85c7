import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { evaluateGraph, type GraphOptions } from "./graph.ts";
import { SCENARIOS } from "./scenarios.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "tagledger-refused-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What a deployment says that is told otherwise than a good one. */
async function saidOf(change: Partial<GraphOptions>): Promise<string> {
  const good = SCENARIOS["one account, observing"] as GraphOptions;
  const options = { ...good, ...change, env: { ...good.env, ...change.env } };
  return evaluateGraph(options).then(
    () => "nothing",
    (error: Error) => error.message,
  );
}

/** As many accounts, each in one region. */
function some(count: number): string {
  return Array.from({ length: count }, (_, place) => `${200_000_000_000 + place}:eu-central-1`).join(",");
}

/** As many tags that the schema does not know. */
function more(count: number): string {
  return Array.from({ length: count }, (_, place) => `,more-${place + 1}=x`).join("");
}

/** A file with this configuration. */
function file(text: string): string {
  const path = join(folder, "wrong.yaml");
  writeFileSync(path, text);
  return path;
}

describe("a deployment is refused", () => {
  test.each([
    [
      "a place that is none",
      { TAGLEDGER_PLACES: "eu-central-1" },
      'TAGLEDGER_PLACES is "eu-central-1": expected accounts and regions',
    ],
    [
      "other accounts without an external id",
      { TAGLEDGER_PLACES: "222233334444:eu-central-1" },
      "TAGLEDGER_EXTERNAL_ID is missing: TAGLEDGER_PLACES names 222233334444",
    ],
    [
      "a place of another partition",
      { TAGLEDGER_PLACES: "111122223333:eu-central-1,111122223333:us-gov-west-1" },
      "TAGLEDGER_PLACES: 111122223333:us-gov-west-1 is in another partition than eu-central-1",
    ],
    [
      "an external id that AWS does not take",
      { TAGLEDGER_EXTERNAL_ID: "a b" },
      'TAGLEDGER_EXTERNAL_ID is "a b"',
    ],
    ["a view that is none", { TAGLEDGER_EXPLORER_VIEW: "all" }, 'TAGLEDGER_EXPLORER_VIEW is "all"'],
    ["an address that is none", { TAGLEDGER_ALARM_EMAIL: "nobody" }, 'TAGLEDGER_ALARM_EMAIL is "nobody"'],
    [
      "an identity of mail where none is sent",
      { TAGLEDGER_MAIL_IDENTITY: "example.com" },
      'TAGLEDGER_MAIL_IDENTITY is "example.com": expected none, as notify.email.from names no sender',
    ],
    [
      "an identity that is not the sender's",
      {
        TAGLEDGER_CONFIG_FILE: "test/stacks/configurations/acting.yaml",
        TAGLEDGER_MAIL_IDENTITY: "ample.com",
      },
      'TAGLEDGER_MAIL_IDENTITY is "ample.com": expected finops@example.com or example.com',
    ],
    [
      "a name of the page without a certificate",
      { TAGLEDGER_PAGE_DOMAIN: "costs.example.com" },
      "TAGLEDGER_PAGE_CERTIFICATE is missing",
    ],
    [
      "a certificate of another region than CloudFront's",
      {
        TAGLEDGER_PAGE_DOMAIN: "costs.example.com",
        TAGLEDGER_PAGE_CERTIFICATE: "arn:aws:acm:eu-central-1:111122223333:certificate/a",
      },
      /TAGLEDGER_PAGE_CERTIFICATE is .*: expected the ARN of a certificate of ACM in us-east-1/,
    ],
    [
      "an origin of tokens that is none",
      { TAGLEDGER_TOKEN_ORIGIN: "https://oauth2.example.com/token" },
      'TAGLEDGER_TOKEN_ORIGIN is "https://oauth2.example.com/token": expected an origin',
    ],
    [
      "more places than the environment of a function holds",
      { TAGLEDGER_PLACES: some(150), TAGLEDGER_EXTERNAL_ID: "tagledger-4f1c9a" },
      /TAGLEDGER_PLACES names 150 accounts and regions: the environment of tagledger-dev-on-due would have \d+ characters, and AWS takes 4096/,
    ],
    [
      "more accounts than the policy of a bus holds",
      { TAGLEDGER_PLACES: some(320), TAGLEDGER_EXTERNAL_ID: "tagledger-4f1c9a" },
      /TAGLEDGER_PLACES names 320 other accounts: the policy of the bus tagledger-dev-intake would have \d+ characters, and AWS takes 10240/,
    ],
    [
      "more tags than S3 takes",
      { TAGLEDGER_TAGS: `ml-team=ml-platform,ml-environment=prod${more(7)}` },
      /TAGLEDGER_TAGS: 9 tags \(ml-team, ml-environment, more-1, .*\): expected at most 8/,
    ],
    ["a tag without a value", { TAGLEDGER_TAGS: "ml-team" }, 'TAGLEDGER_TAGS: "ml-team" is no tag'],
    [
      "a tag of nobody",
      { TAGLEDGER_TAGS: "ml-team=fraud,ml-environment=prod" },
      'TAGLEDGER_TAGS: ml-team is "fraud"',
    ],
    ["no tags where the schema wants some", { TAGLEDGER_TAGS: "" }, "TAGLEDGER_TAGS: ml-team is missing"],
    [
      "a configuration that is not there",
      { TAGLEDGER_CONFIG_FILE: "nowhere.yaml" },
      "nowhere.yaml: this configuration cannot be read",
    ],
  ])("for %s", async (_, env, message) => {
    const said = await saidOf({ env });
    if (typeof message === "string") expect(said).toContain(message);
    else expect(said).toMatch(message);
  });

  test("for a configuration that does not hold together, with line and column", async () => {
    const wrong = file("version: 1\ntags:\n  ml-team: { require: true }\n");
    expect(await saidOf({ env: { TAGLEDGER_CONFIG_FILE: wrong } })).toMatch(/wrong\.yaml:3:\d+: .*require/);
  });

  test("for a secret that nobody set, with the command that sets it", async () => {
    const acting = SCENARIOS["one account, acting"] as GraphOptions;
    expect(await saidOf({ ...acting, secrets: {} })).toContain("sst secret set SlackWebhook");
  });

  test("for a stage whose names would be too long", async () => {
    expect(await saidOf({ stage: "somebodys-branch" })).toContain("the stage somebodys-branch");
  });
});
