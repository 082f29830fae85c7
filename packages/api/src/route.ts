import type { Scope, Viewer } from "@tagledger/core/access/viewer";
import type * as z from "zod/mini";
import type { Outcome } from "./outcome.ts";
import type { ApiSystem } from "./system.ts";

/** What a route is handed, checked. */
export interface Asked<Path, Query, Body> {
  readonly path: Path;
  readonly query: Query;
  readonly body: Body;
  readonly viewer: Viewer;
}

/** Other forms than JSON in which a route answers, by media type. */
export type Formats = Readonly<Record<string, string>>;

/** One thing that can be asked of the API: routing, checks, documentation and tests follow from it. */
export interface Route {
  readonly method: "GET" | "POST";
  /** As `/api/v1/months/{period}`. */
  readonly path: string;
  /** Its name in the OpenAPI document. */
  readonly operation: string;
  readonly summary: string;
  /** What whoever asks must be allowed to do at all; null where it is open to everybody. */
  readonly scope: Scope | null;
  readonly parameters: z.ZodMiniObject;
  readonly query: z.ZodMiniObject;
  readonly body: z.ZodMiniType | null;
  /** What a body may be besides JSON. */
  readonly bodyFormats: Formats;
  readonly response: z.ZodMiniType;
  readonly formats: Formats;
  /** Of what is done rather than shown. */
  readonly status: 200 | 201 | 202;
  handle(asked: Asked<unknown, unknown, unknown>, system: ApiSystem): Promise<Outcome>;
}

interface Definition<
  Path extends z.ZodMiniObject,
  Query extends z.ZodMiniObject,
  Body extends z.ZodMiniType | null,
> extends Pick<Route, "method" | "path" | "operation" | "summary" | "scope" | "response"> {
  readonly parameters: Path;
  readonly query: Query;
  readonly body: Body;
  readonly bodyFormats?: Formats;
  readonly formats?: Formats;
  readonly status?: Route["status"];
  handle(
    asked: Asked<z.output<Path>, z.output<Query>, Body extends z.ZodMiniType ? z.output<Body> : null>,
    system: ApiSystem,
  ): Promise<Outcome>;
}

/** Defines a route: what its handler is given is what its schemas let through. */
export function route<
  Path extends z.ZodMiniObject,
  Query extends z.ZodMiniObject,
  Body extends z.ZodMiniType | null,
>(definition: Definition<Path, Query, Body>): Route {
  const { handle, formats = {}, bodyFormats = {}, status = 200, ...rest } = definition;
  return { ...rest, formats, bodyFormats, status, handle: handle as Route["handle"] };
}
