import { access, glob } from "node:fs/promises";
import { isAbsolute, join } from "node:path";
import { badInput } from "@tagledger/core/errors";

/**
 * The files and folders that a configuration names: one, or all that a pattern fits.
 *
 * @param base the folder in which relative paths begin
 * @throws bad-input where a pattern fits nothing
 * @example await pathsOf("usage/*.csv", "/home/ann") // ["/home/ann/usage/august.csv", …]
 */
export async function pathsOf(path: string, base: string): Promise<string[]> {
  const whole = isAbsolute(path) ? path : join(base, path);
  // What is there is meant, whatever its name looks like.
  const isThere = await access(whole).then(
    () => true,
    () => false,
  );
  if (isThere || !/[*?[{]/.test(path)) return [whole];
  const found: string[] = [];
  for await (const each of glob(path, { cwd: base })) found.push(isAbsolute(each) ? each : join(base, each));
  if (found.length === 0) throw badInput(`${whole}: no file fits this pattern`, { file: whole });
  return found.sort();
}
