import * as z from "zod/mini";
import { type Content, jsonContent } from "./http/outgoing.ts";
import { foundContent } from "./outcome.ts";
import { type Route, route } from "./route.ts";
import { NOTHING } from "./schemas/asked.ts";

/** The version of what the API promises. */
const VERSION = "1.0.0";

/** The OpenAPI 3.1 document of these routes. */
export function openApi(routes: readonly Route[]) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const each of routes)
    paths[each.path] = { ...paths[each.path], [each.method.toLowerCase()]: operationOf(each) };
  return {
    openapi: "3.1.0",
    info: {
      title: "Tagledger",
      version: VERSION,
      description:
        "What machine learning costs, by team, to the last digit. Amounts are exact decimals in texts.",
    },
    servers: [{ url: "/" }],
    security: [{ bearer: [] }],
    paths,
    components: {
      securitySchemes: { bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" } },
      schemas: { Problem: PROBLEM },
    },
  };
}

/** Serves that document to everybody: it tells of no figures. */
export function openApiRoute(routes: () => readonly Route[]): Route {
  // Whoever asks need not say who they are, so that it is written once only.
  let written: Content | undefined;
  return route({
    method: "GET",
    path: "/api/openapi.json",
    operation: "readOpenApi",
    summary: "This document",
    scope: null,
    parameters: NOTHING,
    query: NOTHING,
    body: null,
    response: z.looseObject({ openapi: z.string() }),
    async handle() {
      written ??= jsonContent(openApi(routes()));
      const content = written;
      return foundContent(String(content.body), () => content);
    },
  });
}

const PROBLEM = {
  type: "object",
  description: "What went wrong (RFC 9457)",
  required: ["type", "title", "status", "detail"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
  },
  additionalProperties: false,
};

function operationOf(each: Route) {
  const { operation, summary, scope, response, formats, status, body, bodyFormats } = each;
  const content = {
    "application/json": { schema: schemaOf(response, "output") },
    ...Object.fromEntries(Object.entries(formats).map(textEntry)),
  };
  return {
    operationId: operation,
    summary,
    ...(scope === null ? { security: [] } : { "x-scope": scope }),
    parameters: [...parametersOf(each.parameters, "path"), ...parametersOf(each.query, "query")],
    ...(body === null
      ? {}
      : {
          requestBody: {
            required: true,
            content: {
              "application/json": { schema: schemaOf(body, "input") },
              ...Object.fromEntries(Object.entries(bodyFormats).map(textEntry)),
            },
          },
        }),
    responses: {
      [status]: { description: "Done", content },
      ...(each.method === "GET" ? { 304: { description: "You have it already" } } : {}),
      default: {
        description: "What went wrong",
        content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
      },
    },
  };
}

function textEntry([type, description]: [string, string]) {
  return [type, { schema: type.endsWith("json") ? { description } : { type: "string", description } }];
}

function parametersOf(schema: z.ZodMiniObject, place: "path" | "query") {
  const { properties = {}, required = [] } = schemaOf(schema, "input");
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: of,
  }));
}

function schemaOf(schema: z.ZodMiniType, io: "input" | "output") {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: "draft-2020-12" });
  return rest;
}
