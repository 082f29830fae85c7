// biome-ignore-all lint/a11y/noRedundantRoles: a narrow page lays the table out as a list, and browsers then forget that it is a table
import type { ResourceView } from "@tagledger/core/ledger/view/resource";
import { Moment } from "../parts/moment.tsx";
import { NameOr } from "../parts/name.tsx";
import type { PageState } from "../state/page-state.ts";
import { ActorName } from "./actor.tsx";
import { Findings } from "./findings.tsx";
import { RemedyRow, ResourceHead, ResourceRows } from "./resource-rows.tsx";
import { VerdictBadge } from "./verdict-badge.tsx";

const TITLES = ["resource", "created", "team", "what is found"];

/** Resources, each with what is wrong and the line that puts it right. */
export function ResourceTable(given: {
  readonly resources: readonly ResourceView[];
  readonly caption: string;
  readonly state: PageState;
}) {
  const { resources, caption, state } = given;
  return (
    <ResourceRows caption={caption} titles={TITLES}>
      {resources.map((resource) => (
        <Row key={`${resource.resource} ${resource.incarnation}`} resource={resource} state={state} />
      ))}
    </ResourceRows>
  );
}

function Row({ resource, state }: { readonly resource: ResourceView; readonly state: PageState }) {
  const { created, actor, team, verdict, findings } = resource;
  return (
    <tbody role="rowgroup">
      <tr role="row">
        <ResourceHead of={resource} state={state} badge={<VerdictBadge verdict={verdict} />} />
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
      <RemedyRow of={resource} />
    </tbody>
  );
}
