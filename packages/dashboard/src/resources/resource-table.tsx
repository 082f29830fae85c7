// biome-ignore-all lint/a11y/noRedundantRoles: a narrow page lays the table out as a list, and browsers then forget that it is a table
import type { ResourceView } from "@tagledger/core/ledger/view/resource";
import { Moment } from "../parts/moment.tsx";
import { Name, NameOr } from "../parts/name.tsx";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import { ActorName } from "./actor.tsx";
import { Findings } from "./findings.tsx";
import { Fix } from "./fix.tsx";
import { NoFix } from "./no-fix.tsx";
import { VerdictBadge } from "./verdict-badge.tsx";

/** Resources, each with what is wrong and the line that puts it right. */
export function ResourceTable(given: {
  readonly resources: readonly ResourceView[];
  readonly caption: string;
  readonly state: PageState;
}) {
  const { resources, caption, state } = given;
  return (
    <div class="card resources">
      <table role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {["resource", "created", "team", "what is found"].map((title) => (
              <th key={title} scope="col" role="columnheader">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {resources.map((resource) => (
          <Row key={`${resource.resource} ${resource.incarnation}`} resource={resource} state={state} />
        ))}
      </table>
    </div>
  );
}

function Row({ resource, state }: { readonly resource: ResourceView; readonly state: PageState }) {
  const { id, type, account, region, created, actor, team, verdict, findings, fix } = resource;
  return (
    <tbody role="rowgroup">
      <tr role="row">
        <th scope="row" role="rowheader">
          <span class="kind">
            <VerdictBadge verdict={verdict} /> <span class="type">{type}</span>
          </span>{" "}
          <Link to={{ ...state, resource: resource.resource }} class="story-link">
            <Name value={id} />
          </Link>{" "}
          <span class="whereabouts">
            {account ?? "no account"} · {region ?? "no region"}
          </span>
        </th>
        <td role="cell" data-title="created">
          <Moment at={created} />
          <span class="by">
            by <ActorName actor={actor} />
          </span>
        </td>
        <td role="cell" data-title="team">
          <NameOr value={team} missing="nobody’s" />
        </td>
        <td role="cell" data-title="what is found">
          {findings.length === 0 ? <span class="none">nothing</span> : <Findings findings={findings} />}
        </td>
      </tr>
      <tr role="row" class="remedy">
        <td role="cell" colSpan={4}>
          {fix === null ? <NoFix resource={resource} /> : <Fix line={fix} of={id} />}
        </td>
      </tr>
    </tbody>
  );
}
