import type { OverviewView } from "@tagledger/core/flows/overview";
import type { jsonReport } from "@tagledger/core/reports/render/json";
import type { Locator } from "playwright-core";
import type { Served } from "./server.ts";

type Answers = ReturnType<typeof jsonReport> & OverviewView;

/** What the API answers, of which a test looks at a part. */
export async function answerOf({ url }: Served, path: string): Promise<Answers> {
  return (await fetch(`${url}api/${path}`)).json() as Promise<Answers>;
}

/** The exact amounts in a part of the page, in order. */
export async function valuesIn(part: Locator): Promise<string[]> {
  const amounts = await part.locator("data").all();
  return Promise.all(amounts.map(async (amount) => (await amount.getAttribute("value")) ?? ""));
}
