import { parseAmount, sum } from "@tagledger/core/costs/money";
import { renderFocus } from "@tagledger/core/reports/render/focus";
import fc from "fast-check";
import { expect, test } from "vitest";
import { divided } from "../focus/divided.ts";
import { readFocus } from "../focus/read.ts";
import { chargeOf, configOf, lines } from "./charges.ts";

test("pooled, effective cost in FOCUS is pooled whatever the basis of the report, and all rows are the bill", () =>
  fc.assert(
    fc.asyncProperty(lines, async (bill) => {
      const charges = bill.map(chargeOf);
      const config = configOf("pooled");
      const direct = async (basis: "effective" | "list") => {
        const { rows } = readFocus(renderFocus((await divided(charges, config, [], { basis })).source));
        const total = sum(rows.map((row) => parseAmount(row.EffectiveCost ?? "")));
        expect(total).toBe(sum(charges.map(({ amounts }) => amounts.effective)));
        const ofTeam = rows.filter((row) => row.x_Kind === "direct");
        return new Map(ofTeam.map((row) => [`${row.x_Team}/${row.x_Project}`, row.EffectiveCost]));
      };
      const [effective, list] = [await direct("effective"), await direct("list")];
      for (const [leaf, cost] of effective) expect(list.get(leaf), leaf).toBe(cost);
    }),
    { numRuns: 60 },
  ));
