import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The system's Chromium; on a build machine without one it is installed. */
export function findChromium(env: NodeJS.ProcessEnv = process.env): string {
  if (env.CHROMIUM_PATH !== undefined) return env.CHROMIUM_PATH;
  const found = search(env) ?? (env.CI === "true" ? install(env) : null);
  if (found === null) {
    throw new Error(
      `These tests drive a browser: install Chromium (apt-get install chromium), or set CHROMIUM_PATH. Looked for ${NAMES.join(", ")} on PATH.`,
    );
  }
  return found;
}

function search({ PATH = "" }: NodeJS.ProcessEnv): string | null {
  const candidates = PATH.split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return candidates.find(isExecutable) ?? null;
}

function install(env: NodeJS.ProcessEnv): string | null {
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo"];
  const run = (...words: string[]) => {
    const [command = "", ...rest] = [...asRoot, ...words];
    execFileSync(command, rest, { stdio: "inherit", env: { ...env, DEBIAN_FRONTEND: "noninteractive" } });
  };
  run("apt-get", "update");
  run("apt-get", "install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core");
  return search(env);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
