import type { ChargeGroup } from "../charge.ts";
import type { Amount } from "../money.ts";

/** Billed cost of one invoice, to hold against the paper. */
export interface InvoiceTotal {
  /** Empty until the provider has closed the invoice. */
  readonly invoice: string;
  readonly issuer: string;
  billed: Amount;
}

/** The two proofs of a report: billed cost by invoice, and the bridge from billed to the chosen basis. */
export class Reconciliation {
  readonly #invoices = new Map<string, InvoiceTotal>();
  readonly #bridge = new Map<string, Amount>();
  #billed = 0n;
  #total = 0n;
  #lines = 0;

  add({ invoice, issuer, lineItemType, amount, billed, lines }: ChargeGroup): void {
    this.#lines += lines;
    const key = JSON.stringify([issuer, invoice]);
    const known = this.#invoices.get(key);
    if (known === undefined) this.#invoices.set(key, { invoice, issuer, billed });
    else known.billed += billed;
    this.#bridge.set(lineItemType, (this.#bridge.get(lineItemType) ?? 0n) + amount - billed);
    this.#billed += billed;
    this.#total += amount;
  }

  /** How many lines were counted. */
  get lines(): number {
    return this.#lines;
  }

  get billed(): Amount {
    return this.#billed;
  }

  /** The bill on the chosen basis. */
  get total(): Amount {
    return this.#total;
  }

  /** What each line item type adds to billed cost on the chosen basis, by type; types that add nothing are left out. */
  bridge(): { type: string; amount: Amount }[] {
    return [...this.#bridge]
      .filter(([, amount]) => amount !== 0n)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([type, amount]) => ({ type, amount }));
  }

  /** Billed cost by invoice, by issuer and number. */
  invoices(): InvoiceTotal[] {
    return [...this.#invoices].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, total]) => total);
  }
}
