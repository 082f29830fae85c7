import type { ChargeGroup } from "../charge.ts";

/** SHA-256 of a UTF-8 text, in hexadecimal. */
export type Sha256 = (text: string) => string;

/** The Mersenne prime that holds three lanes of amounts and their factor. */
const PRIME = 2n ** 1279n - 1n;

/** Bits between the amounts that are summed in one number: more than any sum of them has. */
const LANE = 256n;

/**
 * A digest of charges that is linear in their amounts: however the same charges are ordered, split into files or
 * summed into groups, it is the same; any other amount or fact changes it.
 */
export class Fingerprint {
  readonly #sha256: Sha256;
  #sum = 0n;

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  add(group: ChargeGroup): void {
    const amounts = group.amount + (group.billed << LANE) + (group.positive << (LANE * 2n));
    this.#sum += BigInt(`0x${this.#sha256(factsText(group))}`) * amounts;
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
  ]);
}
