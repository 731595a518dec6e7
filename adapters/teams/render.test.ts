import { expect, test } from "vitest";
import { mint, type AccountId, type SpaceId } from "../../src/core/model.ts";
import { code, heading, strong, text, type Block, type Form, type View } from "../../src/core/view.ts";
import { fieldsOf, renderForm, renderInvitation } from "./form.ts";
import { clip, renderView, type Rendering } from "./render.ts";

const alice = mint<AccountId>("teams", "alice");
const general = mint<SpaceId>("teams", "19:general");
const names = new Map<string, string>([
  [alice, "Alice"],
  [general, "General"],
]);
const rendering: Rendering = {
  reader: { locale: "fr", zone: "Europe/Paris" },
  name: (id) => names.get(id) ?? id,
  surface: "message",
};
const size = (value: unknown) => Buffer.byteLength(JSON.stringify(value));

const view: View = {
  blocks: [
    heading("Rules_of *the* game"),
    text("To ", { kind: "person", account: alice }, " in ", { kind: "space", space: general }, ": ", strong("now")),
    { kind: "quote", inlines: [{ kind: "mark", text: "[x](http://x)" }, code("a")] },
    { kind: "list", items: [["one"], [{ kind: "link", text: "two", href: "https://two.example" }]] },
    { kind: "table", head: ["Clause", "Stage"], rows: [["rest", "nudge"]] },
    text({ kind: "time", at: Temporal.Instant.from("2026-11-21T19:00:00Z") }),
    { kind: "buttons", buttons: [{ label: "Why?", line: "why 7", style: "primary" }] },
  ],
};

test("a view is an Adaptive Card 1.5 with its words as they are", () => {
  const card = renderView(view, rendering);
  expect(card).toMatchObject({ type: "AdaptiveCard", version: "1.5" });
  const written = JSON.stringify(card.body);
  expect(written).toContain(String.raw`Rules\\_of \\*the\\* game`);
  for (const words of ["Alice", "General", "[x](http://x)", "• ", "https://two.example", "21 nov. 2026"]) {
    expect(written).toContain(words);
  }
  expect(card.body.filter(({ type }) => type === "TextBlock").every((block) => "wrap" in block && block.wrap)).toBe(
    true,
  );
  expect(card.fallbackText).toContain("To Alice in General: now");
  expect(card.fallbackText).toContain("two (https://two.example)");
});

const actionsOn = (surface: Rendering["surface"]) => renderView(view, { ...rendering, surface }).body.at(-1);
test("a button carries its line and nothing else, and is one that a dialog knows where it stands in one", () => {
  const data = { action: "run", line: "why 7" };
  expect(actionsOn("message")).toMatchObject({ actions: [{ type: "Action.Execute", title: "Why?", data }] });
  expect(actionsOn("dialog")).toMatchObject({ actions: [{ type: "Action.Submit", title: "Why?", data }] });
});

test("a card stays below 28 KB, says that it was cut, and keeps its buttons", () => {
  const long: Block[] = Array.from({ length: 60 }, (_, index) => text(`é${index} `.repeat(200)));
  const card = renderView({ blocks: [...long, ...view.blocks.slice(-1)] }, rendering);
  expect(size(card)).toBeLessThan(28_000);
  expect(card.body.some(({ type }) => type === "ActionSet")).toBe(true);
  expect(JSON.stringify(card.body.at(-2))).toContain("ne tient pas");
});

test("one endless block still leaves a card that fits", () => {
  expect(size(renderView({ blocks: [text("😀".repeat(100_000))] }, rendering))).toBeLessThan(28_000);
});

test("clipping never leaves half a character", () => {
  expect(clip("ab😀cd", 4)).toBe("ab…");
  expect(clip("abcd", 4)).toBe("abcd");
});

const form: Form = {
  title: "Signaler",
  submit: "Envoyer",
  cancel: "Annuler",
  line: "report",
  fields: [
    { kind: "text", name: "reason", label: "Raison", hint: "En bref", multiline: true, maxLength: 200 },
    { kind: "choice", name: "how", label: "Comment", options: [{ value: "a", label: "A" }], initial: "a" },
  ],
};

test("a form asks each question once, with what stands in it, and errors under their field", () => {
  const card = renderForm(form, rendering, {
    values: { reason: "trop tard" },
    problems: [
      { field: "reason", text: "Dites pourquoi." },
      { field: "", text: "Trop de signalements." },
    ],
  });
  expect(card.body).toMatchObject([
    { type: "TextBlock", color: "Attention", text: "Trop de signalements." },
    { type: "Input.Text", id: "field:reason", label: "Raison", value: "trop tard", maxLength: 200, isMultiline: true },
    { type: "TextBlock", color: "Attention", text: "Dites pourquoi.", id: "problem:reason" },
    { type: "Input.ChoiceSet", id: "field:how", value: "a", choices: [{ value: "a", title: "A" }] },
  ]);
  expect(card.actions).toMatchObject([
    { title: "Envoyer", data: { action: "submit", line: "report" } },
    { title: "Annuler", data: { action: "cancel" } },
  ]);
});

test("what there is to read before stands above the questions, and gives way to them where both do not fit", () => {
  const difference = { kind: "preformatted", text: "+ a  line\n".repeat(2000) } as const;
  const card = renderForm({ ...form, about: [heading("Ce qui change"), difference] }, rendering);
  expect(size(card)).toBeLessThan(28_000);
  const types = card.body.map(({ type }) => type);
  expect(types.slice(-3)).toEqual(["TextBlock", "Input.Text", "Input.ChoiceSet"]);
  expect(JSON.stringify(card.body.at(-3))).toContain("ne tient pas");
  expect(types.filter((type) => type === "RichTextBlock").length).toBeGreaterThan(100);
});

test("preformatted lines keep their spaces and their signs", () => {
  const { body } = renderView({ blocks: [{ kind: "preformatted", text: "  - a  b\n\n**c**" }] }, rendering);
  const runs = body.flatMap((element) => (element.type === "RichTextBlock" ? [element.inlines] : []));
  expect(runs).toMatchObject([
    [{ text: "\u00a0 - a\u00a0 b", fontType: "Monospace" }],
    [{ text: "\u00a0" }],
    [{ text: "**c**" }],
  ]);
});

test("what is pressed in a dialog about a message carries the message's ids on", () => {
  const about = { space: "19:a", id: "1", version: 0, author: "alice", until: 7, signature: "s".repeat(43) };
  const { actions } = renderForm(form, { ...rendering, surface: "dialog", about });
  expect(actions).toMatchObject([{ data: { action: "submit", line: "report", about } }, {}]);
});

test("the longest ids that there may be leave a form that fits", () => {
  const id = "é".repeat(300);
  const about = { space: id, id, version: 0, author: id, until: 1_795_289_204_963, signature: "s".repeat(43) };
  const line = `report ${id} ${id} ${id}`;
  const difference = { kind: "preformatted", text: "+ a  line\n".repeat(2000) } as const;
  const card = renderForm({ ...form, line, about: [difference] }, { ...rendering, surface: "dialog", about });
  expect(size(card)).toBeLessThan(28_000);
  expect(card.actions).toMatchObject([{ data: { about } }, {}]);
});

test("what a client sends beside the fields is not taken for fields", () => {
  expect(fieldsOf({ action: "submit", line: "report", "field:line": "x", "field:n": 7, msteams: {} })).toEqual({
    line: "x",
  });
});

test("an invitation opens the dialog in the reader's language", () => {
  expect(renderInvitation(form, rendering).actions).toMatchObject([
    { title: "Ouvrir le formulaire", data: { msteams: { type: "task/fetch" }, action: "open", line: "report" } },
  ]);
});

test("a link whose scheme may do harm is its words alone", () => {
  const links = ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "x"].map(
    (href) => ({ kind: "link", text: "here", href }) as const,
  );
  const card = renderView(
    { blocks: [text(...links, { kind: "link", text: "mail", href: "mailto:a@b.example" })] },
    rendering,
  );
  const written = JSON.stringify(card);
  for (const { href } of links.slice(0, 3)) expect(written).not.toContain(href);
  expect(written.match(/Action\.OpenUrl/g)).toHaveLength(1);
  expect(card.fallbackText).toBe("hereherehereheremail (mailto:a@b.example)");
});
