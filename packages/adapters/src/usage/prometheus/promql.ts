/**
 * The series of a metric of which all given matchers hold; those that are left out ask for nothing.
 *
 * @example selector("up", 'job="a"', undefined) // 'up{job="a"}'
 */
export function selector(metric: string, ...matchers: readonly (string | undefined)[]): string {
  const given = matchers.map((matcher) => matcher?.trim().replace(/^\{|\}$|,$/g, "") ?? "");
  return `${metric}{${given.filter((matcher) => matcher !== "").join(",")}}`;
}

/**
 * A matcher that holds where a label has one of some values.
 *
 * @example oneOf("pod", ["a.b", "c"]) // 'pod=~"a\\\\.b|c"'
 */
export function oneOf(label: string, values: readonly string[]): string {
  const patterns = values.map((value) => value.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
  return `${label}=~${JSON.stringify(patterns.join("|"))}`;
}

/**
 * The sum of what an expression gives at each full minute of the hour that ends: 60 values, whether or not a server takes
 * the begin of a range for part of it. Each stands for the minute before it.
 */
export function overHour(expression: string): string {
  return `sum_over_time((${expression})[59m59s:1m])`;
}
