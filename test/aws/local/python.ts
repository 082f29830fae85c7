import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What to install where there is none. */
const PACKAGES = ["python3", "python3-venv"];
const HOME = join(import.meta.dirname, "../../../node_modules/.cache/tagledger");

/**
 * The Python of an environment that holds exactly what a list of requirements names, made when it is first asked for.
 *
 * @param requirements a file with one exact version to a line
 * @throws Error that says what to install
 */
export async function pythonWith(name: string, requirements: string): Promise<string> {
  const folder = join(HOME, name);
  const python = join(folder, "bin/python");
  const complete = join(folder, "complete");
  const wanted = readFileSync(requirements, "utf8");
  if (existsSync(complete) && readFileSync(complete, "utf8") === wanted) return python;
  rmSync(folder, { recursive: true, force: true });
  requireVenv();
  await run("python3", "-m", "venv", folder);
  await run(python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", requirements);
  writeFileSync(complete, wanted);
  return python;
}

/** Makes sure that the system can make an environment; on a build machine that cannot, what it needs is installed. */
function requireVenv(env: NodeJS.ProcessEnv = process.env): void {
  if (env.CI === "true" && !canMakeVenv()) install(env);
  if (canMakeVenv()) return;
  throw new Error(
    `These tests run emulators of AWS, which need Python 3.11 or newer with venv and ensurepip: apt-get install ${PACKAGES.join(" ")}`,
  );
}

function canMakeVenv(): boolean {
  const check = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";
  return spawnSync("python3", ["-c", check]).status === 0;
}

/** Does what it can; whether there is a Python then is looked at afterwards. */
function install(env: NodeJS.ProcessEnv): void {
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo"];
  for (const words of [["update"], ["install", "-y", "--no-install-recommends", ...PACKAGES]]) {
    const [command = "", ...rest] = [...asRoot, "apt-get", ...words];
    spawnSync(command, rest, { stdio: "inherit", env: { ...env, DEBIAN_FRONTEND: "noninteractive" } });
  }
}

/** Runs a command while the tests' own process goes on: packages take their time. */
async function run(command: string, ...words: string[]): Promise<void> {
  const child = spawn(command, words, { stdio: ["ignore", "ignore", "pipe"] });
  let output = "";
  child.stderr.on("data", (data) => (output += data));
  const [status] = await once(child, "close");
  if (status !== 0) throw new Error(`${command} ${words.join(" ")} failed:\n${output}`);
}
