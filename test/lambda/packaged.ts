import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Bundle } from "../stacks/graph/types.ts";
import { ROOT } from "../stacks/platform.ts";

const UNPACK = "import sys, zipfile; zipfile.ZipFile(sys.argv[1]).extractall(sys.argv[2])";

/**
 * The folder of a function whose package holds more than its bundle: all that SST packed, and the packages that it installs
 * there, in the versions of this repository and for the processor of this machine.
 *
 * @throws Error where one of them is not installed here
 */
export function unpacked({ folder, component, install }: Bundle): string {
  const into = join(dirname(folder), `${component}-unpacked`);
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into, { recursive: true });
  execFileSync("python3", ["-c", UNPACK, join(dirname(folder), component, "code.zip"), into]);
  // What is native is of another processor; that of this machine stands beside it.
  const scopes = new Set(Object.keys(install).map((name) => name.split("/")[0] ?? name));
  mkdirSync(join(into, "node_modules"));
  for (const scope of scopes) {
    const here = join(ROOT, "node_modules", scope);
    if (!existsSync(here) || readdirSync(here).length === 0) throw new Error(`${scope} is not installed`);
    symlinkSync(here, join(into, "node_modules", scope));
  }
  return into;
}
