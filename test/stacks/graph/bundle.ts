import { existsSync } from "node:fs";
import { extname, join, relative } from "node:path";
import { build } from "esbuild";
import { ROOT } from "../platform.ts";
import type { Bundle } from "./types.ts";

/** What SST asks of its command line to have a function bundled. */
export interface BuildRequest {
  readonly functionID: string;
  readonly handler: string;
  readonly properties?: {
    readonly minify?: boolean;
    readonly splitting?: boolean;
    readonly install?: Readonly<Record<string, string>>;
  };
}

/** What each file of a bundle begins with, so that CommonJS in it works. */
const BANNER = [
  "import { createRequire as topLevelCreateRequire } from 'module';",
  "const require = topLevelCreateRequire(import.meta.url);",
  'import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url"',
  "const __filename = topLevelFileUrlToPath(import.meta.url)",
  'const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url))',
].join("\n");

/**
 * Bundles a function with the options that SST has for `nodejs24.x`.
 *
 * @throws where there is no such handler, or it cannot be bundled
 */
export async function bundleFunction(request: BuildRequest, folder: string): Promise<Bundle> {
  const { functionID, handler, properties = {} } = request;
  const source = `${handler.slice(0, -extname(handler).length)}.ts`;
  if (!existsSync(join(ROOT, source))) throw new Error(`Handler not found: ${handler}`);
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: [source],
    outdir: folder,
    entryNames: "bundle",
    outExtension: { ".js": ".mjs" },
    platform: "node",
    format: "esm",
    target: "es2024",
    external: ["sharp", "pg-native", ...Object.keys(properties.install ?? {})],
    mainFields: ["module", "main"],
    keepNames: true,
    bundle: true,
    metafile: true,
    sourcemap: "linked",
    minify: properties.minify ?? false,
    splitting: properties.splitting ?? false,
    banner: { js: BANNER },
    logLevel: "silent",
  });
  const inputs = Object.keys(metafile.inputs).map((path) => relative(ROOT, join(ROOT, path)));
  const { install = {} } = properties;
  return { component: functionID, source: handler, folder, install, inputs };
}

/** The handler of every bundle, as Lambda is told it. */
export function handlerOf({ handler }: BuildRequest): string {
  return `bundle${extname(handler)}`;
}
