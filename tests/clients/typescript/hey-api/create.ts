import assert from "node:assert/strict";
import { client } from "../generated/hey-api/client.gen.js";
import { discardEquipment, saveEquipment } from "../generated/hey-api/index.js";
import { base, key, part } from "../checks.js";

client.setConfig({ baseUrl: base, auth: key });

await part("hey-api: create a document with If-None-Match, and give the draft up", async () => {
  const { data: saved, response } = await saveEquipment({
    path: { slug: "client-test" },
    headers: { "If-None-Match": "*" },
    body: { slug: "client-test", name: "Client test", summary: "A thing that a test makes.", kind: "support" },
    throwOnError: true,
  });
  assert.equal(response.status, 201);
  assert.equal(saved.state, "draft");
  const discarded = await discardEquipment({ path: { slug: "client-test" }, headers: { "If-Match": "*" }, throwOnError: true });
  assert.equal(discarded.data.state, "discarded");
});
