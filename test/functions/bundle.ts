import { rmSync } from "node:fs";
import { join } from "node:path";
import { build, type Metafile } from "esbuild";
import { functionNames } from "./names.ts";

const ROOT = join(import.meta.dirname, "../..");
/** The functions that Lambda calls. */
export const FUNCTIONS = functionNames();

/** By which bills are read. */
export const ENGINE = "@duckdb/node-api";

/** CommonJS in a bundle of ES modules, as the library of X-Ray is, looks for a `require`. */
const BANNER =
  'import{createRequire as createRequireOfBundle}from"node:module";const require=createRequireOfBundle(import.meta.url);';

/** Bundles the functions as a deployment does, into a folder that is emptied before. */
export async function bundle(folder: string): Promise<Metafile> {
  rmSync(folder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: FUNCTIONS.map((name) => `functions/${name}.ts`),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    minify: true,
    splitting: true,
    metafile: true,
    format: "esm",
    platform: "node",
    target: "node24",
    // ES modules first: what is not used of them is left out.
    mainFields: ["module", "main"],
    // Native, and installed beside the one function that reads bills.
    external: [ENGINE],
    banner: { js: BANNER },
    logLevel: "error",
  });
  return metafile;
}
