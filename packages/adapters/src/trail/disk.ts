import type { Trail, TrailItem } from "@tagledger/core/ports";
import { bytesOf } from "./bytes.ts";
import { findTrailFiles } from "./find.ts";
import { ObjectSplitter, type SplitObject, type SplitProblem } from "./split.ts";

/**
 * Reads CloudTrail logs from disk: files and folders, plain or gzipped, with one record in memory at a time.
 *
 * @example for await (const item of diskTrail().read(["AWSLogs/"])) … // { record, place } or { problem, place }
 */
export function diskTrail(): Trail {
  return {
    async *read(paths) {
      for await (const path of findTrailFiles(paths)) yield* itemsOf(path);
    },
  };
}

/** Names under which anything may lie; what holds no record at all is none of ours. */
const NOTES = /\.(txt|log)(\.gz)?$/i;

/** The records of a file up to where it breaks, and then what broke. */
async function* itemsOf(path: string): AsyncGenerator<TrailItem> {
  const splitter = new ObjectSplitter();
  let foreign = NOTES.test(path);
  try {
    for await (const chunk of bytesOf(path)) {
      for (const found of splitter.push(chunk)) {
        const item = itemOf(found, `${path}:${found.line}`);
        foreign &&= "problem" in item;
        yield foreign ? { ...item, foreign } : item;
      }
      if (splitter.isBroken) break;
    }
  } catch (cause) {
    yield { problem: wordsOf(cause), place: path };
    return;
  }
  const end = splitter.end();
  if (end !== undefined) yield { problem: end.problem, place: `${path}:${end.line}` };
}

/** What a person can do something about: damaged gzip says so by its codes, all else is trouble with reading. */
function wordsOf(cause: unknown): string {
  if (!(cause instanceof Error)) throw cause;
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
  if (code.startsWith("Z_")) return "the gzip data is damaged or cut off";
  if (code.startsWith("E")) return `the file cannot be read: ${cause.message}`;
  throw cause;
}

function itemOf(found: SplitObject | SplitProblem, place: string): TrailItem {
  if ("problem" in found) return { problem: found.problem, place };
  const { text } = found;
  try {
    const record: unknown = JSON.parse(text);
    return { record, place };
  } catch (cause) {
    return { problem: cause instanceof Error ? cause.message : "this is not JSON", place };
  }
}
