/*
 * How the forms of the demo postings behave: inputs are controlled like React's (a value put in without the events of a
 * person is thrown away at the next render), files show their name, the combobox wants a choice, and what is submitted is
 * checked and shown again. Nothing is sent anywhere.
 */
const form = document.querySelector('form');
const state = new Map();
const nativeValue = (control) => Object.getOwnPropertyDescriptor(Object.getPrototypeOf(control), 'value');

/** Keeps a text control's value in `state`, the way React's value tracker does. */
function control(field) {
  const native = nativeValue(field);
  let tracked = field.value;
  state.set(field, tracked);
  Object.defineProperty(field, 'value', {
    configurable: true,
    get: () => native.get.call(field),
    set: (value) => {
      tracked = String(value);
      native.set.call(field, value);
    },
  });
  const onChange = () => {
    const now = native.get.call(field);
    if (now === tracked) return;
    tracked = now;
    state.set(field, now);
    render();
  };
  field.addEventListener('input', onChange);
  field.addEventListener('change', onChange);
}

let rendering = false;
function render() {
  if (rendering) return;
  rendering = true;
  requestAnimationFrame(() => {
    rendering = false;
    for (const [field, value] of state) {
      const native = nativeValue(field);
      if (native.get.call(field) !== value) native.set.call(field, value);
    }
  });
}

for (const field of form.querySelectorAll(
  'input:not([type=radio], [type=checkbox], [type=file], [type=hidden], [role=combobox]), textarea',
))
  control(field);
form.addEventListener('focusout', render);

/** A file field: a button to attach, then the file's name with a button to remove it. */
for (const box of form.querySelectorAll('.file')) {
  const input = box.querySelector('input');
  const attach = box.querySelector('.attach');
  const chip = box.querySelector('.chip');
  const show = () => {
    const file = input.files[0];
    chip.hidden = !file;
    attach.hidden = Boolean(file);
    chip.querySelector('.name').textContent = file ? file.name : '';
    if (file) mark(box, '');
  };
  input.addEventListener('change', show);
  chip.querySelector('button').addEventListener('click', () => {
    input.value = '';
    show();
    input.focus();
  });
  show();
}

/** An ARIA combobox that filters its options; only a chosen option counts, free text is dropped on leaving. */
for (const combo of form.querySelectorAll('.combo')) {
  const input = combo.querySelector('[role=combobox]');
  const hidden = combo.querySelector('input[type=hidden]');
  const list = combo.querySelector('[role=listbox]');
  const options = [...list.querySelectorAll('[role=option]')];
  let active = -1;
  const shown = () => options.filter((option) => !option.hidden);
  const open = (yes) => {
    list.hidden = !yes;
    input.setAttribute('aria-expanded', String(yes));
    if (!yes) {
      active = -1;
      input.removeAttribute('aria-activedescendant');
    }
  };
  const filter = (text) => {
    for (const option of options) option.hidden = !option.textContent.toLowerCase().includes(text.trim().toLowerCase());
    active = -1;
  };
  const choose = (option) => {
    hidden.value = option.dataset.value;
    input.value = option.textContent;
    for (const other of options) other.setAttribute('aria-selected', String(other === option));
    open(false);
    mark(combo.closest('.field'), '');
  };
  const walk = (step) => {
    const rows = shown();
    if (rows.length === 0) return;
    active = (active + step + rows.length) % rows.length;
    for (const row of rows) row.setAttribute('aria-selected', String(row === rows[active]));
    rows[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', rows[active].id);
  };
  input.addEventListener('focus', () => {
    filter('');
    open(true);
  });
  input.addEventListener('click', () => open(true));
  input.addEventListener('input', () => {
    filter(input.value);
    open(true);
  });
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      open(true);
      walk(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && !list.hidden) {
      event.preventDefault();
      const row = shown()[active];
      if (row) choose(row);
    } else if (event.key === 'Escape') open(false);
  });
  list.addEventListener('mousedown', (event) => event.preventDefault());
  list.addEventListener('click', (event) => {
    const option = event.target.closest('[role=option]');
    if (option) choose(option);
  });
  input.addEventListener('blur', () => {
    open(false);
    const chosen = options.find((option) => option.dataset.value === hidden.value && hidden.value !== '');
    input.value = chosen ? chosen.textContent : '';
  });
}

/** Yes/No as a pair of buttons over a hidden field. */
for (const pair of form.querySelectorAll('.yesno')) {
  const hidden = pair.querySelector('input');
  pair.addEventListener('click', (event) => {
    const pressed = event.target.closest('button');
    if (!pressed) return;
    hidden.value = pressed.textContent;
    for (const button of pair.querySelectorAll('button'))
      button.setAttribute('aria-pressed', String(button === pressed));
    mark(pair.closest('.field'), '');
  });
}

/** Shows or clears the problem of one question. */
function mark(field, problem) {
  let note = field.querySelector('.error');
  const target = field.querySelector('input:not([type=hidden]), select, textarea, button');
  if (problem === '') {
    note?.remove();
    target?.removeAttribute('aria-invalid');
    return;
  }
  if (!note) {
    note = document.createElement('p');
    note.className = 'error';
    field.append(note);
  }
  note.textContent = problem;
  target?.setAttribute('aria-invalid', 'true');
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const WEB = /^https?:\/\/[^\s/]+\.[^\s/]+/i;

function problemOf(field) {
  const control = field.querySelector('input:not([type=hidden]), select, textarea');
  const required = field.hasAttribute('data-required');
  const values = [...field.querySelectorAll('[name]')]
    .filter((item) => !['radio', 'checkbox'].includes(item.type) || item.checked)
    .map((item) => (item.type === 'file' ? (item.files[0]?.name ?? '') : item.value.trim()))
    .filter(Boolean);
  if (required && values.length === 0) return 'This question needs an answer.';
  const value = values.at(-1) ?? '';
  if (control?.type === 'email' && value && !EMAIL.test(value)) return 'Enter an e-mail address.';
  if (control?.type === 'url' && value && !WEB.test(value)) return 'Enter a web address that begins with https://';
  if (control?.type === 'tel' && value && value.replace(/\D/g, '').length < 6) return 'Enter a phone number.';
  return '';
}

const questionOf = (field) =>
  (field.querySelector(':scope > label, :scope > legend, :scope > .label')?.textContent ?? '').replace('*', '').trim();

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const fields = [...form.querySelectorAll('.field')];
  let first;
  for (const field of fields) {
    const problem = problemOf(field);
    mark(field, problem);
    if (problem !== '') first ??= field;
  }
  if (first) {
    first.scrollIntoView({ block: 'center' });
    first.querySelector('input:not([type=hidden]), select, textarea, button')?.focus();
    return;
  }
  confirm(fields);
});

/** The confirmation: what the employer would have received, question by question. */
function confirm(fields) {
  const data = new FormData(form);
  const list = document.createElement('dl');
  list.className = 'echo';
  for (const field of fields) {
    const names = [...new Set([...field.querySelectorAll('[name]')].map((item) => item.name))];
    const answers = names
      .flatMap((name) => data.getAll(name))
      .map((value) =>
        value instanceof File ? value.name && `${value.name} (${value.size.toLocaleString()} bytes)` : value,
      )
      .filter(Boolean);
    const term = document.createElement('dt');
    const detail = document.createElement('dd');
    term.textContent = questionOf(field);
    detail.textContent = answers.join(' · ') || '—';
    detail.dataset.question = names[0] ?? '';
    list.append(term, detail);
  }
  const page = document.querySelector('main');
  const heading = document.createElement('h1');
  heading.textContent = 'Application received';
  heading.tabIndex = -1;
  const note = document.createElement('p');
  note.textContent = 'This is a demo: nothing was sent. An employer would have received this:';
  const again = document.createElement('a');
  again.href = location.pathname;
  again.textContent = 'Back to the form';
  page.replaceChildren(heading, note, list, again);
  heading.focus();
  scrollTo(0, 0);
}
