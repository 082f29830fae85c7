import type { UsageSourceConfig } from "../definition/usage.ts";
import type { ConfigPath, Flaw } from "../problem.ts";
import { workspaceIn } from "../workspace.ts";

const ADVICE = "give a token by the name of its secret, as token: secret:NAME";

/** Addresses are kept with every month that is divided, and so may hold nothing that is secret. */
export function refuseSecrets(source: UsageSourceConfig, path: ConfigPath): Flaw[] {
  if (!("url" in source)) return [];
  const [, authority = "", query] = /^https?:[\\/]*([^\\/?#]*)[^?#]*(\?)?/.exec(source.url) ?? [];
  const held = [
    ...(authority.includes("@") ? ["a name or password"] : []),
    ...(query === undefined ? [] : ["a query"]),
  ];
  // The address is not shown: it would stand in logs.
  return held.map((what) => ({
    path: [...path, "url"],
    message: `the address holds ${what}, which would be kept with every month that is divided: ${ADVICE}`,
  }));
}

/** Requests are signed for one workspace, and only that one may be asked. */
export function needWorkspace(source: UsageSourceConfig, path: ConfigPath): Flaw[] {
  if (source.kind !== "prometheus" || source.region === undefined) return [];
  if (workspaceIn(source.url) !== undefined) return [];
  const expected = `https://aps-workspaces.${source.region}.amazonaws.com/workspaces/WORKSPACE`;
  const message = `names no workspace, which a source with a region must: expected ${expected}`;
  return [{ path: [...path, "url"], message }];
}
