// Parts of a page about statements: the stream of events, elements, SQL, numbers.

const KEYWORDS = new Set(
  ('select from where and or not in any is null order by asc desc limit offset insert into values update set delete ' +
    'returning with as on conflict do nothing excluded join left right inner lateral cross group having count sum ' +
    'distinct unnest exists case when then else end begin commit rollback savepoint release to union all for key ' +
    'share between like coalesce transaction isolation level read committed only start using row_number over ' +
    'partition ordinality true false default array cast').split(' '));
const TOKEN = /("(?:[^"]|"")*"|'(?:[^']|'')*'|\$\d+|[A-Za-z_]+|\s+|.)/g;

/** Returns an element with properties and children. */
export function element(name, properties = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key === 'class') {
      made.className = value;
    } else if (key.startsWith('aria-') || key.startsWith('data-') || key === 'role') {
      made.setAttribute(key, value);
    } else {
      made[key] = value;
    }
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

/** Returns the text of a statement with marked keywords and parameters. */
export function sql(text) {
  const made = element('pre');
  const code = element('code');
  for (const [token] of text.matchAll(TOKEN)) {
    if (/^\$\d/.test(token)) {
      code.append(element('span', { class: 'parameter' }, token));
    } else if (KEYWORDS.has(token.toLowerCase())) {
      code.append(element('span', { class: 'keyword' }, token));
    } else {
      code.append(token);
    }
  }
  made.append(code);
  return made;
}

/** Returns microseconds as milliseconds. */
export function time(micros) {
  const millis = micros / 1000;
  return (millis < 10 ? millis.toFixed(2) : millis.toFixed(millis < 100 ? 1 : 0)) + ' ms';
}

/** Returns a number with its noun. */
export function count(number, noun) {
  return number.toLocaleString('en') + ' ' + noun + (number === 1 ? '' : 's');
}

/** Joins equal statements, in the order of the first of each. Savepoints are equal whatever their names are. */
export function grouped(statements) {
  const groups = new Map();
  for (const sent of statements) {
    const statement = sent.operation === 'TRANSACTION' ? { ...sent, sql: sent.sql.replace(/ kindred_\d+$/, '') } : sent;
    const group = groups.get(statement.sql);
    if (group) {
      group.times += 1;
      group.rows += statement.rows;
      group.duration += statement.duration;
      group.failed = group.failed || statement.outcome !== 'COMPLETED';
    } else {
      groups.set(statement.sql, { ...statement, times: 1, failed: statement.outcome !== 'COMPLETED' });
    }
  }
  return [...groups.values()];
}

/** Returns the list item of a group of equal statements. */
export function statementItem(group) {
  const subject = group.relation || group.entity;
  const times = group.times > 1 ? element('span', { class: 'times' }, '× ' + group.times) : null;
  if (group.operation === 'TRANSACTION') {
    return element('li', { class: 'transaction' },
      element('div', { class: 'what' }, element('code', { class: 'keyword' }, group.sql), times),
      element('div', { class: 'figures' }, time(group.duration)));
  }
  return element('li', {},
    element('div', { class: 'what' },
      element('span', { class: 'method' }, group.operation.replaceAll('_', ' ')),
      subject ? element('span', { class: 'tag' }, subject) : null,
      times,
      group.failed ? element('span', { class: 'failed' }, group.outcome.toLowerCase()) : null),
    element('div', { class: 'figures' }, count(group.rows, 'row') + ' · ' + time(group.duration)),
    sql(group.sql));
}

/** Receives the events of the console. The browser connects again by itself. */
export function listen(base, handlers, onState) {
  const source = new EventSource(base + 'api/events');
  for (const [name, handler] of Object.entries(handlers)) {
    source.addEventListener(name, event => handler(JSON.parse(event.data)));
  }
  source.addEventListener('open', () => onState(true));
  source.addEventListener('error', () => onState(false));
  return source;
}

/** Returns the JSON of an endpoint of the console. */
export async function read(base, path, options = {}) {
  const response = await fetch(base + 'api/' + path, options);
  return response.ok && response.status !== 204 ? response.json() : null;
}
