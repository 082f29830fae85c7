/**
 * What functions take of a processor, in microseconds, as `npm run bench` prints it for `test/estimate/effort.bench.ts`:
 * on 21 November 2026, on a virtual machine with two cores (Xeon, 2.3 GHz), with Node 24, against DynamoDB Local.
 */
export const MICROSECONDS = {
  /** A batch of one event. */
  event: 2_176n,
  /** A run of what is due where little is. */
  run: 11_532n,
  /** A resource that a sweep finds as it is known. */
  swept: 2_469n,
  /** A sweep of an account with nothing in it, in a new process: `npm run test:lambda`, see docs/performance.md. */
  place: 765_000n,
} as const;

/** Lists that a sweep asks for in each account and region, one after the other; from the same place. */
export const LISTS = 40n;

/** MiB with which Lambda gives a function a whole processor; with less, it is so much slower. */
export const WHOLE_PROCESSOR = 1_769n;

/** What Lambda itself writes to the log of an invocation in JSON: its start, its end, what it took, in bytes. */
export const PLATFORM_LOG = 1_000n;
