import type { Obstacle } from '../ir.js';

/** What a module is, by its name: what its calls are worth to the reader. */
export type LibraryKind = 'quiet' | 'wrapper' | 'http' | 'pure' | 'router' | 'aws' | Obstacle;

const rows: readonly (readonly [LibraryKind, string])[] = [
  [
    'quiet',
    'console logging logger pino winston bunyan loglevel debug loguru structlog warnings traceback util pprint typing source-map-support dotenv aws-embedded-metrics aws_embedded_metrics sys abc enum __future__ dataclasses gc contextlib cold-start',
  ],
  [
    'quiet',
    '@aws-lambda-powertools/logger @aws-lambda-powertools/metrics @aws-lambda-powertools/tracer @aws-lambda-powertools/commons aws_xray_sdk @opentelemetry/api opentelemetry lumigo-tracer @sentry/serverless sentry_sdk datadog_lambda datadog-lambda-js newrelic dd-trace',
  ],
  [
    'wrapper',
    'aws-xray-sdk aws-xray-sdk-core @middy/core middy @middy/http-json-body-parser @middy/http-error-handler @middy/validator @middy/http-cors aws_lambda_powertools @aws/durable-execution-sdk-js aws_durable_execution_sdk_python @lumigo/tracer @aws-lambda-powertools/idempotency @aws-lambda-powertools/parser @aws-lambda-powertools/batch lambda-warmer functools async-retry p-retry promise-retry exponential-backoff tenacity backoff retrying stamina',
  ],
  [
    'http',
    'axios node-fetch got undici superagent needle request request-promise phin ky cross-fetch isomorphic-fetch http https requests urllib urllib2 urllib3 httpx aiohttp http.client',
  ],
  [
    'pure',
    'uuid nanoid ulid crypto-random moment dayjs luxon date-fns datetime time calendar json math random string url querystring path os re base64 lodash underscore ramda itertools collections operator decimal copy decimal ksuid simplejson orjson html pytz dateutil zoneinfo fractions statistics timezone events async qs deepmerge secrets @aws-sdk/util-dynamodb @aws-sdk/util-utf8-node @aws-sdk/util-utf8 dynamodb_json numbers types timers timers/promises asyncio constants',
  ],
  [
    'router',
    'express serverless-http @vendia/serverless-express aws-serverless-express @codegenie/serverless-express fastify @fastify/aws-lambda koa hono hono/aws-lambda lambda-api fastapi mangum flask serverless_wsgi apig_wsgi chalice aws_lambda_powertools.event_handler @aws-lambda-powertools/event-handler awsgi itty-router cors body-parser',
  ],
  [
    'driver',
    'pg mysql mysql2 mysql2/promise mongodb mongoose redis ioredis pymysql psycopg2 psycopg pymongo sqlalchemy amazon-qldb-driver-nodejs pyqldb cassandra-driver cassandra neo4j-driver neo4j memcached pymemcache knex sequelize @prisma/client prisma typeorm tedious oracledb kafkajs kafka kafka-python confluent_kafka paho mqtt amqplib pika stomp @opensearch-project/opensearch opensearchpy elasticsearch @elastic/elasticsearch gremlin gremlin_python snowflake snowflake-sdk pyodbc nodemailer smtplib imaplib ldap3 ldapjs ssh2 paramiko socket net dgram tls ws websockets aws-sdk-lite redis-py valkey @valkey/valkey-glide drizzle-orm momento',
  ],
  [
    'cryptography',
    'crypto hashlib hmac jsonwebtoken jose python-jose jwt pyjwt bcrypt bcryptjs cryptography aws-jwt-verify openpgp node-forge nacl tweetnacl Crypto ssl jwks-rsa jwk-to-pem stripe @aws-crypto/sha256-js @smithy/signature-v4 @aws-sdk/signature-v4 aws4 aws4-axios requests_aws4auth requests_auth_aws_sigv4 aws_requests_auth botocore.auth passlib otplib pyotp @aws-sdk/signature-v4-crt',
  ],
  [
    'files',
    'fs fs/promises fs-extra shutil tempfile pathlib io glob zipfile tarfile gzip zlib archiver jszip adm-zip unzipper stream stream/promises csv csv-parse csv-parser papaparse lzma bz2 pickle tar exceljs xlsx openpyxl',
  ],
  ['process', 'child_process subprocess multiprocessing threading worker_threads concurrent cluster signal'],
  [
    'library',
    'sharp PIL numpy pandas pyarrow cv2 scipy sklearn torch tensorflow transformers ffmpeg fluent-ffmpeg puppeteer playwright jimp canvas pdfkit pdf-lib pypdf PyPDF2 fitz reportlab marked markdown langchain openai anthropic strands xml2js fast-xml-parser xml bs4 cheerio lxml email jinja2 handlebars mustache ejs nunjucks yaml js-yaml spacy nltk ajv joi zod yup pydantic jsonschema boto3_extensions git cfnresponse crhelper cfn-response',
  ],
  ['aws', 'aws-sdk boto3 botocore aioboto3 aiobotocore'],
];

const known: ReadonlyMap<string, LibraryKind> = new Map(
  rows.flatMap(([kind, names]) => names.split(' ').map((name): [string, LibraryKind] => [name, kind])),
);

/** What a module is; undefined: nothing is known of it. */
export function libraryKind(module: string): LibraryKind | undefined {
  const name = module.replace(/^node:/, '');
  if (/^(@aws-sdk\/(client|lib)-|aws-sdk\/clients\/|boto3\.|botocore\.(?!auth))/.test(name)) return 'aws';
  for (let at = name; at !== ''; at = shortened(at)) {
    const kind = known.get(at);
    if (kind !== undefined) return kind;
  }
  if (/^@aws-lambda-powertools\/|^@middy\//.test(name)) return 'wrapper';
  return /^@(aws-sdk|smithy)\/(types|config-resolver|node-http-handler|credential-provider|middleware)/.test(name)
    ? 'quiet'
    : undefined;
}

const shortened = (name: string): string =>
  name.slice(0, Math.max(0, Math.max(name.lastIndexOf('.'), name.lastIndexOf('/'))));
