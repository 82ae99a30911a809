import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "../generated/openapi-typescript.js";
import { assertSameAsRaw, base, key, part, raw, rawPost } from "../checks.js";

type Media = "application/json" | "application/problem+json";

const client = createClient<paths, Media>({
  baseUrl: base,
  querySerializer: { array: { style: "form", explode: false } },
});

const editor = createClient<paths, Media>({
  baseUrl: base,
  headers: { Authorization: `Bearer ${key}` },
});

await part("openapi-fetch: list exercises with list parameters", async () => {
  const { data, error, response } = await client.GET("/v1/exercises", {
    params: { query: { muscle: ["trapezius", "rhomboids"], level: ["beginner"], "equipment.not": ["dumbbells"] } },
  });
  if (error) throw new Error(error.detail);
  assert(data.items.length > 0);
  assert(data.items.every(exercise => exercise.level === "beginner"));
  await assertSameAsRaw(data, response, "/v1/exercises?muscle=trapezius,rhomboids&level=beginner&equipment.not=dumbbells");
});

await part("openapi-fetch: get one exercise", async () => {
  const { data, error, response } = await client.GET("/v1/exercises/{slug}", {
    params: { path: { slug: "plank" } },
  });
  if (error) throw new Error(error.detail);
  assert.equal(data.name?.toLowerCase(), "plank");
  await assertSameAsRaw(data, response, "/v1/exercises/plank");
});

await part("openapi-fetch: only some members", async () => {
  const { data, error, response } = await client.GET("/v1/exercises/{slug}", {
    params: { path: { slug: "plank" }, query: { fields: ["name", "dosage"] } },
  });
  if (error) throw new Error(error.detail);
  const name: string | undefined = data.name;
  assert(name !== undefined && data.slug === undefined);
  await assertSameAsRaw(data, response, "/v1/exercises/plank?fields=name,dosage");
});

await part("openapi-fetch: a problem has a code", async () => {
  const { data, error, response } = await client.GET("/v1/exercises/{slug}", {
    params: { path: { slug: "plankk" } },
  });
  assert(data === undefined);
  assert.equal(response.status, 404);
  const problem: components["schemas"]["Problem"] = error;
  assert.equal(problem.code, ((await (await fetch(response.url)).json()) as { code: string }).code);
});

await part("openapi-fetch: search", async () => {
  const { data, error, response } = await client.GET("/v1/search", {
    params: { query: { q: "slipped disc", collection: ["conditions", "exercises"] } },
  });
  if (error) throw new Error(error.detail);
  assert.equal(data.items[0]?.collection, "conditions");
  await assertSameAsRaw(data, response, "/v1/search?q=slipped disc&collection=conditions,exercises");
});

await part("openapi-fetch: recommendations by GET and by POST", async () => {
  const byGet = await client.GET("/v1/recommendations", {
    params: { query: { condition: ["poor-posture", "trapezius-tension"], level: "beginner", minutes: 10 } },
  });
  if (byGet.error) throw new Error(byGet.error.detail);
  assert(byGet.data.items.length > 0);
  await assertSameAsRaw(byGet.data, byGet.response, "/v1/recommendations?condition=poor-posture,trapezius-tension&level=beginner&minutes=10");

  const { data, error } = await client.POST("/v1/recommendations", {
    body: { conditions: ["poor-posture", "trapezius-tension"], level: "beginner", minutes: 10 },
  });
  if (error) throw new Error(error.detail);
  const json = { conditions: ["poor-posture", "trapezius-tension"], level: "beginner", minutes: 10 };
  assert.deepEqual(data, await (await rawPost("/v1/recommendations", json)).json());
});

await part("openapi-fetch: a picture", async () => {
  const { data, error } = await client.GET("/v1/exercises/{slug}/figure.svg", {
    params: { path: { slug: "plank" }, query: { pose: "all" } },
    parseAs: "blob",
  });
  if (error) throw new Error(error.detail);
  assert(data.type.startsWith("image/svg+xml"));
  assert.equal(await data.text(), await (await raw("/v1/exercises/plank/figure.svg?pose=all")).text());
});

await part("openapi-fetch: a copy that is still current", async () => {
  const first = await client.GET("/v1/exercises/{slug}", { params: { path: { slug: "plank" } } });
  const etag = first.response.headers.get("ETag");
  assert(etag !== null);
  const second = await client.GET("/v1/exercises/{slug}", {
    params: { path: { slug: "plank" }, header: { "If-None-Match": etag } },
  });
  assert.equal(second.response.status, 304);
});

await part("openapi-fetch: follow changes", async () => {
  const { data: snapshot, error } = await client.GET("/v1/catalogue");
  if (error) throw new Error(error.detail);
  let token = snapshot.token;
  for (let more = true; more; ) {
    const { data: page, error } = await client.GET("/v1/changes", { params: { query: { since: token, limit: 100 } } });
    if (error) throw new Error(error.detail);
    for (const change of page.changes) {
      if (change.collection === "exercises") console.log(change.type, change.slug, change.document?.level);
    }
    token = page.nextToken;
    more = page.more;
  }
  assert.deepEqual(snapshot, await (await raw("/v1/catalogue")).json());

  const { data, response } = await client.GET("/v1/changes", { params: { query: { collection: ["exercises", "muscles"], limit: 3 } } });
  assert(data?.changes.length === 3 && data.changes.every(change => change.collection === "exercises" && change.document?.level));
  await assertSameAsRaw(data, response, "/v1/changes?collection=exercises,muscles&limit=3");
});

await part("openapi-fetch: change a document with If-Match, and give the draft up", async () => {
  const newest = await editor.GET("/v1/exercises/{slug}", {
    params: { path: { slug: "plank" }, query: { draft: true } },
  });
  const etag = newest.response.headers.get("ETag");
  if (newest.error || etag === null) throw new Error(newest.error?.detail);

  const saved = await editor.PATCH("/v1/exercises/{slug}", {
    params: { path: { slug: "plank" }, query: { comment: "Shorter" }, header: { "If-Match": etag } },
    headers: { "Content-Type": "application/merge-patch+json" },
    body: { summary: "You hold the body straight on forearms and toes." },
  });
  if (saved.error) throw new Error(saved.error.detail); // 412 when somebody has changed the document since

  assert.equal(saved.data.state, "draft");
  assert(saved.data.document?.level);
  const draft = await raw("/v1/exercises/plank?draft=true", { headers: { Authorization: `Bearer ${key}` } });
  assert.deepEqual(saved.data.document, await draft.json());
  const tagOfDraft = saved.response.headers.get("ETag");
  assert(tagOfDraft !== null);
  assert.equal(tagOfDraft, draft.headers.get("ETag"));

  const late = await editor.PATCH("/v1/exercises/{slug}", {
    params: { path: { slug: "plank" }, header: { "If-Match": etag } },
    body: { summary: "Too late." },
  });
  assert.equal(late.response.status, 412);
  const discarded = await editor.DELETE("/v1/exercises/{slug}/draft", {
    params: { path: { slug: "plank" }, header: { "If-Match": tagOfDraft } },
  });
  assert.equal(discarded.data?.state, "published");
});

await part("openapi-fetch: no requests left", async () => {
  const made = await editor.POST("/v1/keys", {
    body: { name: `client test ${crypto.randomUUID()}`, scopes: ["content:read-drafts"], perMinute: 1 },
  });
  if (made.error) throw new Error(made.error.detail);
  const hasty = createClient<paths, Media>({ baseUrl: base, headers: { Authorization: `Bearer ${made.data.key}` } });
  assert.equal((await hasty.GET("/v1/equipment")).response.headers.get("RateLimit"), '"key";r=0;t=60');

  let seconds = 0;
  const { error, response } = await hasty.GET("/v1/equipment");
  if (error?.code === "too-many-requests") seconds = Number(response.headers.get("Retry-After"));

  assert(seconds > 0 && seconds <= 60);
  const revoked = await editor.DELETE("/v1/keys/{id}", { params: { path: { id: made.data.id } } });
  assert(revoked.response.ok);
});
