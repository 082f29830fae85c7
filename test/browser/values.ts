import type { Locator } from "playwright-core";
import type { Served } from "./server.ts";

/** What the API answers. */
export async function answerOf<Answer>({ url }: Served, path: string): Promise<Answer> {
  return (await fetch(`${url}api/v1/${path}`)).json() as Promise<Answer>;
}

/** The exact amounts in a part of the page, in order. */
export async function valuesIn(part: Locator): Promise<string[]> {
  const amounts = await part.locator("data").all();
  return Promise.all(amounts.map(async (amount) => (await amount.getAttribute("value")) ?? ""));
}
