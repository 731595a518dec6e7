import type { Case } from "../../core/case.ts";
import { caseTitle, caseView, stateLine, type CaseReader, type Sources } from "../../core/case-view.ts";
import type { Locale } from "../../core/model.ts";
import { text, type Block, type Button } from "../../core/view.ts";
import { timeFor, viewHtml, type Audience } from "../html.ts";
import type { Visitor } from "../session.ts";
import { html, page, raw, type Html } from "./frame.ts";
import { words } from "./words.ts";

/** For whom a page is, where its words come from, and how people and spaces are called. */
export interface Showing {
  readonly visitor: Visitor;
  readonly sources: Sources;
  readonly name: Audience["name"];
}
export type Which = "waiting" | "decided";

/** The list of cases: what, from whom, how it stands and since when. */
export function listPage({ visitor, sources, name }: Showing, which: Which, cases: readonly Case[]): Promise<Response> {
  const { reader } = visitor;
  const { locale } = reader;
  const heads = [words.number, words.about, words.from, words.state, words.since];
  const row = (each: Case): Html =>
    html`<tr>
      <th scope="row"><a href="/console/cases/${each.number}">${words.number[locale]} ${each.number}</a></th>
      <td>${caseTitle(each, sources, locale)}</td>
      <td data-label="${words.from[locale]}">${words.origins[each.origin][locale]}</td>
      <td data-label="${words.state[locale]}">
        ${raw(viewHtml({ blocks: [text(...stateLine(each, locale))] }, { reader, name }))}
      </td>
      <td data-label="${words.since[locale]}">
        <time datetime="${each.opened.toString()}">${timeFor(each.opened, reader)}</time>
      </td>
    </tr>`;
  const table = html`<table>
    <thead>
      <tr>
        ${heads.map((head) => html`<th scope="col">${head[locale]}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${cases.map(row)}
    </tbody>
  </table>`;
  const body = cases.length > 0 ? table : html`<p>${words.none[which][locale]}</p>`;
  return page({ locale, title: words.listTitle[which][locale], status: 200, visitor, body });
}

/** What was just done on a case's page, or what was wrong with it. */
export interface Aftermath {
  readonly status: number;
  readonly done: string | null;
  readonly problem: string | null;
  /** What had been written as the reason. */
  readonly reason: string;
}

/** One case whole, with what this steward may do with it. */
export function casePage(
  { visitor, sources, name }: Showing,
  each: Case,
  { reader, aftermath }: { reader: CaseReader; aftermath: Aftermath },
): Promise<Response> {
  const { locale } = reader;
  const [heading, ...blocks] = caseView(each, sources, reader);
  const title = heading?.kind === "heading" ? heading.text : `${words.number[locale]} ${each.number}`;
  const rest = blocks.filter(({ kind }) => kind !== "buttons");
  const { done, problem } = aftermath;
  const body = html`${done === null ? "" : html`<p class="done" role="status">${done}</p>`}
    <article>${raw(viewHtml({ blocks: rest }, { reader: visitor.reader, name }))}</article>
    ${forms(each, blocks, { visitor, problem, reason: aftermath.reason })}
    <p><a href="/console/cases">${words.back[locale]}</a></p>`;
  return page({ locale, title, status: aftermath.status, visitor, body });
}

interface Acting {
  readonly visitor: Visitor;
  readonly problem: string | null;
  readonly reason: string;
}

/** The buttons of the view as forms: those that need a reason share its field. */
function forms({ number }: Case, blocks: readonly Block[], acting: Acting): Html {
  const { visitor } = acting;
  const { locale } = visitor.reader;
  const all = blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
  const verdicts = all.filter((button) => ["uphold", "dismiss"].includes(verbOf(button)));
  const others = all.filter((button) => !verdicts.includes(button));
  const form = (fields: Html | string, buttons: readonly Button[]): Html | string =>
    buttons.length === 0
      ? ""
      : html`<form method="post" action="/console/cases/${number}">
          <input type="hidden" name="proof" value="${visitor.proof}" />
          ${fields}
          <div class="buttons">
            ${buttons.map(
              (button) =>
                html`<button name="verb" value="${verbOf(button)}" class="${button.style ?? ""}">
                  ${button.label}
                </button>`,
            )}
          </div>
        </form>`;
  const title = verdicts.length === 0 ? "" : html`<h2>${words.decide[locale]}</h2>`;
  return html`${title}${form(reasonField(acting, locale), verdicts)}${form("", others)}`;
}

const verbOf = ({ line }: Button): string => line.slice(line.lastIndexOf(" ") + 1);

function reasonField({ problem, reason }: Acting, locale: Locale): Html {
  const described = problem === null ? "reason-hint" : "reason-hint reason-problem";
  return html`<div class="field">
    <label for="reason">${words.reason[locale]}</label>
    <p class="hint" id="reason-hint">${words.reasonHint[locale]}</p>
    <textarea
      id="reason"
      name="reason"
      rows="5"
      maxlength="1000"
      dir="auto"
      aria-describedby="${described}"
      ${problem === null ? "" : raw('aria-invalid="true"')}
    >
${reason}</textarea>
    ${problem === null ? "" : html`<p class="problem" id="reason-problem">${problem}</p>`}
  </div>`;
}
