import { localAdapter } from "../../adapters/local/index.ts";
import { people, workspace } from "../../adapters/local/company.ts";
import {
  AdapterError,
  type Act,
  type Adapter,
  type AdapterErrorCode,
  type Receipt,
  type Route,
} from "../../src/core/adapter.ts";
import { mint, type AccountId, type SpaceId } from "../../src/core/model.ts";
import type { Answer, Snapshot } from "../../src/console/playground/wire.ts";
import type { Rig, Sent, Shown, StartRig, Told } from "../contracts/rig.ts";

const account = (handle: string): AccountId => mint("local", handle);
const space: SpaceId = mint("local", "charter-trial");
const origin = "http://localhost:3000";

/** Talks to the playground's routes as its page would, in process. */
export const startLocalRig: StartRig = async (door) => {
  const playground = localAdapter({ log: () => {} });
  const told: (Omit<Told, "withdrawn"> & { readonly receipt: string; withdrawn: boolean })[] = [];
  const shown = new Map<AccountId, Answer>();
  let failure: AdapterErrorCode | null = null;
  const adapter: Adapter = {
    ...playground,
    async perform(act, reader) {
      const code = failure;
      failure = null;
      if (code) throw new AdapterError(code, code === "limited" ? 1 : null);
      const receipt = await playground.perform(act, reader);
      if (act.do === "tell" && receipt && !told.some((one) => one.receipt === receipt.receipt)) {
        const { html, ...seen } = await toldBy(playground, act, receipt);
        told.push(seen);
        shown.set(act.to, { kind: "view", html, plain: seen.text });
      }
      if (act.do === "withdraw") for (const one of told) if (one.receipt === act.receipt) one.withdrawn = true;
      return receipt;
    },
  };
  await adapter.start(door);
  return { ...rigOf(adapter, shown), told, fail: (how) => void (failure = how) };
};

const now = (): string => Temporal.Now.instant().toString();

function rigOf(adapter: Adapter, shown: Map<AccountId, Answer>): Omit<Rig, "told" | "fail"> {
  const versions = new Map<string, number>();
  let last: (() => Promise<Sent>) | null = null;
  let count = 0;
  // The message that the form which is open for somebody was asked for on.
  const menus = new Map<AccountId, string>();
  const send = (
    path: string,
    id: string,
    body: { readonly version?: number; readonly [field: string]: unknown },
  ): Promise<Sent> => {
    last = async () => {
      const { ok } = await post(adapter.routes, path, { ...body, id });
      if (ok) versions.set(id, body.version ?? 0);
      return { id, acknowledged: ok };
    };
    return last();
  };
  const next = (id: string): number => (versions.get(id) ?? 0) + 1;
  const run = async (by: AccountId, body: object): Promise<Shown> => {
    const response = await post(adapter.routes, "run", { by, space, at: now(), ...body });
    if (!response.ok) throw new Error(`the playground answered ${response.status}`);
    const answer = (await response.json()) as Answer;
    // Problems are shown inside the form, which stays open.
    if (answer.kind !== "problems") shown.set(by, answer);
    return showing(answer);
  };
  return {
    adapter,
    workspace,
    people: { alice: account("thomas"), bob: account("emma"), outsider: account("paolo") },
    space,
    say: (by, text, { id = `message-${++count}`, thread = null } = {}) =>
      send("say", id, { by, space, text, thread, at: now() }),
    edit: (by, id, text) => send("edit", id, { by, space, version: next(id), text, at: now() }),
    remove: (by, id) => send("remove", id, { by, space, version: next(id), at: now() }),
    join: (where, who, by) => send("join", `move-${++count}`, { by: by ?? who, space: where, account: who, at: now() }),
    leave: (where, who) => send("leave", `move-${++count}`, { by: who, space: where, account: who, at: now() }),
    async report(by, about) {
      menus.set(by, about);
      return run(by, { line: "report", about });
    },
    async again() {
      if (!last) throw new Error("nothing was sent yet");
      return last();
    },
    async command(by, line) {
      menus.delete(by);
      return run(by, { line: `/charter ${line}` });
    },
    async press(by, label) {
      menus.delete(by);
      return run(by, { line: lineOfButton(shown.get(by), label) });
    },
    async submit(by, fields) {
      const about = menus.get(by);
      return run(by, { line: lineOfForm(shown.get(by)), fields, ...(about !== undefined && { about }) });
    },
    stop: () => adapter.stop(),
  };
}

/** Reads what was told where its addressee looks, and looks over the shoulder of everybody else. */
async function toldBy(adapter: Adapter, act: Extract<Act, { do: "tell" }>, { how, receipt }: Receipt) {
  const { routes } = adapter;
  const inPlace = how === "inPlace" ? act.place.space : null;
  const own = (await look(routes, act.to, inPlace)).notes.find(({ id }) => id === receipt);
  const inCompany = people.map(({ id }) => id);
  const others = (inPlace === null ? null : await adapter.members(inPlace)) ?? inCompany;
  const seen = await Promise.all(others.filter((id) => id !== act.to).map((id) => look(routes, id, inPlace)));
  return {
    html: own?.html ?? "",
    receipt,
    to: act.to,
    how,
    privately: own !== undefined && !seen.some(({ notes }) => notes.some(({ id }) => id === receipt)),
    text: own ? wordsOf(own.html) : "",
    buttons: own ? buttonsOf(own.html).map(({ label }) => label) : [],
    withdrawn: false,
  };
}

/** What somebody sees in a space, or among their direct messages. */
export async function look(routes: readonly Route[], by: AccountId, where: SpaceId | null): Promise<Snapshot> {
  const asked = new URLSearchParams({ by, lang: "en", ...(where !== null && { space: where }) });
  const response = await request(routes, "GET", `/playground/stream?${asked}`);
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return JSON.parse(new TextDecoder().decode(value).replace(/^data: /u, "")) as Snapshot;
}

/** A request from the page itself, or with other headers. */
export async function request(
  routes: readonly Route[],
  method: Route["method"],
  path: string,
  { body, headers }: { readonly body?: string; readonly headers?: Readonly<Record<string, string>> } = {},
): Promise<Response> {
  const url = new URL(path, origin);
  const route = routes.find((one) => one.method === method && one.path === url.pathname);
  if (!route) throw new Error(`there is no route ${method} ${url.pathname}`);
  const sent = { "sec-fetch-site": "same-origin", ...headers };
  return route.handle(new Request(url, { method, headers: sent, ...(body !== undefined && { body }) }));
}
const post = (routes: readonly Route[], path: string, body: object): Promise<Response> =>
  request(routes, "POST", `/playground/${path}?lang=en`, { body: JSON.stringify(body) });

function showing(answer: Answer): Shown {
  if (answer.kind === "problems") {
    const text = answer.problems.map((problem) => problem.text).join("\n");
    return { kind: "problems", text, problemFields: answer.problems.map(({ field }) => field) };
  }
  return { kind: answer.kind, text: wordsOf(answer.html), problemFields: [] };
}
const wordsOf = (html: string): string =>
  unescape(html.replace(/<\/(?:p|h\d|li|tr|blockquote|label|pre)>/gu, "\n").replace(/<[^>]*>/gu, ""));
const buttonsOf = (html: string): { line: string; label: string }[] =>
  [...html.matchAll(/<button[^>]*data-line="([^"]*)"[^>]*>([^<]*)/gu)].map(([, line = "", label = ""]) => ({
    line: unescape(line),
    label: unescape(label),
  }));
const unescape = (html: string): string =>
  html.replace(
    /&(?:amp|lt|gt|quot|#39);/gu,
    (entity) => ({ "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"' })[entity] ?? "'",
  );

function lineOfButton(answer: Answer | undefined, label: string): string {
  const html = answer?.kind === "view" ? answer.html : "";
  const button = buttonsOf(html).find((one) => one.label === label);
  if (!button) throw new Error(`no button is called ${label}`);
  return button.line;
}
function lineOfForm(answer: Answer | undefined): string {
  const line = answer?.kind === "form" ? /<form[^>]*data-line="([^"]*)"/u.exec(answer.html)?.[1] : undefined;
  if (line === undefined) throw new Error("no form is open");
  return unescape(line);
}
