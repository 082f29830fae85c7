import { afterEach, expect, test } from "vitest";
import { makeSought } from "../../inventory/testing/make-sought.ts";
import { clientsOf, closeServices } from "../testing/service.ts";
import { serviceEnvironment } from "./service-environment.ts";

afterEach(closeServices);

test("a service environment is disabled, and enabled again", async () => {
  const target = makeSought("batch", "service-environment/training");
  const there = { status: "VALID", state: "ENABLED" };
  const clients = await clientsOf(({ call, given }) => {
    if (call === "updateserviceenvironment" && given.serviceEnvironment === target.arn) {
      there.state = String(given.state);
      return {};
    }
    return { serviceEnvironments: [{ ...there, serviceEnvironmentArn: target.arn }] };
  });
  const { remedies } = serviceEnvironment;
  for (const enabled of [true, false, false, true]) {
    await remedies["batch:disable-service-environment"]?.set(clients, target, { enabled });
    expect(await serviceEnvironment.inspect(clients, target)).toEqual({
      state: "VALID",
      controller: null,
      conditions: {},
      remedies: { "batch:disable-service-environment": { enabled } },
    });
  }
});
