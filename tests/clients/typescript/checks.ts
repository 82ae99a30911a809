import assert from "node:assert/strict";

const [baseAddress, adminKey] = process.argv.slice(2);
assert(baseAddress !== undefined && adminKey !== undefined, "The arguments are the address of the service and a key with the scope admin.");

export const base: string = baseAddress.replace(/\/$/, "");
export const key: string = adminKey;

/** Runs one part of the program and prints its line. The first failure ends the program. */
export async function part(name: string, run: () => Promise<void>): Promise<void> {
  try {
    await run();
    console.log(`ok ${name}`);
  } catch (error) {
    console.log(`FAIL ${name}`);
    console.error(error);
    process.exit(1);
  }
}

/** What the service sends to a plain request. */
export async function raw(pathOrUrl: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(new URL(pathOrUrl, base), init);
  assert(response.ok, `${init.method ?? "GET"} ${response.url}: ${response.status}`);
  return response;
}

/** What the service sends to a plain POST with a JSON body. */
export const rawPost = (path: string, body: unknown): Promise<Response> =>
  raw(path, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) });

/** Asserts that a client sent the expected request, and that its data is what a plain request to the same URL gets. */
export async function assertSameAsRaw(data: unknown, response: Response, expected: string): Promise<void> {
  assert.equal(decodeURIComponent(response.url), base + expected);
  const json: unknown = await (await raw(response.url)).json();
  assert.deepEqual(data, json);
}
