import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";
import { beforeAll, describe, expect, test } from "vitest";
import { bundle, ENGINE, FUNCTIONS } from "./functions/bundle.ts";
import { invoke } from "./functions/invoke.ts";

const ROOT = join(import.meta.dirname, "..");
const FOLDER = join(ROOT, "node_modules/.cache/tagledger/functions");
/** Bytes of our own code in one function, minified, with all that it loads later. A third of it is the catalog. */
const MOST_OWN = 450_000;
/** What divides months holds every kind of source of usage besides. */
const MORE_OWN: Readonly<Record<string, number>> = { allocate: 110_000 };
/** Bytes that are read before a function is there, libraries included. */
const MOST_AT_ONCE = 60_000;

let metafile: Metafile;

beforeAll(async () => {
  metafile = await bundle(FOLDER);
});

/** The outputs that a function reaches: at once, or ever. */
function reached(name: string, isAtOnce: boolean): Metafile["outputs"][string][] {
  const found = new Map<string, Metafile["outputs"][string]>();
  const follow = (path: string) => {
    const output = metafile.outputs[path];
    if (output === undefined || found.has(path)) return;
    found.set(path, output);
    for (const { path: next, kind } of output.imports)
      if (!isAtOnce || kind === "import-statement") follow(next);
  };
  const entry = Object.entries(metafile.outputs).find(
    ([, { entryPoint }]) => entryPoint === `functions/${name}.ts`,
  );
  follow(entry?.[0] ?? "");
  return [...found.values()];
}

const inputsOf = (outputs: readonly Metafile["outputs"][string][]) =>
  outputs.flatMap(({ inputs }) =>
    Object.entries(inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0),
  );

describe.each(FUNCTIONS)("the bundle of %s", (name) => {
  test("holds little code of ours", () => {
    const own = inputsOf(reached(name, false)).filter(([path]) => /^(functions|packages)\//.test(path));
    const bytes = own.reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(MOST_OWN + (MORE_OWN[name] ?? 0));
  });

  test("asks for the engine of bills only where bills are read", () => {
    const asked = reached(name, false).flatMap(({ imports }) => imports.map(({ path }) => path));
    expect(asked.includes(ENGINE)).toBe(["allocate", "on-bill-delivered"].includes(name));
  });

  test("holds no client of all calls of a service", () => {
    const all = inputsOf(reached(name, false)).map(([path]) => path);
    const clients = all.filter((path) => path.includes("/@aws-sdk/client-"));
    expect(clients.some((path) => /client-dynamodb\/.*Client\.js$/.test(path))).toBe(true);
    // `EC2.js` beside `EC2Client.js` is the class that knows every call.
    const isAggregate = (path: string) =>
      path.endsWith(".js") && existsSync(join(ROOT, path.replace(/\.js$/, "Client.js")));
    expect(clients.filter(isAggregate)).toEqual([]);
  });

  test("reads no more at once than what every invocation needs", () => {
    const atOnce = reached(name, true);
    expect(atOnce.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(MOST_AT_ONCE);
    const paths = inputsOf(atOnce).map(([path]) => path);
    expect(paths.filter((path) => /@aws-sdk|@smithy|zod|yaml|xray|packages\/core/.test(path))).toEqual([]);
  });

  test("says by name what its environment lacks, and tries again", async () => {
    const env = { AWS_REGION: "eu-central-1", TAGLEDGER_TABLE: "t" };
    const { results, output } = await invoke(
      join(FOLDER, `${name}.mjs`),
      [{ Records: [] }, { Records: [] }],
      env,
    );
    const error = expect.stringMatching(/AWS_ACCOUNT is missing: .*\nTAGLEDGER_BUS is missing/);
    expect(results).toEqual([{ error }, { error }]);
    expect(output).toContain('"code":"bad-configuration"');
  });
});
