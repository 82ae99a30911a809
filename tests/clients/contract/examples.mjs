// node contract/examples.mjs CONTRACT: validates every example and default value of the contract against its schema.
import { readFileSync } from "node:fs";
import Ajv from "ajv/dist/2020.js";
import addFormats from "ajv-formats";

const contract = JSON.parse(readFileSync(process.argv[2], "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addFormat("binary", true);
ajv.addSchema(contract, "contract");

const faults = [];
let checked = 0;

const under = (pointer, key) => `${pointer}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;

/** Holds a value against the schema at a JSON pointer of the contract. */
function check(value, schema, place) {
  checked++;
  if (ajv.validate({ $ref: `contract#${schema.split("/").map(encodeURIComponent).join("/")}` }, value)) return;
  faults.push(...ajv.errors.map(error => `#${place}: ${error.instancePath || "the value"} ${error.message}`));
}

/** The examples of a parameter, header or media type. */
function checkExamples(owner, pointer) {
  if (owner.schema === undefined) return;
  const schema = under(pointer, "schema");
  if ("example" in owner) check(owner.example, schema, under(pointer, "example"));
  for (const [name, example] of Object.entries(owner.examples ?? {})) {
    if ("value" in example) check(example.value, schema, `${pointer}/examples/${name}/value`);
  }
}

const single = ["items", "additionalProperties", "propertyNames", "not", "if", "then", "else", "contains", "unevaluatedProperties"];
const lists = ["allOf", "anyOf", "oneOf", "prefixItems"];
const maps = ["properties", "patternProperties", "dependentSchemas", "$defs"];

/** The examples and the default value of a schema and of those within it. */
function visitSchema(schema, pointer) {
  if (typeof schema !== "object" || schema === null) return;
  for (const [index, example] of (schema.examples ?? []).entries()) check(example, pointer, under(under(pointer, "examples"), index));
  for (const key of ["example", "default"]) if (key in schema) check(schema[key], pointer, under(pointer, key));
  for (const key of single) if (key in schema) visitSchema(schema[key], under(pointer, key));
  for (const key of [...lists, ...maps]) {
    for (const [name, child] of Object.entries(schema[key] ?? {})) visitSchema(child, under(under(pointer, key), name));
  }
}

/** Everything else: paths, operations, components, webhooks. */
function visit(node, pointer) {
  if (typeof node !== "object" || node === null) return;
  if (!Array.isArray(node)) checkExamples(node, pointer);
  for (const [key, child] of Object.entries(node)) {
    if (key === "example" || key === "examples") continue;
    if (key === "schema") visitSchema(child, under(pointer, key));
    else if (key === "schemas") for (const name of Object.keys(child)) visitSchema(child[name], under(under(pointer, key), name));
    else visit(child, under(pointer, key));
  }
}

visit(contract, "");
for (const fault of faults) console.error(fault);
console.log(`${checked} values, ${faults.length} faults`);
process.exitCode = faults.length > 0 || checked === 0 ? 1 : 0;
