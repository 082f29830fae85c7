import { apiAddress } from "../../api/addresses.ts";
import { useAnswer } from "../../api/use-answer.ts";
import { Answered } from "../../parts/answered.tsx";
import { Copy } from "../../parts/copy.tsx";
import type { MonthChoice } from "../../state/choice.ts";
import { commandOf } from "./command.ts";
import { DriverTable } from "./driver-table.tsx";
import type { ExplanationAnswer } from "./explanation-answer.ts";
import { LeafTable } from "./leaf-table.tsx";
import { Places } from "./places.tsx";
import { Rules } from "./rules.tsx";
import { Sum } from "./sum.tsx";
import { Ways } from "./ways.tsx";

/** Why a team bears what it does of a pool: the sum, the rules, the ways, what was used, and where that is written. */
export function Explained(given: {
  readonly choice: MonthChoice;
  readonly team: string;
  readonly pool: string;
}) {
  const { choice, team, pool } = given;
  const { period, basis } = choice.month;
  const asked = useAnswer<ExplanationAnswer>(
    apiAddress(`months/${period}/explain`, { basis, team, pool }),
    null,
  );
  return (
    <div class="explained" aria-busy={asked.busy}>
      <Answered asked={asked} what="why" lines={5}>
        {({ pools, drivers, currency }) => (
          <>
            {pools.map((each) => (
              <div key={each.pool}>
                <Sum pool={each} currency={currency} team={team} />
                <Ways pool={each} currency={currency} />
              </div>
            ))}
            {drivers.map((driver, index) => (
              <div key={driver.pool}>
                <DriverTable
                  id={`driver-${index}-of-${encodeURIComponent(pool)}`}
                  driver={driver}
                  team={team}
                />
                <Places driver={driver} id={`places-${index}-of-${encodeURIComponent(pool)}`} />
              </div>
            ))}
            {pools.map((each) => (
              <div key={each.pool}>
                <LeafTable pool={each} currency={currency} />
                <Rules pool={each} />
              </div>
            ))}
          </>
        )}
      </Answered>
      <div class="line">
        <code dir="ltr">{commandOf({ team, pool, period, basis })}</code>
        <Copy
          text={commandOf({ team, pool, period, basis })}
          what="the command that shows the lines of the bill"
        />
      </div>
      <p class="choose">Where the ledger is, this shows the lines of the bill as well.</p>
    </div>
  );
}
