import { formatAmount } from "../../costs/money.ts";
import { formatRational } from "../../costs/rational.ts";
import { jsonChange } from "../render/json-about.ts";
import type { WhatIf } from "./what-if.ts";

/** The JSON form of what other use would have come to. */
export function jsonWhatIf({ team, metric, factor, pools, changes, saving }: WhatIf) {
  return {
    team,
    metric,
    factor: formatRational(factor),
    pools,
    saving: formatAmount(saving),
    changes: changes.map(jsonChange),
  };
}
