import { execFileSync } from "node:child_process";
import {
  closeSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Bundle } from "./graph/types.ts";
import { ROOT } from "./platform.ts";
import { graphOf } from "./scenarios.ts";

const API = "@duckdb/node-api";
const NATIVE = "@duckdb/node-bindings-linux-arm64";
/** What Lambda takes of a function, unpacked. */
const MOST = 250 * 1024 * 1024;
/** As an ELF file calls the processor that it is for. */
const AARCH64 = 183;

const versionOf = (name: string): string => {
  const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8"));
  return packages[`node_modules/${name}`]?.version;
};

/** The functions that read bills, or their cells. */
const READERS = ["functions/allocate.handler", "functions/on-bill-delivered.handler"];

let bundles: readonly Bundle[];
let readers: readonly Bundle[];
let bills: Bundle;
beforeAll(async () => {
  ({ bundles } = await graphOf("one account, acting"));
  readers = READERS.flatMap((reader) => bundles.find(({ source }) => source === reader) ?? []);
  const [found] = readers;
  if (found === undefined || readers.length < READERS.length) throw new Error("bills are read by nobody");
  bills = found;
});

describe("the engine of bills", () => {
  test("is pinned to one version for each processor that it runs on", () => {
    const version = versionOf(API);
    expect(version).toMatch(/^\d+\.\d+\.\d+/);
    for (const name of ["@duckdb/node-bindings", NATIVE, "@duckdb/node-bindings-linux-x64"])
      expect(versionOf(name), name).toBe(version);
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
    expect(dependencies[API]).toBe(version);
  });

  test("is installed in that version beside the functions that need it", () => {
    const version = versionOf(API);
    for (const { install } of readers) expect(install).toEqual({ [API]: version, [NATIVE]: version });
    for (const { source, install, inputs } of bundles) {
      if (READERS.includes(source)) continue;
      expect(install, source).toEqual({});
      expect(
        inputs.filter((path) => /duckdb/.test(path)),
        source,
      ).toEqual([]);
    }
  });

  test.each(READERS)("finds all its queries beside the bundle of %s", (reader) => {
    const { folder = "", component = "" } = readers.find(({ source }) => source === reader) ?? {};
    const zip = join(dirname(folder), component, "code.zip");
    const list = "import sys, zipfile; print('\\n'.join(zipfile.ZipFile(sys.argv[1]).namelist()))";
    const packed = execFileSync("python3", ["-c", list, zip], { encoding: "utf8" }).split("\n");
    const queries = globSync("**/*.sql", { cwd: join(ROOT, "packages/adapters/src/duckdb") });
    expect(queries.length).toBeGreaterThan(0);
    expect(packed.filter((name) => name.endsWith(".sql")).sort()).toEqual(queries.sort());
  });
});

describe("what a deployment installs for it, whatever machine it runs on,", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "engine-"));
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "package.json"), JSON.stringify({ dependencies: bills.install }));
    // As SST's command line does for arm64.
    const words = ["install", "--force", "--platform=linux", "--os=linux", "--arch=arm64", "--cpu=arm64"];
    execFileSync("npm", words, { cwd: folder, stdio: "pipe" });
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("is for the processor of the function", () => {
    const native = globSync("node_modules/@duckdb/**/*.{node,so}", { cwd: folder });
    expect(native.length).toBeGreaterThanOrEqual(2);
    for (const file of native) expect(machineOf(join(folder, file)), file).toBe(AARCH64);
  });

  test("fits into a function, with its bundle", () => {
    const sizeOf = (cwd: string) =>
      globSync("**/*", { cwd })
        .map((file) => statSync(join(cwd, file)))
        .reduce((sum, each) => sum + (each.isFile() ? each.size : 0), 0);
    const size = sizeOf(folder) + sizeOf(bills.folder);
    expect(size).toBeGreaterThan(50 * 1024 * 1024);
    expect(size).toBeLessThan(MOST);
  });
});

/** What a file of machine code says it is for. */
function machineOf(path: string): number {
  const head = Buffer.alloc(20);
  const file = openSync(path, "r");
  readSync(file, head, 0, head.length, 0);
  closeSync(file);
  if (head.toString("latin1", 0, 4) !== "\x7fELF") throw new Error(`${path} is no machine code of Linux`);
  return head.readUInt16LE(18);
}
