import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';

interface Key {
  readonly kid: string;
  readonly alg: string;
  readonly secret: CryptoKey;
  readonly shown: JWK;
}

/** A provider of sign-ins on this machine: what it says of itself, its keys, and tokens that it signs. */
export class TestIssuer {
  readonly url: string;
  /** What it answers with: null hangs until it is closed. */
  answers: 'well' | 'badly' | 'with nonsense' | null = 'well';
  /** How often its keys were asked for. */
  asked = 0;
  keys: Key[] = [];

  private constructor(private readonly server: Server) {
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/realm`;
    server.on('request', ({ url }, response) => {
      if (this.answers === null) return;
      const json = (body: unknown): unknown =>
        response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
      if (this.answers === 'badly') response.writeHead(500).end();
      else if (this.answers === 'with nonsense') json({ no: 'sense' });
      else if (url === '/realm/.well-known/openid-configuration') {
        json({ issuer: this.url, jwks_uri: `${this.url}/keys` });
      } else if (url === '/realm/keys') {
        this.asked++;
        json({ keys: this.keys.map(({ shown }) => shown) });
      } else response.writeHead(404).end();
    });
  }

  static async open(): Promise<TestIssuer> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const issuer = new TestIssuer(server);
    issuer.keys = [await newKey('first')];
    return issuer;
  }

  /** A token for the audience "obelus", of Ada with the role of an editor, for five minutes; unless said otherwise. */
  async token(
    claims: JWTPayload = {},
    { key = this.keys[0]!, ...header }: { key?: Key; kid?: string } = {},
  ): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    const usual = {
      iss: this.url,
      aud: 'obelus',
      sub: 'ada',
      name: 'Ada Okoro',
      roles: ['editors'],
      iat: now,
      exp: now + 300,
    };
    return await new SignJWT({ ...usual, ...claims })
      .setProtectedHeader({ alg: key.alg, kid: key.kid, ...header })
      .sign(key.secret);
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}

export async function newKey(kid: string, alg = 'ES256'): Promise<Key> {
  const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
  return { kid, alg, secret: privateKey, shown: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } };
}
