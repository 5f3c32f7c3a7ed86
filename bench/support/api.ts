/** What was asked over HTTP, and how long the answer took. */
export interface Timed<T> {
  readonly data: T;
  readonly ms: number;
}

/** A client of one server, with one token. */
export interface Api {
  /** @throws Error for errors at the top of the answer */
  ask<T>(query: string, variables?: Record<string, unknown>): Promise<Timed<T>>;
  /** A mutation with one input. @throws Error for userErrors too */
  change<T>(name: string, input: Record<string, unknown>, selection: string): Promise<Timed<T>>;
}

interface Answer<T> {
  readonly data?: T;
  readonly errors?: readonly { readonly message: string }[];
}

export function apiOf(address: string, token: string): Api {
  const ask: Api['ask'] = async <T>(query: string, variables: Record<string, unknown> = {}) => {
    const begun = performance.now();
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as Answer<T>;
    if (!data || errors) throw new Error(`the server answered ${response.status}: ${errors?.[0]?.message}`);
    return { data, ms: performance.now() - begun };
  };
  return {
    ask,
    async change<T>(name: string, input: Record<string, unknown>, selection: string) {
      const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input!`;
      const document = `mutation ($input: ${type}) { ${name}(input: $input) { ${selection} userErrors { message } } }`;
      const { data, ms } = await ask<Record<string, T & { userErrors: { message: string }[] }>>(document, { input });
      const payload = data[name]!;
      if (payload.userErrors.length > 0) throw new Error(`${name}: ${payload.userErrors[0]!.message}`);
      return { data: payload, ms };
    },
  };
}
