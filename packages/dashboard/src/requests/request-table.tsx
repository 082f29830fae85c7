import type { RequestAnswer } from "../api/answers.ts";
import type { Session } from "../api/session.ts";
import { Moment } from "../parts/moment.tsx";
import { Name, NameOr } from "../parts/name.tsx";
import { Table } from "../parts/table.tsx";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import { Decide } from "./decide.tsx";

const HEADINGS = [
  { title: "asked" },
  { title: "resource" },
  { title: "by" },
  { title: "reason" },
  { title: "until" },
  { title: "what became of it" },
];

/** Requests, the newest first, each with what whoever looks can say to it. */
export function RequestTable(given: {
  readonly id: string;
  readonly caption: string;
  readonly requests: readonly RequestAnswer[];
  readonly session: Session;
  readonly state: PageState;
  readonly onDecided: () => void;
}) {
  const { id, caption, requests, session, state, onDecided } = given;
  const newestFirst = requests.toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  return (
    <Table id={id} caption={caption} headings={HEADINGS}>
      <tbody>
        {newestFirst.map((request) => (
          <tr key={request.id}>
            <td>
              {request.kind}
              <span class="detail">
                <Moment at={request.at} />
              </span>
            </td>
            <th scope="row">
              <Link to={{ ...state, resource: request.resource }}>
                <Name value={shortName(request.resource)} />
              </Link>
              <span class="detail">
                <NameOr value={request.team} missing="nobody’s" />
              </span>
            </th>
            <td>
              <Name value={request.requester} />
            </td>
            <td class="reason">
              <Name value={request.reason} />
            </td>
            <td>{request.until === null ? "–" : <Moment at={request.until} />}</td>
            <td>
              <Became request={request} />
              <Decide request={request} session={session} onDecided={onDecided} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Became({ request }: { readonly request: RequestAnswer }) {
  const { state, decidedBy, decidedAt, note } = request;
  return (
    <>
      <span class={`standing standing-${state}`}>{state}</span>
      {decidedBy === null ? null : (
        <span class="detail">
          by <Name value={decidedBy} />
          {decidedAt === null ? null : (
            <>
              {" "}
              <Moment at={decidedAt} />
            </>
          )}
        </span>
      )}
      {note === null ? null : (
        <span class="detail">
          “<Name value={note} />”
        </span>
      )}
    </>
  );
}

/** The end of an ARN, by which people know a resource. */
function shortName(resource: string): string {
  return resource.slice(resource.lastIndexOf("/") + 1) || resource;
}
