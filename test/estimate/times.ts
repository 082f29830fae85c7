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
  /** A bill of a few lines, from its manifest to its version, in a new process. */
  bill: 4_000_000n,
  /** Each line of a large one whose tags are in a map: `test/ingest.bench.ts` with a million lines, 2 s on two cores. */
  line: 4n,
} as const;

/** Looks at all places of bills in a month. */
export const LOOKS = 30n;

/** What taking in a bill asks of S3 and the ledger, its days aside. */
export const BILL_REQUESTS = 40n;

/** Days of a team that a bill changes when it comes again: yesterday, today, and what was corrected. */
export const CHANGED_DAYS = 3n;

/** Lists that a sweep asks for in each account and region, one after the other; from the same place. */
export const LISTS = 40n;

/** MiB with which Lambda gives a function a whole processor; with less, it is so much slower. */
export const WHOLE_PROCESSOR = 1_769n;

/** What Lambda itself writes to the log of an invocation in JSON: its start, its end, what it took, in bytes. */
export const PLATFORM_LOG = 1_000n;
