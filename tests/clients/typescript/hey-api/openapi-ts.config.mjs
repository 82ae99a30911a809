/** @type {import("@hey-api/openapi-ts").UserConfig} */
export default {
  output: { path: "typescript/generated/hey-api", importFileExtension: ".js" },
  plugins: ["@hey-api/typescript", "@hey-api/sdk", "@hey-api/client-fetch"],
};
