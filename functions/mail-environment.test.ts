import { expect, test } from "vitest";
import { readMailEnvironment } from "./mail-environment.ts";

test("where mail is sent a configuration set has bounces told", () => {
  const { configurationSet } = readMailEnvironment({ TAGLEDGER_CONFIGURATION_SET: "tagledger-production" });
  expect(configurationSet).toBe("tagledger-production");
});

test.each([{}, { TAGLEDGER_CONFIGURATION_SET: "" }])("where none is sent there is none: %j", (values) => {
  expect(readMailEnvironment(values).configurationSet).toBeNull();
});

test("what SES would refuse as its name is refused before", () => {
  expect(() => readMailEnvironment({ TAGLEDGER_CONFIGURATION_SET: "mail sets" })).toThrow(
    expect.objectContaining({
      code: "bad-configuration",
      message: 'TAGLEDGER_CONFIGURATION_SET is "mail sets": expected the name of a configuration set of SES',
    }),
  );
});

test("mails lead to the page that is deployed, where there is one", () => {
  const page = "https://d111111abcdef8.cloudfront.net/";
  expect(readMailEnvironment({ TAGLEDGER_PAGE: page }).page).toBe(page);
  expect(readMailEnvironment({}).page).toBeNull();
  expect(() => readMailEnvironment({ TAGLEDGER_PAGE: "page" })).toThrow(
    'TAGLEDGER_PAGE is "page": expected the address of the page, as https://costs.example.com/',
  );
});
