import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { ROOT } from "./platform.ts";

const FOLDER = join(ROOT, ".sst/wrong");
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** What the compiler says of a project. */
function said(project: string): string {
  const words = [join(ROOT, "node_modules/typescript/bin/tsc"), "-p", project, "--pretty", "false"];
  return spawnSync(process.execPath, words, { cwd: ROOT, encoding: "utf8" }).stdout;
}

describe("the compiler", () => {
  test("takes the configuration of SST and the stacks", () => {
    expect(said("stacks")).toBe("");
  });

  test.each([
    ['new sst.aws.Queue("Wrong", { visibilityTimeout: 5 });', "'number'"],
    ['new sst.aws.Function("Wrong", { handler: "a.handler", architecture: "risc" });', '"risc"'],
    ['new aws.sqs.Queue("Wrong", { messageRetention: 5 });', "messageRetention"],
    ['new sst.aws.Nothing("Wrong");', "Nothing"],
  ])("refuses %s", (line, named) => {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(join(FOLDER, "wrong.ts"), `${line}\nexport {};\n`);
    const include = ["wrong.ts", "../platform/config.d.ts"];
    writeFileSync(
      join(FOLDER, "tsconfig.json"),
      JSON.stringify({ extends: "../../stacks/tsconfig.json", include }),
    );
    expect(said(FOLDER)).toMatch(new RegExp(`^\\.sst/wrong/wrong\\.ts\\(1,\\d+\\): error .*${named}`));
  });
});
