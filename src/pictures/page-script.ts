/**
 * The script of the page: moves the view, finds nodes, shows details. Plain text here, since it runs where the page is
 * opened; it makes text nodes only, so that no text of a design can become markup.
 */
export const pageScript = `
'use strict';
(() => {
  const byId = (id) => document.getElementById(id);
  const read = (id) => JSON.parse(byId(id).textContent);
  const nodes = new Map(read('nodes').map((node) => [node.id, node]));
  const words = read('words');
  const drawing = byId('drawing');
  const svg = drawing.querySelector('svg');
  const panel = byId('details');
  const cards = [...svg.querySelectorAll('[data-node]')];
  const home = svg.viewBox.baseVal;
  const whole = { x: home.x, y: home.y, width: home.width, height: home.height };
  let view = { ...whole };

  // viewBox is fitted into the element: what a pixel is worth.
  const worth = () => Math.max(view.width / svg.clientWidth, view.height / svg.clientHeight) || 1;
  const show = () => svg.setAttribute('viewBox', [view.x, view.y, view.width, view.height].join(' '));
  const zoom = (by, x = view.x + view.width / 2, y = view.y + view.height / 2) => {
    const width = Math.min(Math.max(view.width / by, whole.width / 40), whole.width * 4);
    const scale = width / view.width;
    view = { x: x - (x - view.x) * scale, y: y - (y - view.y) * scale, width, height: view.height * scale };
    show();
  };
  const pan = (x, y) => {
    view = { ...view, x: view.x + x, y: view.y + y };
    show();
  };
  const fit = () => {
    view = { ...whole };
    show();
  };
  const pointIn = (event) => {
    const at = svg.createSVGPoint();
    at.x = event.clientX;
    at.y = event.clientY;
    return at.matrixTransform(svg.getScreenCTM().inverse());
  };

  drawing.addEventListener('wheel', (event) => {
    event.preventDefault();
    const at = pointIn(event);
    if (event.ctrlKey || event.metaKey || !event.shiftKey) zoom(Math.exp(-event.deltaY * 0.0015), at.x, at.y);
    else pan((event.deltaX + event.deltaY) * worth(), 0);
  }, { passive: false });

  // One pointer moves, two zoom.
  const pointers = new Map();
  let moved = 0;
  drawing.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, event);
    moved = 0;
  });
  drawing.addEventListener('pointermove', (event) => {
    const before = pointers.get(event.pointerId);
    if (before === undefined) return;
    const others = [...pointers.values()].filter((one) => one.pointerId !== event.pointerId);
    moved += Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY);
    if (moved > 4 && !drawing.hasPointerCapture(event.pointerId)) drawing.setPointerCapture(event.pointerId);
    if (others.length > 0) {
      const apart = (one) => Math.hypot(one.clientX - others[0].clientX, one.clientY - others[0].clientY) || 1;
      const at = pointIn({
        clientX: (event.clientX + others[0].clientX) / 2,
        clientY: (event.clientY + others[0].clientY) / 2,
      });
      zoom(apart(event) / apart(before), at.x, at.y);
    } else if (moved > 4) pan((before.clientX - event.clientX) * worth(), (before.clientY - event.clientY) * worth());
    pointers.set(event.pointerId, event);
  });
  for (const end of ['pointerup', 'pointercancel'])
    drawing.addEventListener(end, (event) => pointers.delete(event.pointerId));

  const make = (name, text, className) => {
    const made = document.createElement(name);
    if (text !== undefined) made.textContent = text;
    if (className !== undefined) made.className = className;
    return made;
  };
  let chosen;
  const choose = (id) => {
    const node = nodes.get(id);
    for (const card of cards) card.toggleAttribute('data-chosen', card.dataset.node === id);
    chosen = node === undefined ? undefined : id;
    panel.hidden = node === undefined;
    panel.replaceChildren();
    if (node === undefined) return;
    const top = make('div', undefined, 'top');
    const names = make('div');
    names.append(make('h2', node.label), make('div', [node.service, node.context].filter(Boolean).join(' · '), 'secondary'));
    const close = make('button', '×', 'icon');
    close.type = 'button';
    close.setAttribute('aria-label', words.close);
    close.addEventListener('click', () => {
      const card = cardOf(chosen);
      choose(undefined);
      card?.focus();
    });
    top.append(names, close);
    panel.append(top);
    if (node.comment !== '') panel.append(make('p', node.comment));
    if (node.fields.length > 0) {
      const list = make('dl');
      for (const [label, value] of node.fields) {
        const row = make('div');
        row.append(make('dt', label), make('dd', value));
        list.append(row);
      }
      panel.append(make('h3', words.settings), list);
    }
    if (node.connections.length > 0) {
      const list = make('ul');
      for (const { direction, label, node: other, other: name } of node.connections) {
        const go = make('button', (direction === 'in' ? '← ' : '→ ') + name + (label === '' ? '' : ' · ' + label));
        go.type = 'button';
        go.addEventListener('click', () => {
          choose(other);
          reveal(other);
          cardOf(other)?.focus({ preventScroll: true });
        });
        const row = make('li');
        row.append(go);
        list.append(row);
      }
      panel.append(make('h3', words.connections), list);
    }
    panel.scrollTop = 0;
  };
  const cardOf = (id) => cards.find((card) => card.dataset.node === id);
  const reveal = (id) => {
    const box = cardOf(id)?.getBBox();
    if (box === undefined) return;
    view = { ...view, x: box.x + box.width / 2 - view.width / 2, y: box.y + box.height / 2 - view.height / 2 };
    show();
  };
  svg.addEventListener('click', (event) => {
    if (moved > 4) return;
    choose(event.target.closest('[data-node]')?.dataset.node);
  });
  svg.addEventListener('keydown', (event) => {
    const id = event.target.closest('[data-node]')?.dataset.node;
    if (id === undefined || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    choose(id);
  });

  const field = byId('search');
  const fold = (text) => text.normalize('NFKC').toLowerCase().replace(/[ァ-ヶ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x60));
  const texts = new Map([...nodes.values()].map((node) => [node.id, fold([node.label, node.service, node.context, node.comment].join(' '))]));
  let found = [];
  let at = 0;
  const status = byId('found');
  field.addEventListener('input', () => {
    const wanted = fold(field.value.trim());
    found = wanted === '' ? [] : cards.filter((card) => texts.get(card.dataset.node)?.includes(wanted));
    at = 0;
    for (const card of cards) card.toggleAttribute('data-missed', wanted !== '' && !found.includes(card));
    status.textContent = wanted === '' ? '' : found.length + ' / ' + cards.length;
  });
  field.addEventListener('keydown', (event) => {
    if (event.isComposing || event.key !== 'Enter' || found.length === 0) return;
    const card = found[at % found.length];
    at += 1;
    choose(card.dataset.node);
    reveal(card.dataset.node);
  });

  document.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      const card = cardOf(chosen);
      choose(undefined);
      card?.focus({ preventScroll: true });
      return;
    }
    if (event.target === field || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = 60 * worth();
    const does = {
      '+': () => zoom(1.25),
      '-': () => zoom(0.8),
      0: fit,
      '/': () => field.focus(),
      ArrowLeft: () => pan(-step, 0),
      ArrowRight: () => pan(step, 0),
      ArrowUp: () => pan(0, -step),
      ArrowDown: () => pan(0, step),
    }[event.key];
    if (does === undefined || panel.contains(event.target)) return;
    event.preventDefault();
    does();
  });
  byId('zoom-in').addEventListener('click', () => zoom(1.25));
  byId('zoom-out').addEventListener('click', () => zoom(0.8));
  byId('fit').addEventListener('click', fit);
})();
`;
