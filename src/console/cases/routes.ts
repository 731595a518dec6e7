import type { Call, Route } from "../../core/adapter.ts";
import { partIn, platformOf, type Case } from "../../core/case.ts";
import { mint, type Locale } from "../../core/model.ts";
import type { AnyRule } from "../../core/rule.ts";
import type { Store } from "../../core/store.ts";
import type { Reply } from "../../core/view.ts";
import { loadAsset } from "../assets.ts";
import {
  isOwnOrigin,
  isProof,
  leavingCookie,
  localeAsked,
  visitorOf,
  type SessionTools,
  type Visitor,
} from "../session.ts";
import {
  fieldsOf,
  forbidden,
  giveDownload,
  missing,
  outside,
  refused,
  showDownload,
  showEntrance,
  useEntrance,
} from "./entrance.ts";
import { goTo } from "./frame.ts";
import { casePage, listPage, type Aftermath, type Showing } from "./pages.ts";
import { words } from "./words.ts";

/** The most cases on one page. */
const most = 200;

export interface ConsoleTools extends SessionTools {
  readonly store: SessionTools["store"] & Pick<Store, "cases" | "people" | "directory">;
  readonly rules: readonly AnyRule[];
  /** Runs a line as if its account had typed it: the console decides nothing itself. */
  readonly run: (call: Call) => Promise<Reply>;
  /** How an account or a space is called, where the product knows; null elsewhere. */
  readonly name: (id: string, locale: Locale) => string | null;
}

/** The console: a way in, the cases for stewards, and what is held about whoever asks. Plain pages, without scripts. */
export function consoleRoutes(tools: ConsoleTools): readonly Route[] {
  const route = (method: Route["method"], path: string, handle: (request: Request) => Promise<Response>): Route => ({
    ...{ method, path, handle },
  });
  const style = loadAsset("./cases/style.css");
  return [
    route("GET", "/console/style.css", () => Promise.resolve(style())),
    route("GET", "/console/enter", (request) => showEntrance(tools, request)),
    route("POST", "/console/enter", (request) => useEntrance(tools, request)),
    route("POST", "/console/leave", (request) => leave(tools, request)),
    route("GET", "/console/me.json", (request) => showDownload(tools, request)),
    route("POST", "/console/me.json", (request) => giveDownload(tools, request)),
    route("GET", "/console/cases", (request) => inside(tools, request, (visitor) => list(tools, request, visitor))),
    route("GET", "/console/cases/:number", (request) =>
      inside(tools, request, (visitor) => show(tools, request, visitor)),
    ),
    route("POST", "/console/cases/:number", (request) =>
      inside(tools, request, (visitor) => act(tools, request, visitor)),
    ),
  ];
}

/** Lets stewards in: by the charter as it is now, not as it was when they entered. */
async function inside(
  tools: ConsoleTools,
  request: Request,
  go: (visitor: Visitor) => Promise<Response>,
): Promise<Response> {
  const visitor = await visitorOf(tools, request);
  if (!visitor) return outside(localeAsked(request));
  return visitor.role === "employee" ? forbidden(visitor.reader.locale) : go(visitor);
}

async function leave(tools: ConsoleTools, request: Request): Promise<Response> {
  if (!isOwnOrigin(request, tools.address)) return refused(localeAsked(request));
  const left = await outside((await visitorOf(tools, request))?.reader.locale ?? localeAsked(request));
  left.headers.set("set-cookie", leavingCookie(tools));
  return left;
}

/** Of staff or not: a steward is asked only for what does not concern them. */
const isSteward = (each: Case, { account, role }: Visitor): boolean =>
  partIn(each, { account, role, isStaff: true }) === "steward";

async function list(tools: ConsoleTools, request: Request, visitor: Visitor): Promise<Response> {
  const which = new URL(request.url).searchParams.get("show") === "decided" ? "decided" : "waiting";
  const found = await tools.store.cases.list(which, most);
  const cases = found.filter((each) => isSteward(each, visitor));
  return listPage(await showingTo(tools, visitor), which, cases);
}

async function show(tools: ConsoleTools, request: Request, visitor: Visitor): Promise<Response> {
  const each = await caseOf(tools, request, visitor);
  if (!each) return missing(visitor.reader.locale);
  const did = new URL(request.url).searchParams.get("did");
  return render(tools, visitor, each, {
    status: 200,
    done: did === null ? null : sentenceFor(did, each, visitor),
    problem: null,
    reason: "",
  });
}

const verbs = ["claim", "release", "uphold", "dismiss"] as const;

async function act(tools: ConsoleTools, request: Request, visitor: Visitor): Promise<Response> {
  const { locale } = visitor.reader;
  const fields = await fieldsOf(request);
  const isOurs = isOwnOrigin(request, tools.address) && isProof(fields.get("proof") ?? "", visitor);
  const verb = verbs.find((each) => each === fields.get("verb"));
  if (!isOurs || !verb) return refused(locale);
  const each = await caseOf(tools, request, visitor);
  if (!each) return missing(locale);
  const reason = fields.get("reason") ?? "";
  const reply = await tools.run(callOf(tools, visitor, { line: `case ${each.number} ${verb}`, verb, reason }));
  if (reply.kind !== "problems") return goTo(`/console/cases/${each.number}?did=${verb}`);
  const problem = reply.problems.map(({ text }) => text).join(" ");
  return render(tools, visitor, each, { status: 422, done: null, problem, reason });
}

function callOf(
  { now }: ConsoleTools,
  { account, known, reader }: Visitor,
  { line, verb, reason }: { line: string; verb: (typeof verbs)[number]; reason: string },
): Call {
  const needsReason = verb === "uphold" || verb === "dismiss";
  return {
    platform: platformOf(account),
    // A steward whom the directory has not met yet has no workspace, and no part of `case` asks for one.
    workspace: known?.workspace ?? mint(platformOf(account), ""),
    by: account,
    space: null,
    privately: true,
    line,
    ...(needsReason && { fields: { reason } }),
    reader: { locale: reader.locale, zone: reader.zone },
    at: now(),
  };
}

/** The case that the address names, where this steward may see it. */
async function caseOf({ store }: ConsoleTools, request: Request, visitor: Visitor): Promise<Case | null> {
  const [, number] = /^\/console\/cases\/(\d{1,9})$/.exec(new URL(request.url).pathname) ?? [];
  const each = number === undefined ? null : await store.cases.find(Number(number));
  return each && isSteward(each, visitor) ? each : null;
}

/** Whether what was asked for has come about: the page says how it stands, whoever was quicker. */
function sentenceFor(did: string, { state, claimedBy, decidedBy }: Case, { account, reader }: Visitor): string | null {
  if (did === "claim") return words.did.claim[claimedBy === account ? "true" : "false"][reader.locale];
  if (did === "release") return words.did.release[state === "open" ? "true" : "false"][reader.locale];
  if (did === "uphold" || did === "dismiss")
    return words.did.decide[decidedBy === account ? "true" : "false"][reader.locale];
  return null;
}

async function render(tools: ConsoleTools, visitor: Visitor, each: Case, aftermath: Aftermath): Promise<Response> {
  const { account, role } = visitor;
  const { locale } = visitor.reader;
  const reader = { account, role, isStaff: true, part: "steward", locale, now: tools.now() } as const;
  return casePage(await showingTo(tools, visitor), each, { reader, aftermath });
}

async function showingTo({ store, revision, rules, name }: ConsoleTools, visitor: Visitor): Promise<Showing> {
  const spaces = new Map((await store.directory.spaces()).map((space) => [String(space.id), space.name]));
  return {
    visitor,
    sources: { charter: revision().charter, rules },
    name: (id) => name(id, visitor.reader.locale) ?? spaces.get(id) ?? null,
  };
}
