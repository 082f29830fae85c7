import { type Row, times } from "../charge.ts";
import { MONTH, runsOf } from "../runs.ts";
import { LOOKS } from "../times.ts";

/** What AWS tells on a default bus is free; what other places forward, and what we publish, is not. */
export const bus: Row = ({ id }, { load, measured }) =>
  id.endsWith("-intake")
    ? [
        {
          what: "events forwarded by other places, charged there",
          price: "event",
          quantity: (load.events * load.forwarding) / load.places,
        },
      ]
    : [
        {
          what: "events that we publish",
          price: "event",
          quantity:
            times(measured.look, load.looks, ({ events }) => events) +
            times(measured.quarantine, load.quarantines, ({ events }) => events),
        },
      ];

/** Lambda asks a queue from five sides, each waiting for up to twenty seconds. */
const ASKED = (5n * MONTH) / 20n;

/** A queue that a function is fed from; others hold what failed, which is next to nothing. */
export const queue: Row = ({ name, arn }, { graph, load }) => {
  const messages = name === "BillsQueue" ? load.deliveries + LOOKS : load.events;
  const feeds = graph.resources.some(
    ({ type, inputs }) =>
      type === "aws:lambda/eventSourceMapping:EventSourceMapping" && inputs.eventSourceArn === arn,
  );
  return feeds
    ? [
        { what: "messages sent, received and deleted", price: "queueRequest", quantity: 3n * messages },
        { what: "asking while nothing comes", price: "queueRequest", quantity: ASKED },
      ]
    : [];
};

export const schedule: Row = ({ inputs }) => [
  { what: "runs", price: "scheduled", quantity: runsOf(inputs.scheduleExpression) },
];
