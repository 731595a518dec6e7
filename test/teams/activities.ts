/** Somebody in the double's tenant, or a guest in it. */
export interface Somebody {
  readonly id: string;
  readonly aadObjectId: string;
  readonly name: string;
  readonly userRole: "user" | "guest";
  readonly userPrincipalName?: string;
  readonly tenantId: string;
}
export interface Home {
  readonly clientId: string;
  readonly tenantId: string;
  readonly serviceUrl: string;
}
export interface Conversation {
  readonly id: string;
  readonly conversationType: "personal" | "groupChat" | "channel";
  readonly name: string;
}
/** An activity as it goes over the wire. */
export type WireActivity = Readonly<Record<string, unknown>>;

export const botId = ({ clientId }: Home): string => `28:${clientId}`;

/** What every activity of somebody somewhere carries. */
export function activityOf(home: Home, who: Somebody, where: Conversation): WireActivity {
  const { id, conversationType, name } = where;
  const channel = conversationType === "channel";
  return {
    channelId: "msteams",
    serviceUrl: home.serviceUrl,
    from: { id: who.id, name: who.name, aadObjectId: who.aadObjectId },
    recipient: { id: botId(home), name: "Charter" },
    conversation: { id, conversationType, tenantId: home.tenantId, ...(channel ? { isGroup: true } : {}) },
    channelData: {
      tenant: { id: home.tenantId },
      ...(channel ? { team: { id: "19:team@thread.tacv2", name: "Team" }, channel: { id, name } } : {}),
    },
    locale: "en-GB",
    localTimezone: "Europe/Paris",
    entities: [{ type: "clientInfo", locale: "en-GB", country: "GB", platform: "Web", timezone: "Europe/Paris" }],
  };
}

/** Adds a channel's thread to a conversation's id, as the platform does for every post in a channel. */
export const inThread = (where: Conversation, root: string): Conversation =>
  where.conversationType === "channel" ? { ...where, id: `${where.id};messageid=${root}` } : where;

export const messageOf = (base: WireActivity, id: string, text: string): WireActivity => ({
  ...base,
  type: "message",
  id,
  timestamp: new Date(Number(id)).toISOString(),
  textFormat: "plain",
  text,
});

export const editOf = (posted: WireActivity, timestamp: number, text: string): WireActivity => ({
  ...posted,
  type: "messageUpdate",
  timestamp: new Date(timestamp).toISOString(),
  text,
  channelData: { ...recordOf(posted["channelData"]), eventType: "editMessage" },
});

export const deletionOf = (posted: WireActivity, timestamp: number): WireActivity => {
  const { text: _text, ...rest } = posted;
  return {
    ...rest,
    type: "messageDelete",
    timestamp: new Date(timestamp).toISOString(),
    channelData: { ...recordOf(posted["channelData"]), eventType: "softDeleteMessage" },
  };
};

/** Who is in a place has changed; `by` is whoever changed it. */
export const updateOf = (base: WireActivity, timestamp: number, what: Membership): WireActivity => ({
  ...base,
  type: "conversationUpdate",
  id: `f:${crypto.randomUUID()}`,
  timestamp: new Date(timestamp).toISOString(),
  ...(what.added ? { membersAdded: what.added.map(({ id, aadObjectId }) => ({ id, aadObjectId })) } : {}),
  ...(what.removed ? { membersRemoved: what.removed.map(({ id, aadObjectId }) => ({ id, aadObjectId })) } : {}),
  channelData: { ...recordOf(base["channelData"]), eventType: what.eventType },
});
interface Membership {
  readonly eventType: string;
  readonly added?: readonly Pick<Somebody, "id" | "aadObjectId">[];
  readonly removed?: readonly Pick<Somebody, "id" | "aadObjectId">[];
}

/** The value of a message extension's command that was chosen on a message. */
export const chosenOn = (message: WireActivity, author: Somebody, commandId: string): object => ({
  commandId,
  commandContext: "message",
  requestId: crypto.randomUUID(),
  messagePayload: {
    id: message["id"],
    replyToId: null,
    createdDateTime: message["timestamp"],
    lastModifiedDateTime: null,
    deleted: false,
    importance: "normal",
    locale: "en-us",
    body: { contentType: "html", content: `<div>${escape(String(message["text"]))}</div>` },
    from: {
      device: null,
      conversation: null,
      user: { userIdentityType: "aadUser", id: author.aadObjectId, displayName: author.name },
      application: null,
    },
    reactions: [],
    mentions: [],
  },
  context: { theme: "default" },
});
const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const invokeOf = (base: WireActivity, name: string, value: unknown): WireActivity => ({
  ...base,
  type: "invoke",
  id: `f:${crypto.randomUUID()}`,
  timestamp: new Date().toISOString(),
  name,
  value,
});

const recordOf = (value: unknown): object => (typeof value === "object" && value !== null ? value : {});
