import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { START } from "@tagledger/core/ledger/testing/records";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openSqliteLedger } from "./ledger.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "sqlite-"));
  path = join(folder, "ledger.sqlite");
});

afterEach(() => rmSync(folder, { recursive: true }));

describe("a process that is killed", () => {
  test.each([1, 50, 400])("after %i events leaves all it wrote, and nothing by halves", async (count) => {
    const child = claiming(path);
    const written = await killedAfter(child, count);

    const ledger = await openSqliteLedger(path);
    const found = [];
    // It may have written one more than it said.
    for (let index = 0; index <= written + 1; index += 1) {
      const event = await ledger.event(`${index}`, START);
      expect((await ledger.history(`${index}`)).version, `${index}`).toBe(event === null ? 0 : 1);
      if (event !== null) found.push(index);
    }
    expect(found.length).toBeGreaterThanOrEqual(written);
    expect((await ledger.resources({ limit: 1000 })).items.length).toBe(Math.min(found.length, 1000));
    await ledger.close();
    expect(readdirSync(folder)).toEqual(["ledger.sqlite"]);
  });
});

describe("processes that begin together", () => {
  test("make one ledger, and claim each event once", async () => {
    const children = Array.from({ length: 4 }, () => claiming(path, 100));
    const outputs = await Promise.all(children.map(async (child) => text(child.stdout)));
    const claimed = outputs.flatMap((output) =>
      output
        .split("\n")
        .filter((line) => line !== "")
        .map(Number),
    );
    expect(claimed.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index));
  });

  test("print nothing but what they are told to", async () => {
    const child = claiming(path, 1);
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    expect({ stdout, stderr }).toEqual({ stdout: "0\n", stderr: "" });
  });
});

function claiming(file: string, count?: number) {
  const script = join(import.meta.dirname, "testing/claim.ts");
  return spawn(process.execPath, [script, file, ...(count === undefined ? [] : [`${count}`])], {
    stdio: ["ignore", "pipe", "pipe"],
    // Vitest's own options and warnings filter are not what people run with.
    env: { PATH: process.env.PATH },
  });
}

/** Kills a process once it said that it wrote so many events; how many it said in the end. */
async function killedAfter(child: ChildProcess, count: number): Promise<number> {
  let output = "";
  child.stdout?.on("data", (data: Buffer) => {
    output += data.toString();
    if (output.split("\n").length > count) child.kill("SIGKILL");
  });
  const [, signal] = await once(child, "close");
  expect(signal).toBe("SIGKILL");
  return output.split("\n").length - 1;
}
