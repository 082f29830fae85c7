import { BASES } from "@tagledger/core/costs/charge";
import { badInput } from "@tagledger/core/errors";
import { overview } from "@tagledger/core/flows/overview";
import { resourceView } from "@tagledger/core/ledger/view/resource";
import { storyView } from "@tagledger/core/ledger/view/story";
import type { Ledger } from "@tagledger/core/ports";
import { narrow } from "@tagledger/core/reports/narrow";
import { jsonReport } from "@tagledger/core/reports/render/json";
import { type Answer, json, problem } from "./answer.ts";
import { Query } from "./query.ts";

/** Answers one kind of request out of the ledger. */
type Route = (ledger: Ledger, values: URLSearchParams) => Promise<Answer>;

const PAGE = { least: 1, most: 1000, otherwise: 50 };

/** What can be asked for, by path. */
export const ROUTES: Readonly<Record<string, Route>> = {
  "/api/overview": async (ledger, values) => {
    new Query(values, []);
    return json(await overview({ ledger }));
  },

  "/api/report": async (ledger, values) => {
    const query = new Query(values, ["period", "basis", "groupBy", "where"]);
    const [period, basis] = [query.text("period"), query.oneOf("basis", BASES) ?? "effective"];
    if (period === undefined || query.period() === undefined) {
      throw badInput("period: a month is needed, as period=2026-09");
    }
    const published = await ledger.readReport(period, basis);
    if (published === null) return notFound(`no report of ${period} on ${basis} cost is published`);
    const asked = { groupBy: query.dimensions("groupBy", ["team"]), teams: teamsOf(query.texts("where")) };
    return json(jsonReport(narrow(published.report, asked)));
  },

  "/api/resources": async (ledger, values) => {
    const query = new Query(values, ["team", "verdict", "period", "limit", "after"]);
    const [limit, after] = [query.count("limit", PAGE), query.text("after")];
    const { items, next } = await ledger.resources({ ...filterOf(query), limit, after });
    return json({ items: items.map(resourceView), next });
  },

  "/api/resources/counts": async (ledger, values) =>
    json(await ledger.count(filterOf(new Query(values, ["team", "verdict", "period"])))),

  "/api/resource": async (ledger, values) => {
    const name = new Query(values, ["name"]).text("name");
    if (name === undefined) throw badInput("name: the name of a resource is needed, usually its ARN");
    const history = await ledger.history(name);
    return history.version === 0 ? notFound(`no resource is known as ${name}`) : json(storyView(history));
  },
};

function filterOf(query: Query) {
  return { team: query.team(), verdict: query.verdict(), ...query.period() };
}

/** The teams of `where=team=…`; other dimensions cannot be kept apart in a report that is made. */
function teamsOf(filters: readonly string[]): readonly string[] | undefined {
  if (filters.length === 0) return undefined;
  return filters.map((filter) => {
    if (!filter.startsWith("team="))
      throw badInput(`where: expected a team, as where=team=NAME, not "${filter}"`);
    return filter.slice("team=".length);
  });
}

function notFound(detail: string): Answer {
  return problem(404, "Not found", detail);
}
