import { spawnSync } from "node:child_process";

/** What DynamoDB Local needs. */
const NEEDED = 17;
/** What to install, the first that a system has: newer ones no longer have the first. */
const PACKAGES = ["openjdk-17-jre-headless", "openjdk-21-jre-headless"];

/**
 * Makes sure that the system has a Java that can run DynamoDB Local; on a build machine without one it is installed.
 *
 * @throws Error that says what to install
 */
export function requireJava(env: NodeJS.ProcessEnv = process.env): void {
  let version = javaVersion();
  if (env.CI === "true" && (version ?? 0) < NEEDED) {
    install(env);
    version = javaVersion();
  }
  if (version !== null && version >= NEEDED) return;
  const found = version === null ? "none was found on PATH" : `the one on PATH is ${version}`;
  throw new Error(
    `These tests run DynamoDB Local, which needs Java ${NEEDED} or newer; ${found}: apt-get install ${PACKAGES.join(", or ")}`,
  );
}

/** The major version of the Java on the path: 17, or 8 for `1.8.0`. */
function javaVersion(): number | null {
  const { stderr, status } = spawnSync("java", ["-version"], { encoding: "utf8" });
  const [, first, second] = /version "(\d+)(?:\.(\d+))?/.exec(stderr ?? "") ?? [];
  if (status !== 0 || first === undefined) return null;
  return Number(first === "1" ? second : first);
}

/** Does what it can; whether there is a Java then is looked at afterwards. */
function install(env: NodeJS.ProcessEnv): void {
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo"];
  const succeeds = (...words: string[]) => {
    const [command = "", ...rest] = [...asRoot, ...words];
    const settings = { stdio: "inherit", env: { ...env, DEBIAN_FRONTEND: "noninteractive" } } as const;
    return spawnSync(command, rest, settings).status === 0;
  };
  succeeds("apt-get", "update");
  for (const name of PACKAGES) {
    if (succeeds("apt-get", "install", "-y", "--no-install-recommends", name)) return;
  }
}
