import { count, element, grouped, listen, read, statementItem, time } from './kindred/assets/statements.js';

const CONSOLE = new URL('kindred/', document.baseURI).pathname;
const byId = id => document.getElementById(id);
const limit = () => byId('limit').value;
const unique = () => 'W-' + Date.now().toString(36) + '-' + Math.random().toString(36).slice(2, 8);

const newOrder = () => ({
  number: unique(),
  placedOn: '2026-11-29',
  lines: ['tea', 'rice', 'salt', 'pepper', 'cinnamon', 'saffron', 'cumin', 'clove'].map((article, i) => ({ article, quantity: i + 1, price: 10 })),
  tags: ['express', 'gift', 'repeat'],
});

// "twin" is the path of the same request with one statement for each row.
const REQUESTS = [
  { group: 'Read' },
  { id: 'users', method: 'GET', what: 'A page of users with profiles', path: () => '/users?limit=' + limit(), twin: true },
  { id: 'user', method: 'GET', what: 'One user with all relations', path: () => '/users/229', twin: true },
  { id: 'orders', method: 'GET', what: 'Orders with lines and tags', path: () => '/users/229/orders?limit=' + limit(), twin: true },
  { id: 'export', method: 'GET', what: 'Export of all users, NDJSON', path: () => '/users/export', twin: true },
  { id: 'telephone', method: 'GET', what: 'One value through a relation', path: () => '/users/212/telephone' },
  { group: 'Write' },
  { id: 'create', method: 'POST', what: 'An order with lines and tags', path: () => '/users/230/orders', twin: true, body: newOrder },
  { id: 'put', method: 'PUT', what: 'Update or create a profile', path: () => '/users/10/profile',
    body: () => ({ name: 'Jane Perera', telephone: '614-867-5309', locale: 'si' }) },
  { id: 'patch', method: 'PATCH', what: 'Change one member', path: () => '/users/212/profile',
    body: () => ({ telephone: '614-867-5309' }) },
  { id: 'tags', method: 'PUT', what: 'Replace the tags of an order', path: () => '/orders/' + created() + '/tags',
    body: () => ['fragile', 'gift'], needsOrder: true },
  { id: 'delete', method: 'DELETE', what: 'Delete an order', path: () => '/orders/' + created(), needsOrder: true, deletes: true },
  { group: 'Report' },
  { id: 'report', method: 'GET', what: 'Counts and sums for each user', path: () => '/reports/users?limit=' + limit(), twin: true },
  { id: 'articles', method: 'GET', what: 'Groups of articles', path: () => '/reports/articles' },
];

let createdOrder = null;
const created = () => createdOrder ?? '{id}';

class Lane {
  constructor(name, label) {
    this.name = name;
    this.label = label;
    this.clear('Nothing sent yet.');
  }

  clear(note) {
    this.reference = null;
    this.statements = [];
    this.duration = null;
    this.ended = false;
    byId(this.name + '-note').textContent = note;
  }

  /** The statements without BEGIN and COMMIT, which both ways have. */
  get counted() {
    return this.statements.filter(statement => statement.operation !== 'TRANSACTION').length;
  }

  get rows() {
    return this.statements.reduce((sum, statement) => sum + statement.rows, 0);
  }

  get end() {
    return this.duration ?? this.statements.reduce((end, s) => Math.max(end, s.start + s.duration), 0);
  }

  draw(mostStatements, mostTime) {
    const counted = this.counted;
    const bar = element('div', { class: 'bar' });
    bar.style.width = 100 * counted / mostStatements + '%';
    const counts = byId(this.name + '-count');
    counts.replaceChildren(...(counted ? [bar] : []));
    counts.setAttribute('aria-label', this.label + ': ' + count(counted, 'statement'));
    byId(this.name + '-count-value').textContent = this.reference ? String(counted) : '–';

    const whole = element('div', { class: 'bar whole' });
    whole.style.width = 100 * this.end / mostTime + '%';
    const blocks = this.statements.map(statement => {
      const block = element('div', { class: 'bar', title: statement.operation + ' ' + time(statement.duration) });
      block.style.left = 100 * statement.start / mostTime + '%';
      block.style.width = 100 * statement.duration / mostTime + '%';
      return block;
    });
    const line = byId(this.name + '-time');
    line.replaceChildren(whole, ...blocks);
    line.setAttribute('aria-label', this.label + ': ' + time(this.end));
    byId(this.name + '-time-value').textContent = this.end ? time(this.end) : '–';

    byId(this.name + '-statements').replaceChildren(...grouped(this.statements).map(statementItem));
    if (this.reference) {
      byId(this.name + '-note').textContent = count(counted, 'statement') + ', ' + count(this.rows, 'row') +
        (this.ended ? ', ' + time(this.end) : ' so far');
    }
  }
}

const few = new Lane('few', 'Kindred');
const many = new Lane('many', 'N+1');
let drawing = false;

/** Draws at most once for each frame. */
function draw() {
  if (!drawing) {
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      const mostStatements = Math.max(few.counted, many.counted, 1);
      const mostTime = Math.max(few.end, many.end, 1);
      few.draw(mostStatements, mostTime);
      many.draw(mostStatements, mostTime);
    });
  }
}

function laneOf(reference) {
  return [few, many].find(lane => reference && lane.reference === reference);
}

/** Sends a request. The events of the console arrive meanwhile; the details at the end fill gaps. */
async function send(lane, request, path) {
  lane.reference = unique();
  const options = { method: request.method, headers: { 'Kindred-Reference': lane.reference } };
  if (request.body) {
    options.body = JSON.stringify(request.body());
    options.headers['Content-Type'] = 'application/json';
  }
  const response = await fetch(path, options);
  const text = await response.text();
  const details = await read(CONSOLE, 'requests/' + response.headers.get('Kindred-Request'));
  if (details) {
    if (lane.statements.length < details.statements.length) {
      lane.statements = details.statements;
    }
    lane.duration = details.request.duration ?? lane.duration;
  }
  lane.ended = true;
  draw();
  return { status: response.status, text };
}

function pretty(text) {
  const most = 6000;
  let shown = text;
  try {
    shown = JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    // NDJSON has several values.
  }
  return shown.length > most ? shown.slice(0, most) + '\n…' : shown;
}

function summary() {
  if (!many.reference) {
    return count(few.counted, 'statement') + ', ' + count(few.rows, 'row') + ', ' + time(few.end) +
      '. It reads or writes one entity, so it has no N+1 form.';
  }
  const times = many.end / Math.max(few.end, 1);
  return few.counted + ' instead of ' + count(many.counted, 'statement') +
    (times >= 1.1 ? ', ' + times.toFixed(1) + ' times as fast in this run.' : ', in about the same time in this run.');
}

async function run(request) {
  const path = request.path();
  byId('title').textContent = request.method + ' ' + path;
  byId('summary').textContent = 'Running …';
  few.clear('Waiting …');
  many.clear(request.twin ? 'Waiting …' : 'This request has no N+1 form.');
  draw();
  const answer = await send(few, request, path.slice(1));
  byId('status').textContent = answer.status;
  byId('answer').textContent = pretty(answer.text);
  if (request.id === 'create') {
    createdOrder = JSON.parse(answer.text).id;
  } else if (request.deletes) {
    createdOrder = null;
  }
  if (request.twin) {
    await send(many, request, 'n-plus-one' + path);
  }
  byId('summary').textContent = summary();
  showPaths();
}

async function ensureOrder() {
  if (createdOrder === null) {
    const response = await fetch('users/230/orders', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(newOrder()),
    });
    createdOrder = (await response.json()).id;
  }
}

let running = false;

async function choose(request, button) {
  if (running) {
    return;
  }
  running = true;
  document.body.setAttribute('aria-busy', 'true');
  if (matchMedia('(max-width: 960px)').matches) {
    byId('title').scrollIntoView({ block: 'center' });
  }
  document.querySelectorAll('nav button').forEach(other => other.setAttribute('aria-pressed', String(other === button)));
  try {
    if (request.needsOrder) {
      await ensureOrder();
    }
    await run(request);
  } catch (error) {
    byId('summary').textContent = 'The request failed: ' + error.message;
  } finally {
    running = false;
    document.body.setAttribute('aria-busy', 'false');
  }
}

function showPaths() {
  REQUESTS.filter(request => request.path).forEach(request => {
    document.querySelector('#request-' + request.id + ' .path').textContent = request.path();
  });
}

function requestButton(request) {
  const button = element('button', { type: 'button', id: 'request-' + request.id, 'aria-pressed': 'false' },
    element('span', { class: 'method' }, request.method),
    element('span', { class: 'what' }, request.what),
    element('span', { class: 'path' }, request.path()));
  button.addEventListener('click', () => choose(request, button));
  return button;
}

let group = null;
for (const request of REQUESTS) {
  if (request.group) {
    group = element('section', { 'aria-label': request.group }, element('h3', {}, request.group));
    byId('requests').append(group);
  } else {
    group.append(requestButton(request));
  }
}
byId('limit').addEventListener('change', showPaths);

listen(CONSOLE, {
  statement: event => {
    const lane = laneOf(event.reference);
    if (lane && !lane.ended) {
      lane.statements.push(event.statement);
      draw();
    }
  },
  response: event => {
    const lane = laneOf(event.request.reference);
    if (lane) {
      lane.duration = event.request.duration;
      draw();
    }
  },
}, on => {
  byId('live').dataset.on = String(on);
  byId('live').textContent = on ? 'live' : 'connecting';
});
