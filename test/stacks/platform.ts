import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const ROOT = join(import.meta.dirname, "../..");
/** Where SST keeps its components and the providers of the configuration, and takes both from. */
export const PLATFORM = join(ROOT, ".sst/platform");

const MARK = join(ROOT, ".sst/made-for.json");
/** How long it may take, in milliseconds, with a registry that is far away. */
const PATIENCE = 480_000;
/** The sources of SST's components are not written for our compiler, which is to check only how we call them. */
const UNCHECKED = "// @ts-nocheck\n";

/** Makes SST's platform as `sst install` does, without an account; one that is complete stays. */
export async function makePlatform(): Promise<void> {
  const wanted = JSON.stringify(wantedPlatform());
  if (existsSync(MARK) && readFileSync(MARK, "utf8") === wanted) return;
  rmSync(join(ROOT, ".sst"), { recursive: true, force: true });
  await install();
  for (const file of globSync("**/*.ts", { cwd: PLATFORM, exclude: ["node_modules"] }).map((name) =>
    join(PLATFORM, name),
  )) {
    writeFileSync(file, UNCHECKED + readFileSync(file, "utf8"));
  }
  // SST writes it for the links of what is deployed; there are none.
  writeFileSync(join(ROOT, ".sst/types.generated.ts"), "export {};\n");
  // Last, so that what broke off is begun anew.
  writeFileSync(MARK, wanted);
}

/** What the platform depends on: the version of SST, and the providers that `app` of the configuration asks for. */
function wantedPlatform() {
  const { version } = JSON.parse(readFileSync(join(ROOT, "node_modules/sst/package.json"), "utf8"));
  const [app = ""] = readFileSync(join(ROOT, "sst.config.ts"), "utf8").split("async run(");
  return { version, app: createHash("sha256").update(app).digest("hex") };
}

async function install(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "tagledger-sst-"));
  try {
    const env = { ...process.env, ...withoutAccount(folder) };
    const words = [join(ROOT, "node_modules/sst/bin/sst.mjs"), "install", "--stage", "test"];
    const stdio: ["ignore", "pipe", "pipe"] = ["ignore", "pipe", "pipe"];
    const child = spawn(process.execPath, words, { cwd: ROOT, env, timeout: PATIENCE, stdio });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (said += data));
    const [code, signal] = await once(child, "exit");
    if (code !== 0) throw new Error(`sst install ended with ${code ?? signal}:\n${said}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What keeps SST from calling home, and from fetching engines that only a deployment runs. */
function withoutAccount(folder: string): Record<string, string> {
  return {
    SST_TELEMETRY_DISABLED: "1",
    DO_NOT_TRACK: "1",
    SST_SKIP_DEPENDENCY_CHECK: "1",
    SST_NO_BUN: "1",
    NO_BUN: "1",
    SST_PULUMI_PATH: makePulumi(folder),
  };
}

/** A Pulumi that only knows its version: the one that SST's platform names. */
function makePulumi(folder: string): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "pulumi");
  const manifest = JSON.stringify(join(PLATFORM, "package.json"));
  writeFileSync(
    path,
    `#!${process.execPath}\nconsole.log(require(${manifest}).dependencies["@pulumi/pulumi"]);\n`,
  );
  chmodSync(path, 0o755);
  return path;
}
