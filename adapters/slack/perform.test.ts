import { describe, expect, it } from "vitest";
import { AdapterError } from "../../src/core/adapter.ts";
import { adapterError, slackCode } from "./perform.ts";

const refused = (error: string) => ({ code: "slack_webapi_platform_error", data: { ok: false, error } });

describe("what an answer of Slack means", () => {
  it.each([
    ["user_not_in_channel", "forbidden"],
    ["not_in_channel", "forbidden"],
    ["messages_tab_disabled", "forbidden"],
    ["restricted_action", "forbidden"],
    ["missing_scope", "forbidden"],
    ["channel_not_found", "missing"],
    ["user_not_found", "missing"],
    ["is_archived", "missing"],
    ["account_inactive", "missing"],
    ["ratelimited", "limited"],
    ["internal_error", "unreachable"],
    ["constructor", "forbidden"],
    ["__proto__", "forbidden"],
    ["<html>an error page</html>", "unreachable"],
  ])("%s is %s", (error, code) => {
    expect(adapterError(refused(error))).toMatchObject({ code, retryAfter: null });
  });

  it.each([
    [{ code: "slack_webapi_rate_limited_error", retryAfter: 30 }, "limited", 30],
    [{ code: "slack_webapi_http_error", statusCode: 502 }, "unreachable", null],
    [{ code: "slack_webapi_request_error" }, "unreachable", null],
    [new TypeError("fetch failed"), "unreachable", null],
    [undefined, "unreachable", null],
    [new AdapterError("missing"), "missing", null],
  ])("%o is understood", (error, code, retryAfter) => {
    expect(adapterError(error)).toMatchObject({ code, retryAfter });
  });

  it("carries no word of what was answered", () => {
    expect(adapterError(refused("a secret page")).message).not.toContain("secret");
    expect(slackCode(refused("a secret page"))).toBeNull();
  });
});
