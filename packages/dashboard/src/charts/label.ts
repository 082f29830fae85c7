import { visible } from "../words/visible.ts";

/**
 * A name as a label of a chart: of bounded length, and without the braces that ECharts would read as styles.
 *
 * @example chartLabel("{b|x}", 20) // "(b|x)"
 */
export function chartLabel(name: string, longest: number): string {
  const characters = [...visible(name).replaceAll("{", "(").replaceAll("}", ")")];
  return characters.length <= longest ? characters.join("") : `${characters.slice(0, longest - 1).join("")}…`;
}
