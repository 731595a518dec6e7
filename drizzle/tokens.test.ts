import { expect, test } from "vitest";
import type { AccountId } from "../src/core/model.ts";
import type { Tokens } from "../src/core/store.ts";
import { secret } from "../test/database.ts";
import { sealer } from "./seal.ts";
import { openTokens } from "./tokens.ts";

const noon = Temporal.Instant.from("2026-11-16T12:00:00Z");
const later = noon.add({ minutes: 5 });
const ada = "local:ada.é:x" as AccountId;
const tokensAt = (now: Temporal.Instant, key = secret): Tokens => openTokens({ sealer: sealer(key), now: () => now });
const tokens = tokensAt(noon);

test("a token says who asked, for what it was made, until its time is over", () => {
  const token = tokens.mint("enter", ada, later);
  expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
  expect(tokens.read("enter", token)).toBe(ada);
  expect(tokens.read("session", token)).toBeNull();
  expect(tokens.read("download", token)).toBeNull();
  expect(tokensAt(later.subtract({ milliseconds: 1 })).read("enter", token)).toBe(ada);
  expect(tokensAt(later).read("enter", token)).toBeNull();
});

test("a token of another secret is nobody's", () => {
  expect(tokensAt(noon, new Uint8Array(32).fill(8)).read("enter", tokens.mint("enter", ada, later))).toBeNull();
});

test("no changed character passes, nor a second way of writing the same token", () => {
  const token = tokens.mint("enter", ada, later);
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === "A" ? "B" : "A";
    expect(tokens.read("enter", token.slice(0, at) + other + token.slice(at + 1)), `at ${at}`).toBeNull();
  }
  for (const changed of [`${token}=`, `${token}.`, ` ${token}`, token.replace(".", "=."), token.slice(0, -1)]) {
    expect(tokens.read("enter", changed), changed).toBeNull();
  }
});

test("somebody else's name or a later end does not go with the tag", () => {
  const [claim = "", tag = ""] = tokens.mint("enter", ada, later).split(".");
  const written = Buffer.from(claim, "base64url").toString();
  for (const changed of [written.replace("ada", "eve"), written.replace(/^\d/, "9")]) {
    expect(tokens.read("enter", `${Buffer.from(changed).toString("base64url")}.${tag}`)).toBeNull();
  }
});

test("what is no token at all is answered like a wrong one", () => {
  const endless = `${Buffer.from(`9999999999999.${"a".repeat(5000)}`).toString("base64url")}.x`;
  for (const none of ["", ".", "..", "a.b", "\u0000", "é".repeat(50), endless]) {
    expect(tokens.read("enter", none)).toBeNull();
  }
});
