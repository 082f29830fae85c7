import type { ChargeGroup } from "../charge.ts";

/** SHA-256 of a UTF-8 text, in hexadecimal. */
export type Sha256 = (text: string) => string;

/** The largest prime below 2^256. */
const PRIME = 2n ** 256n - 189n;

/**
 * A digest of charges that is linear in their amounts: however the same charges are ordered, split into files or
 * summed into groups, it is the same; any other amount or fact changes it.
 */
export class Fingerprint {
  readonly #sha256: Sha256;
  #amount = 0n;
  #billed = 0n;
  #positive = 0n;

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  add(group: ChargeGroup): void {
    const point = BigInt(`0x${this.#sha256(factsText(group))}`);
    this.#amount = modulo(this.#amount + point * group.amount);
    this.#billed = modulo(this.#billed + point * group.billed);
    this.#positive = modulo(this.#positive + point * group.positive);
  }

  digest(): string {
    return this.#sha256([this.#amount, this.#billed, this.#positive].join(","));
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

function modulo(value: bigint): bigint {
  const rest = value % PRIME;
  return rest < 0n ? rest + PRIME : rest;
}
