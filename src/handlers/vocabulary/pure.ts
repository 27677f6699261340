import type { Grade } from '../ir.js';

const rows: readonly (readonly [Grade, string])[] = [
  [
    'path',
    'json.load Decimal Blob JSON.parse JSON.stringify json.loads json.dumps String str promise text json toString decode encode from global.str transformToString uuid.v4 randomUUID uuid.uuid4 uuid4 v4 structuredClone deepcopy copy asdict orjson.loads simplejson.loads safe_load list dict tuple Promise.all freeze as_dict default then read raw_decode next iter Boolean bool',
  ],
  [
    'mapping',
    'split join replace replaceAll trim strip lstrip rstrip toLowerCase toUpperCase lower upper title capitalize startsWith endsWith startswith endswith includes indexOf index find count substring substr slice concat padStart padEnd zfill charAt repeat match test exec search sub findall fullmatch group groups splitlines removeprefix removesuffix format localeCompare at partition rpartition rsplit isdigit isnumeric lastIndexOf',
  ],
  [
    'mapping',
    'parseInt parseFloat Number int float round abs min max sum len range enumerate zip sorted reversed any all isinstance isNaN isArray floor ceil random pow trunc sqrt sign randint choice uniform randrange toFixed toPrecision type hasattr getattr isFinite isInteger set Set Map divmod callable id',
  ],
  [
    'mapping',
    'now today time utcnow isoformat strftime strptime toISOString getTime valueOf timestamp Date timedelta fromtimestamp utcfromtimestamp fromisoformat toUTCString toLocaleString toLocaleDateString getFullYear getMonth getDate getHours getMinutes getDay setDate setHours setMinutes setSeconds total_seconds time_ns perf_counter hrtime date datetime timezone utc add subtract unix format moment dayjs plus minus toJSON getTimezoneOffset toDateString localtime gmtime toSeconds astimezone weekday',
  ],
  [
    'mapping',
    'keys values entries items get assign fromEntries update pop popitem copy has hasOwnProperty map filter forEach some every flat flatMap reduce sort reverse push append extend insert unshift shift concat fill merge setdefault pick omit isEmpty defaultdict OrderedDict namedtuple chain findIndex delete clear remove add size hasOwn chunk groupBy uniq map_ cloneDeep',
  ],
  [
    'mapping',
    'encodeURIComponent decodeURIComponent encodeURI decodeURI unquote_plus unquote quote quote_plus urlencode urlparse parse_qs parse_qsl parse stringify basename dirname extname splitext URL URLSearchParams searchParams unmarshall marshall serialize deserialize btoa atob b64decode b64encode base64 escape unescape eq ne lt lte gt gte between begins_with is_in exists not_exists attribute_type attribute_exists attribute_not_exists',
  ],
];

const lastOf = (name: string): string => name.slice(name.lastIndexOf('.') + 1);

const grades: ReadonlyMap<string, Grade> = new Map(
  rows.flatMap(([grade, names]) =>
    names.split(' ').flatMap((name): [string, Grade][] => [
      [name, grade],
      [lastOf(name), grade],
    ]),
  ),
);

/** How far mapping languages carry a function or method of this name. */
export function gradeOf(name: string): Grade {
  const found = grades.get(name) ?? grades.get(lastOf(name));
  return found ?? 'program';
}
