import assert from "node:assert/strict";
import { client } from "../generated/hey-api/client.gen.js";
import {
  askForRecommendations,
  changeExercise,
  discardExercise,
  drawExerciseFigure,
  getCatalogue,
  getChanges,
  getExercise,
  getRecommendations,
  listExercises,
  search,
} from "../generated/hey-api/index.js";
import { assertSameAsRaw, base, key, part, raw, rawPost } from "../checks.js";

client.setConfig({ baseUrl: base, auth: key });

await part("hey-api: list exercises with list parameters", async () => {
  const { data, error, response } = await listExercises({
    query: { muscle: ["trapezius", "rhomboids"], level: ["beginner"], "equipment.not": ["dumbbells"] },
  });
  if (error) throw new Error(error.detail);
  assert(data.items.length > 0);
  assert(data.items.every(exercise => exercise.level === "beginner"));
  await assertSameAsRaw(data, response, "/v1/exercises?muscle=trapezius,rhomboids&level=beginner&equipment.not=dumbbells");
});

await part("hey-api: get one exercise", async () => {
  const { data, response } = await getExercise({ path: { slug: "plank" }, throwOnError: true });
  assert.equal(data.name?.toLowerCase(), "plank");
  await assertSameAsRaw(data, response, "/v1/exercises/plank");
});

await part("hey-api: only some members", async () => {
  const { data, response } = await getExercise({ path: { slug: "plank" }, query: { fields: ["name", "dosage"] }, throwOnError: true });
  assert(data.name !== undefined && data.slug === undefined);
  await assertSameAsRaw(data, response, "/v1/exercises/plank?fields=name,dosage");
});

await part("hey-api: a problem has a code", async () => {
  const { data, error, response } = await getExercise({ path: { slug: "plankk" } });
  assert(data === undefined && error !== undefined);
  assert.equal(error.code, ((await (await fetch(response.url)).json()) as { code: string }).code);
});

await part("hey-api: search", async () => {
  const { data, response } = await search({ query: { q: "slipped disc", collection: ["conditions", "exercises"] }, throwOnError: true });
  assert.equal(data.items[0]?.collection, "conditions");
  await assertSameAsRaw(data, response, "/v1/search?q=slipped disc&collection=conditions,exercises");
});

await part("hey-api: recommendations by GET and by POST", async () => {
  const byGet = await getRecommendations({ query: { condition: ["poor-posture", "trapezius-tension"], minutes: 10 }, throwOnError: true });
  assert(byGet.data.items.length > 0);
  await assertSameAsRaw(byGet.data, byGet.response, "/v1/recommendations?condition=poor-posture,trapezius-tension&minutes=10");

  const { data } = await askForRecommendations({ body: { conditions: ["poor-posture"], level: "beginner" }, throwOnError: true });
  assert.deepEqual(data, await (await rawPost("/v1/recommendations", { conditions: ["poor-posture"], level: "beginner" })).json());
});

await part("hey-api: follow changes", async () => {
  const { data: snapshot } = await getCatalogue({ throwOnError: true });
  assert.deepEqual(snapshot, await (await raw("/v1/catalogue")).json());
  const { data: none } = await getChanges({ query: { since: snapshot.token }, throwOnError: true });
  assert.deepEqual(none.changes, []);
  const { data, response } = await getChanges({ query: { collection: ["exercises", "muscles"], limit: 3 }, throwOnError: true });
  assert(data.changes.length === 3 && data.changes.every(change => change.collection === "exercises" && change.document?.level));
  await assertSameAsRaw(data, response, "/v1/changes?collection=exercises,muscles&limit=3");
});

await part("hey-api: a picture", async () => {
  const { data } = await drawExerciseFigure({ path: { slug: "plank" }, query: { pose: "all" }, throwOnError: true });
  assert(data instanceof Blob && data.type.startsWith("image/svg+xml"));
  assert.equal(await data.text(), await (await raw("/v1/exercises/plank/figure.svg?pose=all")).text());
});

await part("hey-api: change a document with If-Match, and give the draft up", async () => {
  const newest = await getExercise({ path: { slug: "push-up" }, query: { draft: true }, throwOnError: true });
  const etag = newest.response.headers.get("ETag");
  assert(etag !== null);
  const { data: saved, response } = await changeExercise({
    path: { slug: "push-up" },
    headers: { "If-Match": etag },
    body: { summary: "You lower the body to the floor and press it up again." },
    throwOnError: true,
  });
  assert.equal(saved.state, "draft");
  assert(saved.document?.level);
  const draft = await raw("/v1/exercises/push-up?draft=true", { headers: { Authorization: `Bearer ${key}` } });
  assert.deepEqual(saved.document, await draft.json());

  const late = await changeExercise({ path: { slug: "push-up" }, headers: { "If-Match": etag }, body: { summary: "Too late." } });
  assert.equal(late.response.status, 412);
  const tagOfDraft = response.headers.get("ETag");
  assert(tagOfDraft !== null);
  const discarded = await discardExercise({ path: { slug: "push-up" }, headers: { "If-Match": tagOfDraft }, throwOnError: true });
  assert.equal(discarded.data.state, "published");
});
