import { spawn } from "node:child_process";
import { once } from "node:events";
import { ROOT } from "../platform.ts";

/** Runs a program in a process that knows nothing of the environment of this one. */
export async function run(words: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const { PATH = "", HOME = "" } = process.env;
  const all = ["--no-warnings", "--enable-source-maps", ...words];
  const child = spawn(process.execPath, all, {
    cwd: ROOT,
    env: { PATH, HOME, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said = { out: "", err: "" };
  child.stdout.on("data", (data) => (said.out += data));
  child.stderr.on("data", (data) => (said.err += data));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(said.err || said.out);
  return said.out;
}
