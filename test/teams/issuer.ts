import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT, type JWK } from "jose";

/** What a token says and who signs it. Each variant but `good` is one that must be refused. */
export const tokenVariants = [
  "good",
  "expired",
  "wrong audience",
  "wrong issuer",
  "other service url",
  "foreign key",
  "no algorithm",
  "forged Entra",
] as const;
export type TokenVariant = (typeof tokenVariants)[number];

export interface Issuer {
  /** The public keys of the service, and those of an Entra tenant that has nothing to do with us. */
  readonly keys: { readonly keys: readonly JWK[] };
  readonly foreignKeys: { readonly keys: readonly JWK[] };
  token(variant: TokenVariant, serviceUrl: string): Promise<string>;
  /** Signs with another key from now on, and publishes it beside the others. */
  rotate(): Promise<void>;
}

const foreignTenant = "99999999-9999-4999-8999-999999999999";

export interface Parties {
  readonly issuer: string;
  readonly loginEndpoint: string;
  readonly clientId: string;
}

/** Signs as the service does (RS256), and as everybody does who is not the service. */
export async function startIssuer({ issuer, loginEndpoint, clientId }: Parties): Promise<Issuer> {
  let kid = "double";
  const [first, foreign] = await Promise.all([generateKeyPair("RS256"), generateKeyPair("RS256")]);
  const published = async (key: CryptoKey): Promise<JWK[]> => [
    { ...(await exportJWK(key)), kid, alg: "RS256", use: "sig" },
  ];
  let own = first;
  let keys = await published(own.publicKey);
  const foreignKeys = await published(foreign.publicKey);
  const signed = (claims: Record<string, unknown>, key: CryptoKey, expires = "1h") =>
    new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", kid, typ: "JWT" })
      .setIssuedAt(expires.startsWith("-") ? "-3h" : undefined)
      .setExpirationTime(expires)
      .sign(key);
  return {
    get keys() {
      return { keys };
    },
    foreignKeys: { keys: foreignKeys },
    async rotate() {
      kid = `${kid}+`;
      own = await generateKeyPair("RS256");
      keys = [...keys, ...(await published(own.publicKey))];
    },
    token(variant, serviceurl) {
      const good = { iss: issuer, aud: clientId, serviceurl };
      switch (variant) {
        case "good":
          return signed(good, own.privateKey);
        case "expired":
          return signed(good, own.privateKey, "-1h");
        case "wrong audience":
          return signed({ ...good, aud: "00000000-0000-4000-8000-00000000dead" }, own.privateKey);
        case "wrong issuer":
          return signed({ ...good, iss: "https://issuer.example" }, own.privateKey);
        case "other service url":
          return signed({ ...good, serviceurl: "https://smba.trafficmanager.net/elsewhere" }, own.privateKey);
        case "foreign key":
          return signed(good, foreign.privateKey);
        case "no algorithm":
          return Promise.resolve(new UnsecuredJWT(good).setIssuedAt().setExpirationTime("1h").encode());
        case "forged Entra":
          return signed(
            { iss: `${loginEndpoint}/${foreignTenant}/v2.0`, aud: `api://botid-${clientId}`, tid: foreignTenant },
            foreign.privateKey,
          );
      }
    },
  };
}

/** A token for the bot itself, shaped as the login endpoint's are. */
export const botTokenOf = (clientId: string): string =>
  new UnsecuredJWT({ appid: clientId }).setIssuedAt().setExpirationTime("1h").encode();
