import { count, element, grouped, listen, read, sql, statementItem, time } from './statements.js';

const BASE = new URL('../', import.meta.url).pathname;
const requests = new Map();
let selected = null;

const list = document.getElementById('request-list');
const details = document.getElementById('details');

function figures(request) {
  if (request.statements === 0 && request.duration === null) {
    return 'running';
  }
  const parts = [count(request.statements, 'statement'), count(request.rows, 'row')];
  if (request.duration !== null) {
    parts.push(time(request.duration));
  }
  return parts.join(' · ');
}

function show(request) {
  const before = requests.get(request.id);
  const button = before ? before.button : element('button', { type: 'button' });
  button.replaceChildren(
    element('span', { class: 'method' }, request.method),
    element('span', { class: 'path' }, request.path || (request.duration === null ? '…' : 'no handler')),
    element('span', { class: request.status >= 400 ? 'small failed' : 'small quiet' }, String(request.status ?? '')),
    element('span', { class: 'figures' }, figures(request)));
  button.setAttribute('aria-pressed', String(request.id === selected));
  if (request.hints.length > 0) {
    button.append(element('span', { class: 'figures failed' }, 'repeated statements'));
  }
  if (!before) {
    button.addEventListener('click', () => select(request.id));
    list.prepend(element('li', {}, button));
  }
  requests.set(request.id, { request, button });
  document.getElementById('no-requests').hidden = requests.size > 0;
  while (requests.size > 100) {
    const oldest = requests.keys().next().value;
    requests.get(oldest).button.parentElement.remove();
    requests.delete(oldest);
  }
}

async function select(id) {
  selected = id;
  for (const [other, { button }] of requests) {
    button.setAttribute('aria-pressed', String(other === id));
  }
  await showDetails();
}

async function showDetails() {
  const id = selected;
  const answer = await read(BASE, 'requests/' + id);
  if (!answer || id !== selected) {
    return;
  }
  const { request, statements } = answer;
  details.replaceChildren(
    element('h2', {}, request.method + ' ' + (request.path || '')),
    element('p', { class: 'quiet small' }, figures(request) +
      (request.transactionStatements ? ' · ' + count(request.transactionStatements, 'transaction statement') : '')),
    ...request.hints.map(hint => element('div', { class: 'hint' },
      element('p', {}, element('strong', {}, 'Repeated: '), hint.advice))),
    element('ol', { class: 'statements' }, ...grouped(statements).map(statementItem)),
    statements.length < request.statements + request.transactionStatements
      ? element('p', { class: 'quiet small' }, 'The first ' + count(statements.length, 'statement') + ' of this request.')
      : '');
}

function openTab(tab) {
  for (const other of document.querySelectorAll('[role=tab]')) {
    const chosen = other === tab;
    other.setAttribute('aria-selected', String(chosen));
    other.tabIndex = chosen ? 0 : -1;
    document.getElementById(other.getAttribute('aria-controls')).hidden = !chosen;
  }
  tab.focus();
  if (tab.id === 'tab-entities') {
    showEntities();
  } else if (tab.id === 'tab-pool') {
    showPool();
  }
}

function onTabKey(event) {
  const tabs = [...document.querySelectorAll('[role=tab]')];
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step) {
    openTab(tabs[(tabs.indexOf(event.currentTarget) + step + tabs.length) % tabs.length]);
    event.preventDefault();
  }
}

function entity(model) {
  return element('section', { class: 'sheet' },
    element('h2', {}, model.name, element('span', { class: 'tag' }, model.table)),
    element('p', { class: 'columns small' }, model.columns
      .map(column => model.key.includes(column) ? column + ' (key)' : column).join(', ')),
    element('ul', {}, ...model.relations.map(relation => element('li', {},
      element('div', {},
        element('strong', {}, relation.name),
        element('span', {}, relation.many ? relation.target + ' (many)' : relation.target)),
      element('span', { class: 'small quiet' }, relation.kind + ': ' + relation.keys.join(', '))))));
}

async function showEntities() {
  const models = await read(BASE, 'entities');
  document.getElementById('entity-map').replaceChildren(...models.map(entity));
}

async function verify() {
  const button = document.getElementById('verify');
  button.disabled = true;
  const answer = await read(BASE, 'verify', { method: 'POST' });
  button.disabled = false;
  const findings = document.getElementById('findings');
  if (!answer) {
    findings.replaceChildren(element('p', { class: 'failed' }, 'The comparison failed. See the log of the application.'));
  } else if (answer.findings.length === 0) {
    findings.replaceChildren(element('p', {}, 'No difference in ' + answer.entities + ' entities.'));
  } else {
    findings.replaceChildren(
      element('p', {}, count(answer.findings.length, 'difference') + ' in ' + answer.entities + ' entities.'),
      element('ul', { class: 'findings' }, ...answer.findings.map(finding => element('li', {},
        element('strong', {}, finding.member), ' ', element('span', { class: 'tag' }, finding.table),
        element('p', { class: 'small' }, 'Expected ' + finding.expected + ', found ' + finding.found + '.'),
        ...finding.remedy.map(sql)))));
  }
}

async function showPool() {
  const state = await read(BASE, 'pool');
  const shown = document.getElementById('pool-state');
  if (!state || !state.known) {
    shown.replaceChildren(element('p', { class: 'quiet' }, 'The connections have no pool of r2dbc-pool.'));
    return;
  }
  const used = element('div', { class: 'bar' });
  used.style.width = 100 * state.inUse / state.most + '%';
  const idle = element('div', { class: 'bar idle' });
  idle.style.width = 100 * state.idle / state.most + '%';
  const label = state.inUse + ' in use, ' + state.idle + ' idle, of at most ' + state.most;
  shown.replaceChildren(
    element('div', { class: 'meter', role: 'img', 'aria-label': label }, used, idle),
    element('dl', { class: 'facts' }, ...[
      ['in use', state.inUse], ['idle', state.idle], ['at most', state.most], ['waiting', state.waiting],
    ].map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, String(value))))));
}

for (const tab of document.querySelectorAll('[role=tab]')) {
  tab.addEventListener('click', () => openTab(tab));
  tab.addEventListener('keydown', onTabKey);
}
document.getElementById('verify').addEventListener('click', verify);
document.getElementById('clear').addEventListener('click', async () => {
  await read(BASE, 'requests', { method: 'DELETE' });
  requests.clear();
  list.replaceChildren();
  document.getElementById('no-requests').hidden = false;
});
setInterval(() => {
  if (!document.hidden && !document.getElementById('pool').hidden) {
    showPool();
  }
}, 1000);

listen(BASE, {
  request: event => show(event.request),
  statement: event => {
    const known = requests.get(event.request);
    if (known && known.request.duration === null && event.statement.operation !== 'TRANSACTION') {
      show({
        ...known.request,
        statements: known.request.statements + 1,
        rows: known.request.rows + event.statement.rows,
      });
    }
  },
  response: event => {
    show(event.request);
    if (event.request.id === selected) {
      showDetails();
    }
  },
}, async on => {
  const live = document.getElementById('live');
  live.dataset.on = String(on);
  live.textContent = on ? 'live' : 'connecting';
  if (on) {
    for (const request of (await read(BASE, 'requests')).reverse()) {
      show(request);
    }
  }
});
