import { Money } from "../parts/money.tsx";
import { Part } from "../parts/part.tsx";
import { Swatch } from "../parts/swatch.tsx";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import { lookOfWay } from "./coverage-bars.ts";
import { type CoverageRow, missingOf, wayWords } from "./coverage-rows.ts";

/** How much of direct cost tags cover, and by what the rest was placed. */
export function Missing(given: {
  readonly whole: CoverageRow;
  readonly currency: string;
  readonly state: PageState;
}) {
  const { whole, currency, state } = given;
  const missing = missingOf(whole);
  return (
    <div class="card padded coverage">
      <p class="covered">
        {whole.fraction === null ? (
          <>
            <Money amount={whole.covered} currency={currency} /> {currency} says by its tags whose it is;
            credits make a percentage say nothing here.
          </>
        ) : (
          <>
            <strong>
              <Part ratio={whole.fraction} />
            </strong>{" "}
            of direct cost says by its tags whose it is.
          </>
        )}
      </p>
      {missing.length === 0 ? (
        <p class="good">No tag is missing.</p>
      ) : (
        <>
          <p>
            Of <Money amount={whole.missing} currency={currency} /> {currency} no tag says it. Its team was
            found by:
          </p>
          <ul>
            {missing.map(({ by, amount }) => (
              <li key={by}>
                <Swatch look={lookOfWay(by)} />
                {wayWords(by)}: <Money amount={amount} currency={currency} />
              </li>
            ))}
          </ul>
          <p>
            <Link to={{ ...state, view: "resources", verdict: null }} anchor="resources">
              List the resources whose tags can be put right
            </Link>
            .
          </p>
        </>
      )}
    </div>
  );
}
