import { makeInstance } from "./company/instance.ts";
import { makeEndpoint, makeNotebook } from "./company/learning.ts";
import type { Make } from "./company/made.ts";
import { makeScalingGroup } from "./company/scaling-group.ts";
import { makeFunction, makeService } from "./company/serving.ts";
import { makeBucket, makeDatabase, makeVolume } from "./company/storage.ts";

/** All kinds of resources that people of a company make, with the records of their creation. */
export const COMPANY = {
  bucket: makeBucket,
  database: makeDatabase,
  endpoint: makeEndpoint,
  function: makeFunction,
  instance: makeInstance,
  notebook: makeNotebook,
  scalingGroup: makeScalingGroup,
  service: makeService,
  volume: makeVolume,
} as const satisfies Record<string, Make>;
