// biome-ignore-all lint/a11y/noRedundantRoles: a narrow page lays the table out as a list, and browsers then forget that it is a table
import type { RequestAnswer } from "../api/answers.ts";
import type { Session } from "../api/session.ts";
import { Moment } from "../parts/moment.tsx";
import { Name, NameOr } from "../parts/name.tsx";
import { ResourceRows } from "../resources/resource-rows.tsx";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import { visible } from "../words/visible.ts";
import { Became } from "./became.tsx";
import { Decide } from "./decide.tsx";

const TITLES = ["request", "asked", "until", "what became of it"];

/** Requests, the newest first, each with what whoever looks can say to it. */
export function RequestTable(given: {
  readonly id: string;
  readonly caption: string;
  readonly requests: readonly RequestAnswer[];
  readonly session: Session;
  readonly state: PageState;
}) {
  const { id, caption, requests, session, state } = given;
  const newestFirst = requests.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return (
    <ResourceRows id={id} caption={caption} titles={TITLES}>
      {newestFirst.map((request) => (
        <Row key={request.id} request={request} session={session} state={state} />
      ))}
    </ResourceRows>
  );
}

function Row(given: {
  readonly request: RequestAnswer;
  readonly session: Session;
  readonly state: PageState;
}) {
  const { request, session, state } = given;
  const { kind, resource, team, requester, reason, until, at } = request;
  return (
    <tbody role="rowgroup">
      <tr role="row">
        <th scope="row" role="rowheader">
          <span class="kind">{kind}</span>{" "}
          {state.resource === resource ? null : (
            <Link to={{ ...state, resource }} class="story-link">
              <Name value={shortName(resource)} />
            </Link>
          )}{" "}
          <span class="whereabouts">
            <NameOr value={team} missing="nobody’s" />
          </span>
        </th>
        <td role="cell" data-title="asked">
          <Moment at={at} />
          <span class="by">
            by <Name value={requester} />
          </span>
        </td>
        <td role="cell" data-title="until">
          {until === null ? "–" : <Moment at={until} />}
        </td>
        <td role="cell" data-title="what became of it">
          <Became request={request} />
        </td>
      </tr>
      <tr role="row" class="remedy">
        <td role="cell" colSpan={4}>
          <p class="reason">
            “<bdi>{visible(reason)}</bdi>”
          </p>
          <Decide request={request} session={session} />
        </td>
      </tr>
    </tbody>
  );
}

/** The end of an ARN, by which people know a resource. */
function shortName(resource: string): string {
  return resource.slice(resource.lastIndexOf("/") + 1) || resource;
}
