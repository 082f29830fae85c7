import { globSync, readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { join, posix } from "node:path";
import { type Import, importsOf } from "./imports.ts";

/** A source file, its path from the root of the tree, and where each of its imports leads. */
export type SourceFile = { readonly path: string; readonly imports: readonly Link[] };

/** An import and its target: a path in the tree where the target is ours, and its place as the rules name it. */
export type Link = Import & { readonly path: string | null; readonly place: string };

const SOURCES = "{functions,stacks,packages,test}/**/*.{ts,tsx,mts,js,mjs}";
const SKIPPED = ["node_modules", "dist", "fixtures"];
const TEST_FILE = /\.(test|bench)\.ts$/;

/** Every source file below a root, fixtures aside. */
export function readTree(root: string): SourceFile[] {
  const exclude = (path: string): boolean => SKIPPED.includes(posix.basename(path));
  return globSync([SOURCES, "*.{ts,js,mjs}"], { cwd: root, exclude })
    .sort()
    .map((path) => sourceFile(path, readFileSync(join(root, path), "utf8")));
}

/** A source file from its path and text. */
export function sourceFile(path: string, text: string): SourceFile {
  return { path, imports: importsOf(path, text).map((found) => link(path, found)) };
}

/** Whether a file is a test or a bench, which may use test tools. */
export function isTest(path: string): boolean {
  return TEST_FILE.test(path);
}

/** The place of a file as the rules name it: `packages/core/src/costs/money.test.ts` is `core/costs/money`. */
export function placeOf(path: string): string {
  const bare = path.replace(/(\.prop)?\.(test|bench)\.ts$|\.\w+$/, "");
  return bare.includes("/") ? bare.replace(/^packages\/([^/]+)\/(src\/)?/, "$1/") : `root/${bare}`;
}

/** The room of a place: two steps deep in core, one elsewhere. */
export function roomOf(place: string): string {
  return place
    .split("/")
    .slice(0, place.startsWith("core/") ? 2 : 1)
    .join("/");
}

/** The package whose border a relative import must not cross; all that lies outside `packages` is one. */
export function packageOf(path: string): string {
  return /^packages\/[^/]+/.exec(path)?.[0] ?? "";
}

function link(from: string, found: Import): Link {
  const path = found.specifier === null ? null : pathOf(from, found.specifier);
  if (path !== null) return { ...found, path, place: placeOf(path) };
  const bare = (found.specifier ?? "computed").replace(/^node:/, "");
  return { ...found, path, place: isBuiltin(bare) ? `node:${bare}` : `npm:${bare}` };
}

function pathOf(from: string, specifier: string): string | null {
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  const [, name, rest] = /^@tagledger\/([^/]+)\/?(.*)$/.exec(specifier) ?? [];
  return name === undefined ? null : `packages/${name}/src/${rest}.ts`;
}
