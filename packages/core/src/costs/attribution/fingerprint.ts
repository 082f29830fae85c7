import type { ChargeGroup } from "../charge.ts";

/** SHA-256 of a UTF-8 text, in hexadecimal. */
export type Sha256 = (text: string) => string;

/** The Mersenne prime that holds four lanes and their factor. */
const PRIME = 2n ** 1279n - 1n;

/** Bits between the figures that are summed in one number: more than any sum of them has. */
const LANE = 256n;

/**
 * A digest of charges that is linear in their amounts and lines: however the same charges are ordered, split into
 * files or summed into groups, it is the same; any other amount or fact changes it, also of lines that cost nothing.
 */
export class Fingerprint {
  readonly #sha256: Sha256;
  #sum = 0n;

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  add(group: ChargeGroup): void {
    const figures = [group.amount, group.billed, group.positive, BigInt(group.lines)];
    const packed = figures.reduce((sum, figure, lane) => sum + (figure << (LANE * BigInt(lane))), 0n);
    this.#sum += BigInt(`0x${this.#sha256(factsText(group))}`) * packed;
  }

  digest(): string {
    const rest = this.#sum % PRIME;
    return this.#sha256((rest < 0n ? rest + PRIME : rest).toString());
  }
}

function factsText(group: ChargeGroup): string {
  return JSON.stringify([
    group.account,
    group.region,
    group.service,
    group.serviceName,
    group.usageType,
    group.lineItemType,
    group.unusedCommitment,
    group.resource,
    group.principal,
    group.invoice,
    group.issuer,
    group.tags,
    group.epoch,
    ...datedOf(group),
    ...commitmentOf(group),
  ]);
}

/** Nothing where the line item type says it, or nothing covered the charge. */
function commitmentOf({ commitment = "" }: ChargeGroup): string[] {
  return commitment === "" ? [] : [commitment];
}

/** Nothing where the ledger knows nothing, as if nobody had asked it. */
function datedOf({ dated = [] }: ChargeGroup): (readonly string[])[] {
  return dated.some((value) => value !== "") ? [dated] : [];
}
