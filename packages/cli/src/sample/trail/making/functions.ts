import { createRandom } from "../../random.ts";
import { arnIn, type Maker } from "../making.ts";
import { listed, mapped } from "../tag-shapes.ts";

const HIDDEN = "HIDDEN_DUE_TO_SECURITY_REASONS";

/** A function, which costs nothing until it is called. */
export const lambda: Maker = (place, functionName) => {
  const functionArn = arnIn(place, "lambda", `function:${functionName}`);
  const role = `arn:aws:iam::${place.account.id}:role/${functionName}`;
  const settings = {
    functionName,
    runtime: "python3.13",
    handler: "main.handler",
    role,
    timeout: 60,
    memorySize: 512,
  };
  return {
    service: "lambda",
    name: "CreateFunction20150331",
    target: functionArn,
    request: (tags) => ({ ...settings, code: {}, environment: {}, publish: false, ...mapped(tags) }),
    response: { ...settings, functionArn, version: "$LATEST", state: "Pending", stateReasonCode: "Creating" },
  };
};

/** A state machine, of whose definition the log says nothing. */
export const stateMachine: Maker = (place, name) => {
  const stateMachineArn = arnIn(place, "states", `stateMachine:${name}`);
  const roleArn = `arn:aws:iam::${place.account.id}:role/${name}`;
  return {
    service: "states",
    name: "CreateStateMachine",
    target: stateMachineArn,
    request: (tags) => ({ name, roleArn, definition: HIDDEN, type: "STANDARD", ...listed(tags) }),
    response: { stateMachineArn },
  };
};

/** A parameter, whose value the log hides. */
export const parameter: Maker = (place, name) => ({
  service: "ssm",
  name: "PutParameter",
  target: arnIn(place, "ssm", `parameter${name}`),
  request: (tags) => ({ name, type: "SecureString", value: HIDDEN, tier: "Standard", ...listed(tags) }),
  response: { version: 1, tier: "Standard" },
});

/** An API in front of functions. */
export const httpApi: Maker = (place, name) => {
  const apiId = createRandom(`api ${name}`).text(10, "abcdefghijklmnopqrstuvwxyz0123456789");
  return {
    service: "apigateway",
    name: "CreateApi",
    target: `arn:aws:apigateway:${place.region.code}::/apis/${apiId}`,
    request: (tags) => ({ name, protocolType: "HTTP", ...mapped(tags) }),
    response: { apiId, name, protocolType: "HTTP" },
  };
};
