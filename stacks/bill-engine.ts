import { cpSync, readFileSync, rmSync } from "node:fs";
import { extname, join, relative } from "node:path";

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
  const { root } = $cli.paths;
  const { dependencies } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
    readonly dependencies: Readonly<Record<string, string>>;
  };
  const version = dependencies[ENGINE];
  if (version === undefined) throw new Error(`package.json: ${ENGINE} is not among the dependencies`);
  return {
    install: { [ENGINE]: version, [NATIVE]: version },
    copyFiles: [{ from: relative(root, gathered(root)), to: "." }],
  };
}

/** A folder with the queries alone: of files that are named one by one, SST packs each twice. */
function gathered(root: string): string {
  const folder = join($cli.paths.work, "queries");
  rmSync(folder, { recursive: true, force: true });
  const isQuery = (path: string) => ["", ".sql"].includes(extname(path));
  cpSync(join(root, QUERIES), folder, { recursive: true, filter: isQuery });
  return folder;
}
