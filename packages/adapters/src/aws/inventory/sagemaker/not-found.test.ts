import { expect, test } from "vitest";
import { awsError } from "../testing/make-sought.ts";
import { isNotFound } from "./not-found.ts";

test.each([
  [awsError("ResourceNotFound"), true],
  [awsError("ValidationException", { message: 'Could not find endpoint "arn:aws:sagemaker:…".' }), true],
  [awsError("ValidationException", { message: "RecordNotFound" }), true],
  [awsError("ValidationException", { message: "1 validation error detected: …" }), false],
  [awsError("AccessDeniedException", { message: "Could not find a policy" }), false],
])("%o says that nothing is there: %s", (error, is) => {
  expect(isNotFound(error)).toBe(is);
});
