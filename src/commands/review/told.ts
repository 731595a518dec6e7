import { authorKnows, caseJob, toldToDecide, type Case } from "../../core/case.ts";
import type { CommandTools } from "../../core/command.ts";
import type { AccountId } from "../../core/model.ts";
import type { CaseJob } from "../../core/store.ts";
import { isStaff } from "./asker.ts";

/** Tells those who could decide it that a case waits. */
export const tellWaiting =
  ({ revision }: CommandTools) =>
  (opened: Case): CaseJob[] =>
    toldToDecide(revision().charter, opened).map((to) => caseJob(opened, "waiting", to));

/**
 * Tells a decision: to whoever reported it, and to the author where it was upheld or they know of it. People from
 * outside are not told: whoever invited them is, or else the moderators and admins.
 */
export async function tellDecided(tools: CommandTools, each: Case): Promise<(decided: Case) => CaseJob[]> {
  const { author } = each;
  const tellsAuthor = author !== null && (each.origin === "contest" || (await isStaff(tools, author)));
  const answerable = author === null || tellsAuthor ? [] : await whoAnswersFor(tools, each, author);
  return (decided) => {
    const reporter = decided.reporter === null ? [] : [decided.reporter];
    const authors = tellsAuthor && author !== null && authorKnows(decided) ? [author] : [];
    const others = decided.state === "upheld" ? answerable : [];
    return [...new Set([...reporter, ...authors, ...others])].map((to) => caseJob(decided, "decided", to));
  };
}

async function whoAnswersFor(tools: CommandTools, each: Case, author: AccountId): Promise<readonly AccountId[]> {
  const host = each.space === null ? null : await tools.store.directory.host(each.space, author);
  if (host !== null && (await isStaff(tools, host))) return [host];
  return toldToDecide(tools.revision().charter, { ...each, barred: null });
}
