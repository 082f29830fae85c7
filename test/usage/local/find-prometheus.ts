import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

/** The programs of Prometheus: the server, and what makes its blocks. */
export interface PrometheusPrograms {
  readonly prometheus: string;
  readonly promtool: string;
}

/** The system's Prometheus; on a build machine without one it is installed. */
export function findPrometheus(env: NodeJS.ProcessEnv = process.env): PrometheusPrograms {
  const found = search(env) ?? (env.CI === "true" ? install(env) : null);
  if (found === null) {
    throw new Error(
      "These tests ask a real Prometheus: install it (apt-get install --no-install-recommends prometheus). Looked for prometheus and promtool on PATH.",
    );
  }
  return found;
}

function search({ PATH = "" }: NodeJS.ProcessEnv): PrometheusPrograms | null {
  const named = (name: string) =>
    PATH.split(delimiter)
      .map((folder) => join(folder, name))
      .find(isExecutable);
  const [prometheus, promtool] = [named("prometheus"), named("promtool")];
  return prometheus === undefined || promtool === undefined ? null : { prometheus, promtool };
}

function install(env: NodeJS.ProcessEnv): PrometheusPrograms | null {
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo"];
  const run = (...words: string[]) => {
    const [command = "", ...rest] = [...asRoot, ...words];
    execFileSync(command, rest, { stdio: "inherit", env: { ...env, DEBIAN_FRONTEND: "noninteractive" } });
  };
  run("apt-get", "update");
  run("apt-get", "install", "-y", "--no-install-recommends", "prometheus");
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
