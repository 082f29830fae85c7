import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { functionNames } from "../functions/names.ts";
import { namesIn } from "./checks/environment.ts";
import { run } from "./graph/run.ts";
import { functionsOf } from "./graph.ts";
import { graphOf, SCENARIOS } from "./scenarios.ts";

describe("functions", () => {
  test.each(Object.keys(SCENARIOS))("are all deployed, and no other: %s", async (scenario) => {
    const deployed = functionsOf(await graphOf(scenario)).map(({ source }) => source);
    expect(deployed.toSorted()).toEqual(functionNames().map((name) => `functions/${name}.handler`));
  });

  test("are bundled so that Lambda finds their handler", async () => {
    const functions = functionsOf(await graphOf("one account, acting"));
    for (const { folder, handler, source, environment } of functions) {
      const [file, name] = handler.split(".");
      const module = join(folder, `${file}.mjs`);
      expect(existsSync(module), source).toBe(true);
      const program = `import(${JSON.stringify(module)}).then((m) => console.log(typeof m[${JSON.stringify(name)}]))`;
      const words = ["--input-type=module", "--eval", program];
      expect(await run(words, { ...environment, AWS_REGION: "eu-central-1" }), source).toBe("function\n");
    }
  });
});

describe("what a source reads of its environment", () => {
  test.each([
    ["process.env.A", { names: ["A"], isComputed: false }],
    ['process.env["A"]', { names: ["A"], isComputed: false }],
    ["process.env[name]", { names: [], isComputed: true }],
    ["values.env.A", { names: [], isComputed: false }],
    ["process.env?.A ?? process.env.B", { names: ["A", "B"], isComputed: false }],
  ])("%s", (text, expected) => {
    expect(namesIn(`const a = ${text};`, "a.ts")).toEqual(expected);
  });
});
