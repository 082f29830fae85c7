import { parseAmount } from "../../money/amount.ts";
import { parseRatio } from "../../money/ratio.ts";
import { Money } from "../../parts/money.tsx";
import { Name } from "../../parts/name.tsx";
import { Part } from "../../parts/part.tsx";
import { visible } from "../../words/visible.ts";
import type { ExplainedPool } from "./explanation-answer.ts";

/** What a team bears of a pool, as an equation whose exact terms can be checked. */
export function Sum(given: {
  readonly pool: ExplainedPool;
  readonly currency: string;
  readonly team: string;
}) {
  const { pool, currency, team } = given;
  return (
    <>
      <p class="sum">
        <Name value={team} /> bears{" "}
        <strong>
          <Money amount={parseAmount(pool.share)} currency={currency} /> {currency}
        </strong>
        : <Part ratio={parseRatio(pool.weight)} /> of{" "}
        <Money amount={parseAmount(pool.amount)} currency={currency} />.
      </p>
      <p class="exactly">
        exactly <code>{pool.weight}</code> × <code>{pool.amount}</code>, rounded to <code>{pool.share}</code>{" "}
        in steps of <code>{pool.quantum}</code>
      </p>
      {pool.unread.map(({ name, problem }) => (
        <p key={name} class="note">
          A source of usage could not be read: <bdi>{visible(name)}</bdi>
          {problem === null ? null : (
            <>
              : <bdi>{visible(problem)}</bdi>
            </>
          )}
        </p>
      ))}
    </>
  );
}
