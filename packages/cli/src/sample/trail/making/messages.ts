import { arnIn, type Maker } from "../making.ts";
import { listed, mapped } from "../tag-shapes.ts";

/** A queue, which is named by its URL. */
export const queue: Maker = ({ account, region }, queueName) => {
  const queueUrl = `https://sqs.${region.code}.amazonaws.com/${account.id}/${queueName}`;
  const attributes = { SqsManagedSseEnabled: "true", VisibilityTimeout: "120" };
  return {
    service: "sqs",
    name: "CreateQueue",
    target: queueUrl,
    request: (tags) => ({ queueName, attributes, ...mapped(tags) }),
    response: { queueUrl },
  };
};

/** A topic. */
export const topic: Maker = (place, name) => {
  const topicArn = arnIn(place, "sns", name);
  return {
    service: "sns",
    name: "CreateTopic",
    target: topicArn,
    request: (tags) => ({ name, ...listed(tags) }),
    response: { topicArn },
  };
};

/** A rule about events. */
export const rule: Maker = (place, name) => {
  const ruleArn = arnIn(place, "events", `rule/${name}`);
  return {
    service: "events",
    name: "PutRule",
    target: ruleArn,
    request: (tags) => ({ name, scheduleExpression: "rate(1 day)", state: "ENABLED", ...listed(tags) }),
    response: { ruleArn },
  };
};

/** A group of schedules. */
export const scheduleGroup: Maker = (place, name) => {
  const scheduleGroupArn = arnIn(place, "scheduler", `schedule-group/${name}`);
  return {
    service: "scheduler",
    name: "CreateScheduleGroup",
    target: scheduleGroupArn,
    request: (tags) => ({ name, ...listed(tags) }),
    response: { scheduleGroupArn },
  };
};
