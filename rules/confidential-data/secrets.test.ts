import { describe, expect, it } from "vitest";
import { findSecrets } from "./secrets.ts";

const secrets = (text: string): string[] => findSecrets(text).map(({ start, end }) => text.slice(start, end));
/** Characters as keys have them, so that no key stands in this file. */
const random = (length: number): string => "q7Zm2Xw9LrT4cKvNbY6sHd8JfP3gAe5uR".repeat(9).slice(0, length);
const hexadecimal = (length: number): string => "9f3a7c1e5b8d2604".repeat(5).slice(0, length);
const [amazon, secret] = [["AK", "IA"].join(""), ["PRI", "VATE"].join("")];
const upper = (length: number): string => random(length).toUpperCase();

describe("secrets", () => {
  it.each([
    ["AK", `IA${upper(16)}`],
    ["gh", `p_${random(36)}`],
    ["github", `_pat_${random(60)}`],
    ["gl", `pat-${random(20)}`],
    ["xo", `xb-123456789012-${random(24)}`],
    ["sk", `_live_${random(24)}`],
    ["wh", `sec_${random(32)}`],
    ["np", `m_${random(36)}`],
    ["SG", `.${random(22)}.${random(43)}`],
    ["AI", `za${random(35)}`],
    ["sk", `-proj-${random(48)}`],
    ["sk", `-proj-${random(20)}-T3Bl-${random(20)}-xyz`],
    ["gh", `p_${random(36).replace(/\d/g, "")}QwErTyUiOpAs`],
    ["ey", `J${random(33)}.eyJ${random(60)}.${random(43)}`],
    ["hf", `_${random(34)}`],
    ["do", `p_v1_${hexadecimal(64)}`],
    ["hv", `s.${random(24)}`],
    ["AccountKey", `=${random(86)}==`],
  ])("are known by their prefix: %s…", (first, rest) => {
    expect(secrets(`It is "${first}${rest}", see?`)).toEqual([first + rest]);
  });

  it("are found after an underscore or an equals sign", () => {
    const key = `${amazon}${upper(16)}`;
    expect(secrets(`AWS_KEY=${key}`)).toEqual([key]);
    expect(secrets(`KEY_${key}`)).toEqual([key]);
  });

  it("include the unmarked half of an Amazon key", () => {
    const key = `${amazon}${upper(16)}`;
    expect(secrets(`${key} / ${random(40)}`)).toEqual([key, random(40)]);
    expect(secrets(random(40))).toEqual([]);
  });

  it("include a private key from its first line to its last, or to the end", () => {
    const [begin, end] = [`-----BEGIN RSA ${secret} KEY-----`, `-----END RSA ${secret} KEY-----`];
    const whole = `${begin}\n${random(64)}\n${end}`;
    expect(secrets(`Here: ${whole} thanks`)).toEqual([whole]);
    expect(secrets(`Here: ${begin}\n${random(64)}`)).toEqual([`${begin}\n${random(64)}`]);
    expect(secrets(`A file that begins with ${begin} is a key.`)).toEqual([]);
  });

  it("include the password of an address, and only that", () => {
    expect(secrets(`postgres://app:w8Kp2Lm9@db.example.org:5432/orders`)).toEqual(["w8Kp2Lm9"]);
    expect(secrets(`redis://:w8Kp2Lm9@cache.example.org`)).toEqual(["w8Kp2Lm9"]);
  });

  it("include webhooks and authorisations", () => {
    const hook = `hooks.slack.com/services/T01ABCDEF/B01ABCDEF/${random(24)}`;
    expect(secrets(`https://${hook}`)).toEqual([hook]);
    expect(secrets(`Authorization: Bearer ${random(40)}`)).toEqual([random(40)]);
  });

  it.each([
    ["a documented example", "AKIAIOSFODNN7EXAMPLE"],
    ["a key that may be public", `pk_live_${random(24)}`],
    ["words joined by hyphens", "sk-learn-contrib-2024-and-more-words"],
    ["a prefix alone", "they begin with ghp_ or sk_live_"],
    ["a key of one letter", `ghp_${"a1".repeat(18)}`],
    ["a mask", "xoxb-XXXXXXXXXXXX-XXXXXXXXXXXX"],
    ["a variable", `postgres://app:$\{PASSWORD}@db/orders`],
    ["an address for trials", `postgres://postgres:postgres@localhost/test`],
    ["a port", "http://example.org:8080/@scope"],
    ["a token to fill in", "Authorization: Bearer <token>"],
  ])("are not %s", (_, text) => {
    expect(secrets(text)).toEqual([]);
  });
});
