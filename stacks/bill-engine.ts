import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** What the package of a function holds besides its bundle. */
export interface Packaged {
  /** Packages that are no JavaScript alone, and their versions. */
  readonly install: Readonly<Record<string, string>>;
  readonly copyFiles: readonly { readonly from: string; readonly to: string }[];
}

/** Where the engine's queries are. */
const QUERIES = "packages/adapters/src/duckdb";
const ENGINE = "@duckdb/node-api";
/** For the processor and C library of Lambda, whatever machine deploys. */
const NATIVE = "@duckdb/node-bindings-linux-arm64";

/** The engine that reads bills, in the version that our own package names, and its queries, which it looks for beside the bundle. */
export function billEngine(): Packaged {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const version = dependencies[ENGINE];
  if (version === undefined) throw new Error(`package.json: ${ENGINE} is not among the dependencies`);
  const queries = readdirSync(QUERIES, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".sql"),
  );
  return {
    install: { [ENGINE]: version, [NATIVE]: version },
    copyFiles: queries.sort().map((file) => ({ from: join(QUERIES, file), to: file })),
  };
}
