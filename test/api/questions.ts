import type { Snapshot } from "@tagledger/core/snapshots/snapshot";
import type { Question } from "./ask.ts";
import { resourceOf } from "./company.ts";

/** Something to ask of one route. */
export interface RouteQuestion extends Question {
  /** The operation of the route. */
  readonly operation: string;
  /** What it does; absent where it only shows. */
  readonly does?: "upload" | "release" | "approve";
  /** Whose the answer is: a team's, of all together, or of nobody in particular. */
  readonly of: "fraud-detection" | "everyone" | "anyone" | "public";
}

const JSON_BODY = { "content-type": "application/json" };
const OWN = "fraud-detection";
const MONTH = "/api/v1/months/2026-09";

/** For every route that shows something, what is a team's own, and what is everyone's or tells of nobody. */
export function questionsOf({ id }: Snapshot): readonly RouteQuestion[] {
  const byTeam = `team=${OWN}`;
  const parts = {
    report: "readReport",
    pools: "readPools",
    coverage: "readCoverage",
    experiments: "readExperiments",
    runs: "readRuns",
    days: "readDays",
  };
  return [
    { operation: "readOpenApi", path: "/api/openapi.json", of: "public" },
    { operation: "readSignIn", path: "/api/v1/sign-in", of: "public" },
    { operation: "readSession", path: "/api/v1/session", of: "anyone" },
    { operation: "listMonths", path: "/api/v1/months", of: "anyone" },
    { operation: "readMonth", path: MONTH, of: "anyone" },
    ...Object.entries(parts).flatMap(([part, operation]): RouteQuestion[] => [
      { operation, path: `${MONTH}/${part}`, query: byTeam, of: OWN },
      { operation, path: `${MONTH}/${part}`, query: "team=", of: "everyone" },
      { operation, path: `${MONTH}/${part}`, of: "anyone" },
    ]),
    { operation: "readReport", path: `${MONTH}/report`, query: `${byTeam}&format=csv`, of: OWN },
    { operation: "readReport", path: `${MONTH}/report`, query: `${byTeam}&format=focus`, of: OWN },
    { operation: "readReport", path: `${MONTH}/report`, query: `${byTeam}&format=columnar`, of: OWN },
    {
      operation: "readReport",
      path: `${MONTH}/report`,
      query: `where=team=${OWN}&groupBy=service,day`,
      of: OWN,
    },
    { operation: "readReport", path: `${MONTH}/report`, query: `where=team=`, of: "everyone" },
    { operation: "readCells", path: `${MONTH}/cells`, query: byTeam, of: OWN },
    { operation: "readCells", path: `${MONTH}/cells`, query: "team=", of: "everyone" },
    { operation: "readUnallocated", path: `${MONTH}/unallocated`, of: "everyone" },
    { operation: "explainShare", path: `${MONTH}/explain`, query: `${byTeam}&pool=gpu`, of: OWN },
    { operation: "readSnapshot", path: `/api/v1/snapshots/${id}`, of: "anyone" },
    { operation: "listResources", path: "/api/v1/resources", query: byTeam, of: OWN },
    { operation: "listResources", path: "/api/v1/resources", query: "team=", of: "everyone" },
    { operation: "countResources", path: "/api/v1/resources/counts", query: byTeam, of: OWN },
    { operation: "readResource", path: "/api/v1/resource", query: `name=${resourceOf(OWN)}`, of: OWN },
    {
      operation: "readResource",
      path: "/api/v1/resource",
      query: `name=${resourceOf(null)}`,
      of: "everyone",
    },
    { operation: "listViolations", path: "/api/v1/violations", query: byTeam, of: OWN },
    { operation: "listRequests", path: "/api/v1/requests", query: byTeam, of: OWN },
    { operation: "listRequests", path: "/api/v1/requests", query: "team=", of: "everyone" },
    {
      ...{ operation: "uploadUsage", method: "POST", path: "/api/v1/usage", query: "name=usage.csv" },
      ...{ headers: { "content-type": "text/csv" }, body: "", does: "upload", of: "anyone" },
    },
    { operation: "listUploads", path: "/api/v1/usage", does: "upload", of: "anyone" },
    {
      ...{ operation: "withdrawUpload", method: "POST", path: "/api/v1/usage/withdrawal" },
      ...{ headers: JSON_BODY, body: JSON.stringify({ name: "usage.csv" }), does: "upload", of: "anyone" },
    },
    {
      ...{ operation: "askRequest", method: "POST", path: "/api/v1/requests", headers: JSON_BODY },
      body: JSON.stringify({
        kind: "exemption",
        resource: resourceOf(OWN),
        reason: "moves",
        until: "2026-09-30",
      }),
      ...{ does: "release", of: OWN },
    },
    {
      ...{ operation: "decideRequest", method: "POST", path: "/api/v1/requests/0123456789abcdef/decision" },
      ...{ headers: JSON_BODY, body: JSON.stringify({ decision: "approve" }), does: "approve", of: OWN },
    },
    { operation: "listInputs", path: "/api/v1/inputs", of: "everyone" },
    { operation: "readLive", path: "/api/v1/live", query: byTeam, of: OWN },
  ];
}
