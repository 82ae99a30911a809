import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { paths } from "../generated/openapi-typescript.js";
import { base, key, part, raw } from "../checks.js";

const editor = createClient<paths, "application/json" | "application/problem+json">({
  baseUrl: base,
  headers: { Authorization: `Bearer ${key}` },
});

await part("openapi-fetch: create a document with If-None-Match, and give the draft up", async () => {
  const created = await editor.PUT("/v1/equipment/{slug}", {
    params: { path: { slug: "client-test" }, header: { "If-None-Match": "*" } },
    body: { slug: "client-test", name: "Client test", summary: "A thing that a test makes.", kind: "support" },
  });
  if (created.error) throw new Error(created.error.detail);

  assert.equal(created.response.status, 201);
  assert.equal(created.data.state, "draft");
  const draft = await raw("/v1/equipment/client-test?draft=true", { headers: { Authorization: `Bearer ${key}` } });
  assert.deepEqual(created.data.document, await draft.json());
  const discarded = await editor.DELETE("/v1/equipment/{slug}/draft", {
    params: { path: { slug: "client-test" }, header: { "If-Match": "*" } },
  });
  assert.equal(discarded.data?.state, "discarded");
});
