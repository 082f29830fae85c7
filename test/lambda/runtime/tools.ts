import { spawnSync } from "node:child_process";

/** What the runtime client is compiled with, and the package of Debian that each is in. */
const TOOLS: Readonly<Record<string, string>> = {
  "c++": "g++",
  cmake: "cmake",
  make: "make",
  python3: "python3",
  xz: "xz-utils",
};

/**
 * Makes sure that the system can compile the runtime client; on a build machine that cannot, what it needs is installed.
 *
 * @throws Error that says what to install
 */
export function requireTools(env: NodeJS.ProcessEnv = process.env): void {
  if (process.platform !== "linux") {
    throw new Error(`These tests run AWS's runtime client, which is made for Linux, not ${process.platform}`);
  }
  if (env.CI === "true" && missing(env).length > 0) install(missing(env), env);
  const left = missing(env);
  if (left.length === 0) return;
  const packages = left.map((tool) => TOOLS[tool]).join(" ");
  throw new Error(
    `These tests compile AWS's runtime client, and there is no ${left.join(", ")} on PATH: apt-get install ${packages}`,
  );
}

/** Those that are not there or do not run. */
function missing(env: NodeJS.ProcessEnv): string[] {
  return Object.keys(TOOLS).filter((tool) => spawnSync(tool, ["--version"], { env }).status !== 0);
}

/** Does what it can; what is there then is looked at afterwards. */
function install(tools: readonly string[], env: NodeJS.ProcessEnv): void {
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo"];
  const packages = tools.map((tool) => TOOLS[tool] ?? tool);
  for (const words of [["update"], ["install", "-y", "--no-install-recommends", ...packages]]) {
    const [command = "", ...rest] = [...asRoot, "apt-get", ...words];
    spawnSync(command, rest, { stdio: "inherit", env: { ...env, DEBIAN_FRONTEND: "noninteractive" } });
  }
}
