import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";

/** Prints a text, or puts it into a file that is never seen half-written. */
export async function writeOutput(text: string, path: string | undefined): Promise<void> {
  if (path === undefined) await print(text);
  else await writeWhole(path, text);
}

/** Writes a file beside its place first and moves it there when it is complete. */
export async function writeWhole(path: string, text: string): Promise<void> {
  const place = resolve(path);
  const draft = `${place}.${randomUUID()}.tmp`;
  await mkdir(dirname(place), { recursive: true });
  try {
    await writeFile(draft, text);
    await rename(draft, place);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

/** Prints a text, and waits until it is taken. */
export function print(text: string): Promise<void> {
  return new Promise((resolvePrinted, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolvePrinted()));
  });
}

/** The columns of the terminal; 100 where there is none. */
export function terminalWidth(): number {
  return process.stdout.columns || process.stderr.columns || 100;
}

/** Tells people something beside the output. */
export function note(message: string): void {
  process.stderr.write(`${message}\n`);
}
