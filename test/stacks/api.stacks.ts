import { describe, expect, test } from "vitest";
import { graphOf } from "./scenarios.ts";

test("x", async () => {
  const graph = await graphOf("one account, acting");
  const types = graph.resources.filter(({ type }) =>
    /apigateway|cloudfront|BucketObjectv2|Permission/.test(type),
  );
  console.log(JSON.stringify(types, null, 1));
});
