import type { ServiceCalls } from "./calls.ts";

const FUNCTION = "arn:{partition}:lambda:*:{account}:function:*";

/** Lambda. */
export const lambda: ServiceCalls = {
  service: "lambda",
  lists: ["lambda:ListFunctions"],
  looks: ["lambda:ListTags"],
  wide: ["lambda:ListFunctions"],
  remedied: {
    "lambda:function": {
      arns: [FUNCTION],
      inspects: ["lambda:GetFunctionConcurrency", "lambda:GetFunctionConfiguration"],
      // A function that had no limit gets back none.
      needs: { "lambda:throttle": [{ calls: ["lambda:DeleteFunctionConcurrency"], arns: [FUNCTION] }] },
    },
  },
};
