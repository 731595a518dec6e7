import { roleOf, type Case, type Part } from "../core/case.ts";
import { caseTitle, caseView } from "../core/case-view.ts";
import type { Place, Reader } from "../core/model.ts";
import type { CaseJob } from "../core/store.ts";
import { heading, text, type Block, type Inline, type View } from "../core/view.ts";
import type { DeliveryTools } from "./deliver.ts";

const words = {
  received: {
    en: "Something you wrote touches this clause, and somebody will look at it with care. You will hear what they decide.",
    fr: "Ce que vous avez écrit touche à cette clause, et quelqu’un l’examinera avec soin. Vous saurez ce qui est décidé.",
  },
  upheld: {
    en: ["A case about what ", " wrote", " was upheld."],
    fr: ["Un dossier sur ce que ", " a écrit", " a été retenu."],
  },
  in: { en: " in ", fr: " dans " },
  why: { en: "Why:", fr: "Pourquoi\u00a0:" },
  speak: {
    en: "Charter does not write to people from outside: please speak with them yourself.",
    fr: "Charter n’écrit pas aux personnes extérieures\u00a0: veuillez leur en parler vous-même.",
  },
} as const;

interface Telling {
  readonly view: View;
  readonly place: Place;
  /** The same whenever the same is told again; another once it was decided anew. */
  readonly key: string;
}

/** What somebody is told of a case as it stands now, or null where there is nothing to tell any more. */
export async function caseViewFor(tools: DeliveryTools, job: CaseJob, { locale }: Reader): Promise<Telling | null> {
  const { store, rules, now } = tools;
  const each = await store.cases.findById(job.case);
  if (!each) return null;
  const { charter } = tools.revision();
  const part = partOf(each, job);
  const role = roleOf(charter, job.to);
  const isOver = each.state === "upheld" || each.state === "dismissed";
  // Somebody has taken it, or is no steward any more.
  if (job.what === "waiting" && (each.state !== "open" || part !== "steward" || role === "employee")) return null;
  if (job.what === "received" && isOver) return null;
  if (job.what === "decided" && !isOver) return null;
  const sources = { charter, rules };
  const reader = { account: job.to, role, isStaff: true, part, locale, now: now() };
  const blocks =
    job.what === "decided" && part === "steward"
      ? aboutOutsider(each, caseTitle(each, sources, locale), locale)
      : caseView(each, sources, reader);
  if (job.what === "received") blocks.splice(1, 0, text(words.received[locale]));
  // A steward may be on another platform than the case: their own workspace is where they are reached.
  const workspace = (await store.directory.accounts([job.to])).get(job.to)?.workspace ?? job.workspace;
  const key = [each.id, job.what, job.to, each.barred === null ? "first" : "appeal"].join(" ");
  return { view: { blocks }, place: { workspace, space: null, thread: null, message: null }, key };
}

const partOf = ({ author, reporter }: Case, { to }: CaseJob): Part =>
  to === reporter ? "reporter" : to === author ? "author" : "steward";

/** For whoever answers for somebody from outside. */
function aboutOutsider({ number, author, space, reason }: Case, title: string, locale: Reader["locale"]): Block[] {
  const [before, wrote, after] = words.upheld[locale];
  const who: Inline[] = author === null ? ["…"] : [{ kind: "person", account: author }];
  const where: Inline[] = space === null ? [] : [words.in[locale], { kind: "space", space }];
  return [
    heading(`${number} · ${title}`),
    text(before, ...who, wrote, ...where, after),
    ...(reason === null ? [] : [text(words.why[locale]), { kind: "quote", inlines: [reason] } as const]),
    text(words.speak[locale]),
  ];
}
