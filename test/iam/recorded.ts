import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OwnFunction } from "@tagledger/core/policy/iam/stores";

const HOME = join(import.meta.dirname, "calls");
/** Set to anything, it lets the tests against the emulator write down what they see. */
const UPDATE = "UPDATE_CALLS";

/**
 * The calls of each function, with the type of a resource that they are about, as IAM calls it, if they are about any:
 * `ec2:StopInstances instance`.
 */
export type RecordedCalls = Readonly<Partial<Record<OwnFunction, readonly string[]>>>;

/** All that is written down, by the file of tests that made the calls. */
export function recordedCalls(): ReadonlyMap<string, RecordedCalls> {
  const names = readdirSync(HOME).map((file) => file.replace(/\.json$/, ""));
  return new Map(names.sort().map((name) => [name, read(name)]));
}

/**
 * Holds calls that were made against those that are written down, by which it is proved that our functions may make
 * them; writes them down instead where it is told to.
 *
 * @throws Error where some are not written down
 */
export function holdAgainstRecorded(name: string, made: ReadonlyMap<OwnFunction, ReadonlySet<string>>): void {
  if (process.env[UPDATE] !== undefined) {
    mkdirSync(HOME, { recursive: true });
    const sorted = [...made].map(([by, calls]) => [by, [...calls].sort()]);
    writeFileSync(join(HOME, `${name}.json`), `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
    return;
  }
  // Where lists are read side by side and one breaks off, it is chance which others were asked for.
  const all = [...recordedCalls().values()];
  for (const [by, calls] of made) {
    const known = new Set(all.flatMap((each) => each[by] ?? []));
    const others = [...calls].filter((call) => !known.has(call)).sort();
    if (others.length === 0) continue;
    throw new Error(
      `${by} makes calls that no file of test/iam/calls holds: ${others.join(", ")}. Write them down by ${UPDATE}=1 npm run test:aws -- ${name}; then npm test tells whether they are permitted`,
    );
  }
}

function read(name: string): RecordedCalls {
  return JSON.parse(readFileSync(join(HOME, `${name}.json`), "utf8")) as RecordedCalls;
}
