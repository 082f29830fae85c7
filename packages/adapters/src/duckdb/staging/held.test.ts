import { describe, expect, it } from "vitest";
import { type Held, kindsOf, netPayersOf, onlyCurrency, payersOf } from "./held.ts";

const held = (some: Partial<Held>): Held => ({
  payer: "111122223333",
  currency: "USD",
  net: false,
  kind: { lineItemType: "Usage", unusedCommitment: false, service: "AmazonEC2", serviceName: "EC2" },
  lines: 1,
  cells: 1,
  ...some,
});

describe("what a bill holds", () => {
  it("is in the one currency that lines name, though some name none", () => {
    expect(onlyCurrency([held({ currency: "" }), held({ currency: "EUR" })], "2026-09")).toBe("EUR");
    expect(onlyCurrency([held({ currency: "" })], "2026-09")).toBe("");
  });

  it("is refused in several currencies, which are told with their lines, those of the most lines first", () => {
    const several = [
      held({ currency: "USD", lines: 2 }),
      held({ currency: "CNY", lines: 2 }),
      held({ currency: "EUR", lines: 1 }),
      held({ currency: "EUR", lines: 4, net: true }),
    ];
    expect(() => onlyCurrency(several, "2026-09")).toThrow(
      "several currencies: EUR (5 lines), CNY (2 lines), USD (2 lines)",
    );
  });

  it("has payers, of whom some are told net of discounts, and kinds of charges, each once", () => {
    const kind = { lineItemType: "Tax", unusedCommitment: false, service: "", serviceName: "" };
    const all = [
      held({ payer: "222233334444", net: true }),
      held({ payer: "222233334444", net: true, kind }),
      held({ payer: "" }),
      held({}),
    ];
    expect(payersOf(all)).toEqual(["111122223333", "222233334444"]);
    expect(netPayersOf(all)).toEqual(["222233334444"]);
    expect(kindsOf(all)).toEqual([held({}).kind, kind]);
  });
});
