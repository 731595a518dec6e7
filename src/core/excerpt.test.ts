import fc from "fast-check";
import { expect, test } from "vitest";
import { cutExcerpt } from "./excerpt.ts";

test("a long message is cut around the words found", () => {
  const message = `${"a ".repeat(200)}secret${" b".repeat(200)}`;
  const { text, spans } = cutExcerpt(message, [{ start: 400, end: 406 }]);
  expect(text.length).toBeLessThanOrEqual(160);
  expect(spans.map(({ start, end }) => text.slice(start, end))).toEqual(["secret"]);
});

test("identity numbers are masked, and what is marked stays in its place", () => {
  const message = "card 4111 1111 1111 1111 of Falcon, room 12345";
  const start = message.indexOf("Falcon");
  const { text, spans } = cutExcerpt(message, [{ start, end: start + 6 }]);
  expect(text).toBe("card •••• •••• •••• •••• of Falcon, room 12345");
  expect(text.slice(spans[0]?.start, spans[0]?.end)).toBe("Falcon");
});

test("what a rule calls a danger in itself is masked whole, whatever the excerpt is about", () => {
  const message = "about Falcon, password: Tr0ub4dor&3x, bye";
  const secret = { start: message.indexOf("Tr0ub"), end: message.indexOf(", bye") };
  const { text } = cutExcerpt(message, [{ start: 6, end: 12 }], [secret]);
  expect(text).toBe("about Falcon, password: •••••••••&••, bye");
});

test("any message and span: at most 160 units, whole code points where the message has them, spans inside", () => {
  const anything = fc.string({ unit: "grapheme", maxLength: 400 });
  fc.assert(
    fc.property(anything, fc.nat(400), fc.nat(50), (message, from, length) => {
      const start = Math.min(from, message.length);
      const { text, spans } = cutExcerpt(message, [{ start, end: Math.min(message.length, start + length) }]);
      expect(text.length).toBeLessThanOrEqual(160);
      expect(text.isWellFormed()).toBe(true);
      for (const span of spans) expect(span.end).toBeLessThanOrEqual(text.length);
    }),
  );
});
