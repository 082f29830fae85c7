import { TagledgerError } from "@tagledger/core/errors";

/**
 * Reads the address of a server that is asked for usage.
 *
 * @param what is asked, for people
 * @throws bad-configuration where it is none, or holds a name or password, which the message does not show
 * @example plainUrl("http://opencost:9003", "an OpenCost").host // "opencost:9003"
 */
export function plainUrl(text: string, what: string): URL {
  if (!URL.canParse(text)) throw misconfigured(`"${text}" is no address of ${what}`);
  const url = new URL(text);
  if (url.username !== "" || url.password !== "") {
    throw misconfigured(
      `the address of ${what} at ${url.host} holds a name or password; give a token by its name`,
    );
  }
  url.search = "";
  url.hash = "";
  return url;
}

function misconfigured(message: string): TagledgerError {
  return new TagledgerError("bad-configuration", message);
}
