import type { Outgoing } from "./http/outgoing.ts";
import { absent, problem } from "./http/problem.ts";
import type { Route } from "./route.ts";

/** Answers what no route does: with the methods that its path has, if it has any. */
export function notRouted({ path }: { readonly path: string }, routes: readonly Route[]): Outgoing {
  const there = routes.filter((route) => isAt(route.path, path)).map(({ method }) => method);
  if (there.length === 0) return absent();
  const methods = [...new Set(there.flatMap((method) => (method === "GET" ? [method, "HEAD"] : [method])))];
  return problem(405, `here are ${methods.join(", ")}`, { allow: methods.join(", ") });
}

function isAt(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split("/"), path.replace(/(.)\/$/, "$1").split("/")];
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => (part.startsWith("{") ? given[index] !== "" : part === given[index]))
  );
}
