import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import type { Stores } from "@tagledger/adapters/ledger/stores";
import { badInput } from "@tagledger/core/errors";
import type { PriceBook } from "@tagledger/core/spend/price";
import { Option } from "commander";
import { compose } from "./compose.ts";
import { findLedger, OWN_LEDGER } from "./live/ledger.ts";
import { note } from "./output.ts";

const TABLE = /^dynamodb:\/\/([\w.-]{3,255})$/;

/** A ledger that is open, and the configuration that it was filled by as far as that is known. */
export interface OpenLedger extends Stores {
  /** Where it is: a file, or `dynamodb://TABLE`. */
  readonly place: string;
  readonly config: string | undefined;
  /** Where what it holds was priced. */
  readonly prices: PriceBook;
}

/** Where the ledger is, as commands take it. */
export function ledgerOption(): Option {
  return new Option(
    "-l, --ledger <place>",
    "the ledger: a file, or dynamodb://TABLE (default: that of npm start with own files, else the sample's)",
  );
}

/**
 * Does something with the ledger that was named, or found, and closes it.
 *
 * @throws bad-input when there is none
 */
export async function withLedger<T>(
  named: string | undefined,
  use: (opened: OpenLedger) => Promise<T>,
): Promise<T> {
  const opened = await open(named);
  try {
    return await use(opened);
  } finally {
    await opened.ledger.close();
  }
}

/**
 * Does something with the ledger that was named, or with one's own, which is made where there is none, and closes it.
 * What is one's own never goes into the ledger of the sample company unless somebody says so.
 */
export async function withMadeLedger<T>(
  named: string | undefined,
  use: (opened: OpenLedger) => Promise<T>,
): Promise<T> {
  if (named?.startsWith("dynamodb:")) return withLedger(named, use);
  const ports = compose();
  const place = named ?? OWN_LEDGER;
  await mkdir(dirname(place), { recursive: true });
  const stores = await ports.openStores(place);
  try {
    return await use({ ...stores, place, config: undefined, prices: ports.prices });
  } finally {
    await stores.ledger.close();
  }
}

async function open(named: string | undefined): Promise<OpenLedger> {
  const ports = compose();
  if (named?.startsWith("dynamodb:")) {
    const table = TABLE.exec(named)?.[1];
    if (table === undefined) throw badInput(`--ledger ${named}: expected dynamodb://TABLE`, { value: named });
    return {
      ...(await ports.openTable(table)),
      place: named,
      config: undefined,
      prices: await ports.listedPrices(),
    };
  }
  const { path, config, isSample } = findLedger(named);
  if (isSample) note(`The ledger of the sample company: ${path}`);
  return { ...(await ports.openStores(path)), place: path, config, prices: ports.prices };
}
