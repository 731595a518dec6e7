import { expect, it } from "vitest";
import { domainOf } from "./mail.ts";

it.each([
  ["anna@Nordvik.Example", "nordvik.example"],
  ['"a@b"@nordvik.example', "nordvik.example"],
  ["rené@société.example", "xn--socit-esab.example"],
  ["nordvik.example", null],
  ["anna@localhost", null],
  ["anna@nordvik.example ", null],
  ["anna@", null],
  ["", null],
])("the domain of %j is %j", (address, domain) => {
  expect(domainOf(address)).toBe(domain);
});
