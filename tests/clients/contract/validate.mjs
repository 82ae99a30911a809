// node contract/validate.mjs CONTRACT: validates the contract against the schema of OpenAPI, and every reference in it.
import SwaggerParser from "@apidevtools/swagger-parser";

try {
  await SwaggerParser.validate(process.argv[2]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
