// Holds the document to OpenAPI 3.1 and answers to the document: check.mjs DOCUMENT, in the folder of the packages.
// Says its problems with the document as one line; then a line for each question {operation, status, type, body}.
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {createInterface} from 'node:readline';
import {join} from 'node:path';

const require = createRequire(join(process.cwd(), 'package.json'));
const {createConfig, lintFromString} = await import(require.resolve('@redocly/openapi-core'));
const {default: Ajv} = await import(require.resolve('ajv/dist/2020.js'));
const {default: addFormats} = await import(require.resolve('ajv-formats'));

const text = readFileSync(process.argv[2], 'utf8');
const document = JSON.parse(text);
const rules = {
  'no-ambiguous-paths': 'off',  // of /callbacks/next and /callbacks/{id} OpenAPI itself says that the first is meant
  'no-path-trailing-slash': 'off',  // /console/ has one
  'operation-2xx-response': 'off',  // /console leads there; openapi_test.py asks all others for theirs
};
const config = await createConfig({extends: ['recommended-strict'], rules});
const found = await lintFromString({source: text, absoluteRef: process.argv[2], config});
say(found.map(({severity, ruleId, message, location}) => `${severity} ${ruleId}: ${message} ${location[0]?.pointer ?? ''}`));

const ajv = new (Ajv.default ?? Ajv)({strict: false, allErrors: true});
(addFormats.default ?? addFormats)(ajv);
const validators = new Map();

function say(value) {
  process.stdout.write(JSON.stringify(value) + '\n');
}

function followed(node) {
  if (!node?.$ref) return node;
  const {$ref, ...beside} = node;
  return {...followed($ref.slice(2).split('/').reduce((at, key) => at[key.replaceAll('~1', '/')], document)), ...beside};
}

// The schema with nothing left to look up, and with no member that it does not name: what is answered is documented.
function whole(schema) {
  if (Array.isArray(schema)) return schema.map(whole);
  if (typeof schema !== 'object' || schema === null) return schema;
  let {allOf, example, ...all} = followed(schema);
  for (const part of (allOf ?? []).map(followed))
    all = {...part, ...all, properties: {...part.properties, ...all.properties}, required: [...part.required, ...(all.required ?? [])]};
  delete all.example;
  const made = {};
  for (const [key, value] of Object.entries(all))
    made[key] = key === 'properties' ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, whole(one)])) : whole(value);
  if (made.properties && made.additionalProperties === undefined) made.additionalProperties = false;
  return made;
}

function problems({operation: [method, path], status, type, body}) {
  const response = followed(document.paths[path][method].responses[status]);
  if (!response) return [`${status} is not documented`];
  if (!response.content) return body === '' ? [] : ['a body that is not documented'];
  const content = response.content[type];
  if (!content) return [`${type} is not documented for ${status}`];
  if (!type.endsWith('json')) return [];
  const key = [method, path, status, type].join(' ');
  if (!validators.has(key)) validators.set(key, ajv.compile(whole(content.schema)));
  const validate = validators.get(key);
  return validate(JSON.parse(body)) ? []
    : validate.errors.map(({instancePath, message, params}) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

for await (const line of createInterface({input: process.stdin})) say(problems(JSON.parse(line)));
