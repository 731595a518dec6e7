import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { rules } from "../rules/index.ts";
import { defineRule, type AnyRule, type Example, type Finding } from "../src/core/rule.ts";
import { ruleProblems, tryExample } from "./rule-tester.ts";

const folder = new URL("../rules/", import.meta.url);

describe.each(rules)("the rule $id", (rule) => {
  it.each(rule.examples)("$locale: $says", (example) => {
    expect(tryExample(rule, example).problems).toEqual([]);
  });

  it("lacks no example, no wording and no value for a placeholder, and says nothing twice", () => {
    expect(ruleProblems(rule)).toEqual([]);
  });

  it("describes every setting", () => {
    const schema = z.toJSONSchema(rule.settings, { io: "input" });
    expect(undescribed(schema)).toEqual([]);
  });

  it("puts no breaking space before French punctuation", () => {
    const words = Object.values(rule.messages.fr).flatMap(({ reason, better }) => [reason, better, rule.title.fr]);
    expect(words.filter((sentence) => /[^\u00a0][;:!?»]|«[^\u00a0]/.test(sentence))).toEqual([]);
  });
});

/** The settings, at any depth, without a description. */
function undescribed(schema: z.core.JSONSchema.BaseSchema, path = ""): string[] {
  const items = schema.items && typeof schema.items === "object" && !Array.isArray(schema.items) ? schema.items : {};
  return Object.entries({ ...schema.properties, ...items.properties }).flatMap(([name, property]) =>
    typeof property === "boolean"
      ? []
      : [...(property.description ? [] : [`${path}${name}`]), ...undescribed(property, `${path}${name}.`)],
  );
}

function exportOf(path: string): string {
  const name = path.replace(/^\.\/|\/index\.ts$|\.ts$/g, "");
  return name.replace(/-(\w)/g, (_, first: string) => first.toUpperCase());
}

describe("the rules' index", () => {
  it("lists every file and folder of rules", () => {
    const index = readFileSync(new URL("index.ts", folder), "utf8");
    const missing = readdirSync(folder, { withFileTypes: true })
      .filter(({ name }) => name !== "index.ts" && !name.endsWith(".test.ts"))
      .map((entry) => (entry.isDirectory() ? `./${entry.name}/index.ts` : `./${entry.name}`))
      .filter((path) => !index.includes(`from "${path}"`))
      .map((path) => `import { ${exportOf(path)} } from "${path}";`);
    expect(missing, "rules/index.ts lacks these lines").toEqual([]);
  });

  it("names every rule once, after its file", () => {
    const ids = rules.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const names = new Set(readdirSync(folder).map((name) => name.replace(/\.ts$/, "")));
    expect(ids.filter((id) => !names.has(id))).toEqual([]);
  });
});

describe("the tester", () => {
  const wording = { reason: "Because of {count}.", better: "Otherwise." };
  const examples: Example<"short">[] = (["en", "fr"] as const).flatMap((locale) => [
    { says: "found", locale, text: "x", finds: ["short"] },
    ...[2, 3, 4, 5, 6].map((length) => ({ says: `${length}`, locale, text: "x".repeat(length), finds: [] })),
  ]);
  function ruleOf(change: { find?: (text: object) => Finding<"short">[]; examples?: Example<"short">[] }): AnyRule {
    return defineRule({
      id: "short",
      title: { en: "Short", fr: "Court" },
      trace: "none",
      on: ["message.posted"],
      needs: [],
      settings: z.strictObject({}),
      messages: { en: { short: wording }, fr: { short: wording } },
      examples: change.examples ?? examples,
      prepare: () => (event) => {
        const found = change.find?.(event.text);
        if (found) return found;
        return event.text.plain.length < 2
          ? [{ code: "short", spans: [{ start: 0, end: 1 }], data: { count: 1 } }]
          : [];
      },
    });
  }
  const first: Example<"short"> = { says: "found", locale: "en", text: "😀", finds: ["short"] };
  const problemsOf = (find: (text: object) => Finding<"short">[]): readonly string[] =>
    tryExample(ruleOf({ find }), first).problems;

  const spanning = (start: number, end: number) => problemsOf(() => [{ code: "short", spans: [{ start, end }] }]);

  it("has nothing to say of a rule that is complete", () => {
    expect(ruleProblems(ruleOf({}))).toEqual([]);
    expect(examples.flatMap((example) => tryExample(ruleOf({}), example).problems)).toEqual([]);
  });

  it("refuses another finding than the example's", () => {
    expect(problemsOf(() => [])).toEqual(["it finds nothing, not short"]);
  });

  it("refuses spans that are empty, out of range or split a character", () => {
    expect(spanning(0, 2)).toEqual([]);
    expect(spanning(0, 3)).toEqual(["its span 0-3 is out of range"]);
    expect(spanning(2, 2)).toEqual(["its span 2-2 is out of range"]);
    expect(spanning(0, 1)).toEqual(["its span 0-1 splits a character"]);
  });

  it("refuses a rule that changes what it is given", () => {
    expect(problemsOf((text) => (Object.assign(text, { plain: "" }), []))).toContain("the rule threw TypeError");
  });

  it("refuses a rule that judges otherwise the second time", () => {
    let times = 0;
    const find = (): Finding<"short">[] => (times++ === 0 ? [{ code: "short", spans: [] }] : []);
    expect(problemsOf(find)).toEqual(["judging it again gives something else"]);
  });

  it("makes the event that an example stands for, and knows only what the product would know of it", () => {
    const rule = defineRule({
      id: "every-kind",
      title: { en: "Every kind", fr: "Tout" },
      trace: "none",
      on: ["message.posted", "space.composed", "connection.seen", "setting.read"],
      needs: ["author", "members"],
      settings: z.strictObject({}),
      messages: { en: { seen: wording }, fr: { seen: wording } },
      examples: [],
      prepare: () => (event) => [{ code: "seen", spans: [], data: { [event.kind]: true } }],
    });
    const judged = (example: Partial<Example>) => {
      const { findings, problems } = tryExample(rule, {
        says: "",
        locale: "en",
        text: "",
        finds: ["seen"],
        ...example,
      });
      return [findings.flatMap(({ data = {} }) => Object.keys(data)), problems];
    };
    expect(judged({ members: [{ audience: "staff" }] })).toEqual([["space.composed"], []]);
    const withoutMembers = [[], ["it could not be judged: members is not asked", "it finds nothing, not seen"]];
    expect(judged({})).toEqual(withoutMembers);
    expect(judged({ connection: { address: "192.0.2.1" } })).toEqual(withoutMembers);
    expect(judged({ setting: { name: "a.b", value: "c" } })).toEqual(withoutMembers);
  });

  it("refuses an example that is there twice", () => {
    const again = { ...first, says: "another" };
    expect(ruleProblems(ruleOf({ examples: [...examples, first] }))).toEqual(['the example "found" is there twice']);
    expect(ruleProblems(ruleOf({ examples: [...examples, { ...again, text: "x" }] }))).toEqual([
      'the example "another" is there twice',
    ]);
  });

  it("names what a rule lacks", () => {
    expect(ruleProblems(ruleOf({ find: () => [{ code: "short", spans: [] }] }))).toContain(
      "en: short gives no value for {count}",
    );
    expect(ruleProblems(ruleOf({ examples: examples.filter(({ finds }) => finds.length === 0) }))).toEqual([
      "en: it has 5 examples; write six at least",
      "en: no example finds short",
      "fr: it has 5 examples; write six at least",
      "fr: no example finds short",
    ]);
  });
});
