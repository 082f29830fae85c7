import type { MiddlewareObj } from "@middy/core";
import { TagledgerError } from "@tagledger/core/errors";
import type { ApiEvent } from "../http/incoming.ts";
import type { Outgoing } from "../http/outgoing.ts";
import { problem } from "../http/problem.ts";
import type { ApiSystem } from "../system.ts";

/** Answers what went wrong: what was asked badly in words, all else without telling what is inside. */
export function told({ log }: Pick<ApiSystem, "log">): MiddlewareObj<ApiEvent, Outgoing> {
  return {
    onError: (request) => {
      const { error } = request;
      if (error instanceof TagledgerError && error.code === "bad-input") {
        request.response = problem(400, error.message);
        return;
      }
      log("a request could not be answered", error);
      const isOutside = error instanceof TagledgerError && error.code === "outside-failure";
      request.response = isOutside
        ? problem(503, "something that is needed for this cannot be reached; try again later")
        : problem(500, "something is wrong here; the log says what");
    },
  };
}
