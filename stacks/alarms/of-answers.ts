import type { Api } from "../api.ts";
import type { Watch } from "./watch.ts";

/** What somebody is to look at of the API over HTTP. */
export function ofAnswers({ gateway }: Pick<Api, "gateway">): readonly Watch[] {
  const common = {
    namespace: "AWS/ApiGateway",
    dimensions: { ApiId: gateway.id },
    comparison: "GreaterThanThreshold",
    // Nobody asks at night.
    missing: "notBreaching",
  } as const;
  return [
    {
      ...common,
      name: "api-5xx",
      meaning: "The API could not answer: it, a store or the issuer of tokens fails.",
      metric: "5xx",
      statistic: "Sum",
      threshold: 3,
      period: 3600,
      periods: 1,
    },
    {
      ...common,
      name: "api-slow",
      meaning: "The API takes longer to answer than people wait.",
      metric: "Latency",
      statistic: "p99",
      // In milliseconds: a start from nothing is quicker.
      threshold: 5000,
      period: 300,
      periods: 3,
    },
  ];
}
