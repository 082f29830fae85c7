import { readFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { PLATFORM, ROOT } from "../platform.ts";
import type { App } from "./types.ts";

const CONFIG = join(ROOT, "sst.config.ts");

const BANNER = [
  "import { createRequire as topLevelCreateRequire } from 'module';",
  "const require = topLevelCreateRequire(import.meta.url);",
  'import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from "url"',
  "const __filename = topLevelFileUrlToPath(import.meta.url)",
  'const __dirname = topLevelFileUrlToPath(new topLevelURL(".", import.meta.url))\n',
].join("\n");

const COMMON: BuildOptions = {
  bundle: true,
  format: "esm",
  platform: "node",
  target: "es2023",
  mainFields: ["module", "main"],
  nodePaths: [join(PLATFORM, "node_modules")],
  external: [
    "@pulumi/*",
    "undici",
    "@pulumiverse/*",
    "@sst-provider/*",
    "@aws-sdk/*",
    "esbuild",
    "archiver",
    "glob",
    "vite",
  ],
  logLevel: "silent",
  sourcemap: "linked",
};

/** Bundles what says what the app is called, as SST does. */
export async function bundleApp(stage: string, outfile: string): Promise<void> {
  await build({
    ...COMMON,
    outfile,
    banner: { js: `${BANNER}function $config(input) { return input }` },
    plugins: [noTopLevelImports],
    stdin: {
      resolveDir: ROOT,
      sourcefile: "eval.ts",
      loader: "ts",
      contents: `import mod from ${JSON.stringify(CONFIG)}; export default mod.app(${JSON.stringify({ stage })});`,
    },
  });
}

/** Bundles what makes the resources, as SST does. */
export async function bundleProgram(app: App, work: string, outfile: string): Promise<void> {
  const paths = { home: work, root: ROOT, work, platform: PLATFORM };
  const cli = { command: "deploy", dev: false, paths, state: { version: {} } };
  await build({
    ...COMMON,
    outfile,
    banner: { js: BANNER },
    define: { $app: JSON.stringify(app), $cli: JSON.stringify(cli), $dev: "false" },
    inject: [join(PLATFORM, "src/shim/run.js")],
    plugins: [noTopLevelImports, globals()],
    stdin: {
      resolveDir: ROOT,
      sourcefile: "eval.ts",
      loader: "ts",
      contents: `
        import { run } from ${JSON.stringify(join(PLATFORM, "src/auto/run.ts"))};
        import mod from ${JSON.stringify(CONFIG)};
        export default () => run(mod.run);`,
    },
  });
}

/** Puts `aws`, `sst` and the other providers into every file that is not SST's. */
function globals(): Plugin {
  const lock = readFileSync(join(ROOT, ".sst/provider-lock.json"), "utf8");
  const providers = JSON.parse(lock) as readonly { alias: string; package: string }[];
  const imports = [
    ...providers.map(({ alias, package: name }) => `import * as ${alias} from ${JSON.stringify(name)};`),
    `import * as sst from ${JSON.stringify(join(PLATFORM, "src/components"))};`,
  ].join("\n");
  return {
    name: "globals",
    setup({ onLoad }) {
      onLoad({ filter: /\.(js|ts|jsx|tsx)$/ }, ({ path }) => {
        const text = readFileSync(path, "utf8");
        const isOfSst = path.includes(`${sep}.sst${sep}`);
        return { contents: isOfSst ? text : `${imports}\n${text}`, loader: "default" };
      });
    },
  };
}

/** SST refuses imports at the top of its configuration. */
const noTopLevelImports: Plugin = {
  name: "no-top-level-imports",
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ importer, kind, path }) => {
      if (basename(importer) !== "sst.config.ts" || kind !== "import-statement") return undefined;
      // What is put into every file stands at the top, too.
      if (path.includes(PLATFORM) || path.startsWith("@pulumi/")) return undefined;
      return { errors: [{ text: `sst.config.ts imports ${path} at its top` }] };
    });
  },
};
