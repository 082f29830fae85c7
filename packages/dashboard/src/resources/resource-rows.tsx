// biome-ignore-all lint/a11y/noRedundantRoles: a narrow page lays the table out as a list, and browsers then forget that it is a table
import type { ResourceView } from "@tagledger/core/ledger/view/resource";
import type { ComponentChildren } from "preact";
import { Name } from "../parts/name.tsx";
import { Link } from "../state/link.tsx";
import type { PageState } from "../state/page-state.ts";
import { Fix } from "./fix.tsx";
import { NoFix } from "./no-fix.tsx";

/** A table whose rows are laid out one below the other where the page is narrow. */
export function ResourceRows(given: {
  readonly id?: string;
  readonly caption: string;
  readonly titles: readonly string[];
  readonly children: ComponentChildren;
}) {
  const { id, caption, titles, children } = given;
  return (
    <div class="card resources">
      <table id={id} role="table">
        <caption>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {titles.map((title) => (
              <th key={title} scope="col" role="columnheader">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {children}
      </table>
    </div>
  );
}

/** What a resource is called, which leads to its story, and where it is. */
export function ResourceHead(given: {
  readonly of: ResourceView;
  readonly state: PageState;
  readonly badge?: ComponentChildren;
}) {
  const { of: named, state, badge } = given;
  const { resource, id, type, account, region } = named;
  return (
    <th scope="row" role="rowheader">
      <span class="kind">
        {badge === undefined ? null : <>{badge} </>}
        <span class="type">{type}</span>
      </span>{" "}
      <Link to={{ ...state, resource }} class="story-link">
        <Name value={id} />
      </Link>{" "}
      <span class="whereabouts">
        {account ?? "no account"} · {region ?? "no region"}
      </span>
    </th>
  );
}

/** The line that puts a resource right, below the row that says what is wrong. */
export function RemedyRow({ of: resource }: { readonly of: ResourceView }) {
  return (
    <tr role="row" class="remedy">
      <td role="cell" colSpan={4}>
        {resource.fix === null ? <NoFix resource={resource} /> : <Fix line={resource.fix} of={resource.id} />}
      </td>
    </tr>
  );
}
