/** An object of an answer, of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What an answer that succeeded holds around its data, or what is wrong with it, as where a proxy answered instead. */
export function wholeBody(body: string): Fields | string {
  let answer: unknown;
  try {
    answer = JSON.parse(body);
  } catch {
    return `the answer is no JSON (it begins with "${body.trim().slice(0, 60)}")`;
  }
  return isFields(answer) && "data" in answer ? answer : "the answer holds no data";
}
