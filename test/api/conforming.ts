import { openApi } from "@tagledger/api/openapi";
import { ROUTES } from "@tagledger/api/routes";
import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import { expect } from "vitest";
import type { Answered } from "./ask.ts";

const DOCUMENT = openApi(ROUTES);
const ajv = new Ajv2020({ strict: false, allErrors: true });
const compiled = new Map<object, ValidateFunction>();

/** Holds an answer against what the OpenAPI document says of its operation. */
export function expectConforming(operation: string, { status, headers, text }: Answered): void {
  const responses = responsesOf(operation);
  const response = responses[status] ?? responses.default;
  if (status === 304) {
    expect(text).toBe("");
    return;
  }
  const type = headers["content-type"]?.split(";")[0] ?? "";
  const content = response?.content?.[type];
  expect(content, `${operation} answers ${status} with ${type}`).toBeDefined();
  if (content === undefined || !type.endsWith("json")) return;
  const validate = validatorOf(content.schema);
  expect(validate(JSON.parse(text)) ? [] : validate.errors, `${operation} ${status}`).toEqual([]);
}

type Responses = Record<string, { readonly content?: Record<string, { readonly schema: object }> }>;

function responsesOf(operation: string): Responses {
  const found = Object.values(DOCUMENT.paths)
    .flatMap((methods) => Object.values(methods))
    .find((each) => (each as { operationId: string }).operationId === operation);
  if (found === undefined) throw new Error(`no operation is called ${operation}`);
  return (found as { responses: Responses }).responses;
}

function validatorOf(schema: object): ValidateFunction {
  const known = compiled.get(schema) ?? ajv.compile({ ...schema, components: DOCUMENT.components });
  compiled.set(schema, known);
  return known;
}
