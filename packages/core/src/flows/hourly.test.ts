import { expect, test } from "vitest";
import { isUnreadable, parseEvent } from "../catalog/event.ts";
import { extract } from "../catalog/extract.ts";
import { makeEvent, makeRecord } from "../catalog/testing/make-event.ts";
import { formatAmount } from "../costs/money.ts";
import type { PriceBook } from "../spend/price.ts";
import { priceBook } from "../spend/price-book.ts";
import { fixedRates } from "../spend/testing/rates.ts";
import { hourlyCosts } from "./hourly.ts";

/** A book that counts how often it is asked. */
function countedBook() {
  const counted = { asked: 0 };
  const book = priceBook(fixedRates({ "ec2-linux m5.large": "0.096", "ec2-linux p5.48xlarge": "55.04" }));
  const prices: PriceBook = {
    async price(query) {
      counted.asked++;
      return book.price(query);
    },
  };
  return { counted, prices };
}

const item = (instanceId: string, instanceType: string) => ({ instanceId, instanceType });
const LAUNCH = makeRecord({
  eventName: "RunInstances",
  requestParameters: {},
  responseElements: {
    instancesSet: {
      items: [
        item("i-1", "m5.large"),
        item("i-2", "p5.48xlarge"),
        item("i-3", "odd.large"),
        item("i-4", "m5.large"),
      ],
    },
  },
});

async function told(prices: PriceBook | undefined, record: unknown) {
  const event = parseEvent(record);
  if (isUnreadable(event)) throw new TypeError(event.unreadable);
  const extraction = extract(event);
  if (extraction.outcome === "skipped") throw new TypeError(extraction.skipReason);
  const costs = await hourlyCosts(prices)(event, extraction);
  return costs.map((cost) => (cost === null ? null : `${formatAmount(cost.amount)} ${cost.currency}`));
}

test("each resource that a call creates has its own price, or none that is known", async () => {
  const { prices } = countedBook();
  expect(await told(prices, LAUNCH)).toEqual(["0.096 USD", "55.04 USD", null, "0.096 USD"]);
});

test("a price is asked for once for each kind of resource, and only where something decides it", async () => {
  const { counted, prices } = countedBook();
  const costsOf = hourlyCosts(prices);
  for (let n = 0; n < 3; n++) {
    for (const event of [makeEvent(LAUNCH), makeEvent()]) {
      const extraction = extract(event);
      if (extraction.outcome === "evaluated") await costsOf(event, extraction);
    }
  }
  expect(counted.asked).toBe(3);
});

test("what is only tagged has no price, and without prices nothing has", async () => {
  const { counted, prices } = countedBook();
  const tagged = makeRecord({
    eventName: "CreateTags",
    requestParameters: {
      resourcesSet: { items: [{ resourceId: "i-0123456789abcdef0" }] },
      tagSet: { items: [{ key: "ml-team", value: "vision" }] },
    },
    responseElements: { _return: true },
  });
  expect(await told(prices, tagged)).toEqual([]);
  expect(await told(undefined, LAUNCH)).toEqual([]);
  expect(counted.asked).toBe(0);
});
