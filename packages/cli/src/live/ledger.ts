import { existsSync } from "node:fs";
import { join } from "node:path";
import { badInput } from "@tagledger/core/errors";
import { sampleFiles } from "../sample/files.ts";

/** Where `npm start` keeps what it makes. */
const HOME = ".tagledger";
/** The ledger of one's own files. */
export const OWN_LEDGER = join(HOME, "ledger.sqlite");
const SAMPLE = join(HOME, "sample.sqlite");

/** A ledger, and the configuration that it was filled by as far as that is known. */
export interface FoundLedger {
  readonly path: string;
  readonly config: string | undefined;
  /** Whether it is the sample company's because there is no other. */
  readonly isSample: boolean;
}

/**
 * Finds the ledger that was named, or the one that `npm start` filled from one's own files, or else the sample company's.
 *
 * @throws bad-input when there is none
 */
export function findLedger(named: string | undefined): FoundLedger {
  const path = named ?? [OWN_LEDGER, SAMPLE].find((each) => existsSync(each));
  if (path === undefined)
    throw badInput(
      `no ledger is here (${OWN_LEDGER}); \`npm start\` or tagledger ingest makes one, and --ledger names another`,
    );
  if (!existsSync(path)) {
    throw badInput(
      `${path}: there is no such ledger; \`npm start\` makes one in ${HOME}, tagledger ingest anywhere`,
      { file: path },
    );
  }
  const isSample = named === undefined && path === SAMPLE;
  return { path, config: isSample ? sampleFiles(join(HOME, "sample")).config : undefined, isSample };
}
