import { relative } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeFolder, type TestFolder } from "../testing/folder.ts";
import { findTrailFiles } from "./find.ts";

let folder: TestFolder;
beforeEach(() => {
  folder = makeFolder();
});
afterEach(() => folder.remove());

/** What is found at paths below the folder, as paths below the folder. */
async function found(...names: string[]): Promise<string[]> {
  const paths: string[] = [];
  for await (const path of findTrailFiles(names.map(folder.at))) paths.push(relative(folder.at(""), path));
  return paths;
}

const ACCOUNT = "AWSLogs/111122223333";
const named = (...names: string[]) => folder.put(Object.fromEntries(names.map((name) => [name, ""])));

describe("in what AWS delivers, the log is", () => {
  const log = `${ACCOUNT}/CloudTrail/eu-west-1/2026/09/01/a.json.gz`;

  test.each([
    ["what AWS Config delivers", `${ACCOUNT}/Config/eu-west-1/2026/9/1/ConfigHistory/c.json.gz`],
    ["what flow logs deliver", `${ACCOUNT}/vpcflowlogs/eu-west-1/2026/09/01/v.log.gz`],
    ["what load balancers deliver", `${ACCOUNT}/elasticloadbalancing/eu-west-1/2026/09/01/e.log.gz`],
    ["digests", `${ACCOUNT}/CloudTrail-Digest/eu-west-1/2026/09/01/d.json.gz`],
  ])("CloudTrail's, not %s", async (_, other) => {
    named(log, other);
    expect(await found("")).toEqual([log]);
    expect(await found(ACCOUNT)).toEqual([log]);
  });

  test("all that CloudTrail delivers but digests", async () => {
    const insight = `${ACCOUNT}/CloudTrail-Insight/eu-west-1/2026/09/01/i.json.gz`;
    named(log, insight);
    expect(await found("")).toEqual([log, insight]);
  });

  test("that of every account and organization", async () => {
    const other = "AWSLogs/o-abc/444455556666/CloudTrail/us-east-1/2026/09/01/b.json.gz";
    named(log, other, "AWSLogs/o-abc/444455556666/Config/c.json.gz");
    expect(await found("")).toEqual([log, other]);
  });

  test("in the order of time within a region", async () => {
    const days = ["02", "10", "01"].map((day) => `${ACCOUNT}/CloudTrail/eu-west-1/2026/09/${day}/a.json.gz`);
    named(...days);
    expect(await found("")).toEqual(days.toSorted());
  });

  test("in folders of any names, where none of them is CloudTrail's", async () => {
    named("CloudTrail", "Config/a.json", "prod/b.log.gz");
    expect(await found("")).toEqual(["Config/a.json", "prod/b.log.gz"]);
  });
});

describe("in a folder, a log is", () => {
  test("whatever could be one by its name", async () => {
    const logs = ["a.json", "b.json.gz", "c.jsonl", "d.NDJSON", "e.log.gz", "f.txt", "g.gz"];
    named(...logs, "readme.md", "h.csv", "i.parquet", "json", ".hidden.json", ".git/x.json");
    expect(await found("")).toEqual(logs);
  });

  test("found once where folders are linked in a loop", async () => {
    named("a/one.json");
    folder.link("a/back", "..");
    folder.link("b", "a");
    expect(await found("")).toEqual(["a/one.json"]);
  });

  test("also what a link leads to, and a link that leads nowhere, which is found out when it is read", async () => {
    named("elsewhere/one.json");
    folder.link("here/linked.json", "../elsewhere/one.json");
    folder.link("here/gone.json", "nowhere.json");
    folder.link("here/gone", "nowhere");
    expect(await found("here")).toEqual(["here/gone.json", "here/linked.json"]);
  });
});

describe("what is asked for by name", () => {
  test("is read whatever it is called, and as often as it is named", async () => {
    named("odd.bin", "AWSLogs/1/CloudTrail-Digest/d.json");
    expect(await found("odd.bin", "AWSLogs/1/CloudTrail-Digest/d.json", "odd.bin")).toEqual([
      "odd.bin",
      "AWSLogs/1/CloudTrail-Digest/d.json",
      "odd.bin",
    ]);
  });

  test("is read though it lies beside CloudTrail's folder, or holds digests", async () => {
    named("AWSLogs/1/CloudTrail/a.json", "AWSLogs/1/CloudTrail-Digest/d.json", "AWSLogs/1/Config/c.json");
    expect(await found("AWSLogs/1/Config")).toEqual(["AWSLogs/1/Config/c.json"]);
    expect(await found("AWSLogs/1/CloudTrail-Digest")).toEqual(["AWSLogs/1/CloudTrail-Digest/d.json"]);
  });

  test("must all be there before the first is read", async () => {
    named("a.json");
    const files = findTrailFiles([folder.at("a.json"), folder.at("absent")]);
    await expect(files.next()).rejects.toMatchObject({
      code: "bad-input",
      message: `${folder.at("absent")}: there is no such file or folder`,
    });
  });
});
