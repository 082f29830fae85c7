import { randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { print } from "./output.ts";

const ENOUGH = 1 << 16;

/** Output that is made piece by piece, too long to be held. */
export interface Lines {
  write(text: string): Promise<void>;
  /** Writes what is left; a file is in its place only now. */
  end(): Promise<void>;
  /** Gives up: a file that was there stays as it was. */
  abandon(): Promise<void>;
}

/** Opens the standard output, or a file that is never seen half-written. */
export async function openLines(path: string | undefined): Promise<Lines> {
  return path === undefined
    ? gathered(
        print,
        async () => {},
        async () => {},
      )
    : await fileLines(resolve(path));
}

async function fileLines(place: string): Promise<Lines> {
  const draft = `${place}.${randomUUID()}.tmp`;
  await mkdir(dirname(place), { recursive: true });
  const file: FileHandle = await open(draft, "w");
  return gathered(
    async (text) => {
      await file.writeFile(text);
    },
    async () => {
      await file.close();
      await rename(draft, place);
    },
    async () => {
      await file.close();
      await rm(draft, { force: true });
    },
  );
}

/** Writes pieces together, because each write costs more than a line is worth. */
function gathered(
  write: (text: string) => Promise<void>,
  end: () => Promise<void>,
  abandon: () => Promise<void>,
): Lines {
  let waiting = "";
  const flush = async () => {
    const text = waiting;
    waiting = "";
    if (text !== "") await write(text);
  };
  return {
    async write(text) {
      waiting += text;
      if (waiting.length >= ENOUGH) await flush();
    },
    async end() {
      await flush();
      await end();
    },
    abandon,
  };
}
