import { parseRatio } from "../../money/ratio.ts";
import { Unfold, useFold } from "../../parts/fold.tsx";
import { Name } from "../../parts/name.tsx";
import { Part, Quantity } from "../../parts/part.tsx";
import { Table } from "../../parts/table.tsx";
import { visible } from "../../words/visible.ts";
import { driverOf } from "../pool-rows.ts";
import { driverLines } from "./driver-lines.ts";
import type { ExplainedDriver } from "./explanation-answer.ts";

/** What a pool was divided by: who used how much, and the base that it is held against. */
export function DriverTable(given: {
  readonly id: string;
  readonly driver: ExplainedDriver;
  readonly team: string;
}) {
  const { id, driver, team } = given;
  const { metrics, consumers, bases } = driverLines(driver);
  const fold = useFold(consumers.length);
  if (consumers.length === 0) return null;
  const headings = [
    { title: "consumer" },
    ...metrics.map((title) => ({ title: visible(title), figure: true })),
    { title: "weight", figure: true },
  ];
  const words = driverOf({ ...driver, method: driver.dividedBy.method });
  const earlier = driver.dividedBy.usage === null ? "" : `, of ${driver.dividedBy.usage}`;
  return (
    <>
      <Table id={id} caption={`${visible(driver.pool)} was divided ${words}${earlier}`} headings={headings}>
        <tbody>
          {consumers.map(({ consumer, quantities, fraction }, index) => (
            <tr key={consumer} class={consumer === team ? "own" : fold.classOf(index)}>
              <th scope="row">
                <Name value={consumer} />
              </th>
              {quantities.map((quantity, index) => (
                <td key={metrics[index]} class="figure">
                  {quantity === null ? "–" : <Quantity ratio={quantity} />}
                </td>
              ))}
              <td class="figure">{fraction === null ? "–" : <Part ratio={parseRatio(fraction)} />}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          {bases.map(({ says, quantities }) => (
            <tr key={says}>
              <th scope="row">{says}</th>
              {quantities.map((quantity, index) => (
                <td key={metrics[index]} class="figure">
                  {quantity === null ? "–" : <Quantity ratio={quantity} />}
                </td>
              ))}
              <td />
            </tr>
          ))}
        </tfoot>
      </Table>
      <Unfold fold={fold} noun="consumer" />
    </>
  );
}
