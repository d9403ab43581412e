'use strict';
// The sheet and the text speak of the same articles (data-a) and lines (data-l); this ties them together.
(() => {
  const root = document.documentElement;
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const one = (selector, from = document) => from.querySelector(selector);
  const desk = one('.desk'), read = one('.read'), loupe = one('.loupe'), help = one('.help');
  const articles = all('.art'), doubts = all('mark');
  const byLine = new Map(), byArticle = new Map();
  const put = (map, key, node) => map.has(key) ? map.get(key).push(node) : map.set(key, [node]);
  all('[data-l]').forEach(node => put(byLine, node.dataset.l, node));
  all('.area, .art').forEach(node => put(byArticle, node.dataset.a, node));

  // What a reader chose stays chosen, where the browser lets a local file remember.
  const remember = (key, value) => { try { localStorage.setItem('proof-' + key, value); } catch { /* not here */ } };
  const recall = key => { try { return localStorage.getItem('proof-' + key); } catch { return null; } };
  root.dataset.ui = recall('ui') || (/^zh/i.test(navigator.language) ? 'zh' : 'en');
  root.dataset.theme = recall('theme') || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
  const toggle = (key, a, b) => { root.dataset[key] = root.dataset[key] === a ? b : a; remember(key, root.dataset[key]); };

  const setClass = (name, nodes) => {
    all('.' + name).forEach(node => node.classList.remove(name));
    nodes.forEach(node => node.classList.add(name));
  };
  const linesOf = node => all('.l', node).map(part => part.dataset.l);
  const nodesOf = lines => lines.flatMap(line => byLine.get(line) || []);

  let page = null, zoom = 1;
  const sheet = () => one('.sheet:not([hidden])');
  function fit() {
    const shown = sheet();
    if (!shown) return;
    const box = one('svg', shown).viewBox.baseVal, edge = shown.clientWidth - one('svg', shown).clientWidth;
    const width = Math.min(desk.clientWidth, (desk.clientHeight - edge - 26) * box.width / box.height + edge);
    desk.style.setProperty('--fit', Math.max(width, 120) + 'px');
    desk.style.setProperty('--zoom', zoom);
  }
  function showPage(number) {
    if (number === page || !one(`.sheet[data-page="${number}"]`)) return;
    page = number;
    all('.sheet').forEach(node => { node.hidden = node.dataset.page !== number; });
    all('.pages button').forEach(node => node.setAttribute('aria-current', node.dataset.page === number));
    fit();
    desk.scrollTo(0, 0);
  }
  function setZoom(value) {
    const before = zoom;
    zoom = Math.min(6, Math.max(1, value));
    const x = (desk.scrollLeft + desk.clientWidth / 2) / before, y = (desk.scrollTop + desk.clientHeight / 2) / before;
    fit();
    desk.scrollTo(x * zoom - desk.clientWidth / 2, y * zoom - desk.clientHeight / 2);
  }
  // The part of the picture that is spoken of comes into view; it stays put where it can be seen already.
  function bringSheet(shapes) {
    const boxes = shapes.map(shape => shape.getBoundingClientRect()).filter(box => box.width);
    if (!boxes.length || zoom === 1) return;
    const frame = desk.getBoundingClientRect();
    const left = Math.min(...boxes.map(b => b.left)), top = Math.min(...boxes.map(b => b.top));
    const bottom = Math.max(...boxes.map(b => b.bottom)), right = Math.max(...boxes.map(b => b.right));
    if (top >= frame.top && bottom <= frame.bottom && left >= frame.left && right <= frame.right) return;
    desk.scrollBy({ left: left - frame.left - 40, top: top - frame.top - 60, behavior: 'smooth' });
  }

  function choose(article, from) {
    const nodes = byArticle.get(article) || [];
    setClass('on', nodes);
    const areas = nodes.filter(node => node.classList.contains('area'));
    const card = nodes.find(node => node.classList.contains('art'));
    if (from !== 'sheet' && areas.length && !areas.some(area => area.closest('.sheet').dataset.page === page))
      showPage(areas[0].closest('.sheet').dataset.page);
    if (from !== 'text' && card) card.scrollIntoView({ block: 'start' });
    if (from !== 'sheet') bringSheet(areas);
  }
  function chooseLines(lines, from) {
    const nodes = nodesOf(lines);
    setClass('lit', nodes);
    const shapes = nodes.filter(node => node.closest('svg'));
    if (shapes.length && from !== 'sheet') {
      if (!shapes.some(shape => shape.closest('.sheet').dataset.page === page)) showPage(shapes[0].closest('.sheet').dataset.page);
      bringSheet(shapes);
    }
    const text = nodes.find(node => node.closest('.read'));
    if (text && from === 'sheet') text.scrollIntoView({ block: 'center' });
  }
  function clear() {
    setClass('on', []); setClass('lit', []); setClass('near', []);
    loupe.hidden = true;
  }

  // Which line of an area lies under the pointer: lines take no clicks themselves, gaps between them belong to the article.
  function lineAt(area, event) {
    const hit = all('.line', area).find(shape => {
      const box = shape.getBoundingClientRect();
      return event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    });
    return hit ? [hit.dataset.l] : [];
  }

  // A doubtful character as scanned, with some of its line on both sides.
  function openLoupe(mark) {
    const [number, x, y, width, height] = (mark.dataset.at || '').split(' ').map(Number);
    const picture = one(`.sheet[data-page="${number}"] image`), canvas = one('canvas', loupe);
    canvas.hidden = !picture || !width;
    one('ol', loupe).replaceChildren(...mark.dataset.readings.split('\u241f').map(reading => {
      const item = document.createElement('li');
      item.textContent = reading;
      return item;
    }));
    all('.sure', loupe).forEach(node => { node.textContent = mark.dataset.sure; });
    loupe.hidden = false;
    const at = mark.getBoundingClientRect(), own = loupe.getBoundingClientRect();
    const place = () => {
      const tall = loupe.getBoundingClientRect().height;
      loupe.style.left = Math.max(12, Math.min(at.left + at.width / 2 - own.width / 2, root.clientWidth - own.width - 12)) + 'px';
      loupe.style.top = (at.top > tall + 16 ? at.top - tall - 8 : at.bottom + 8) + 'px';
    };
    place();
    if (canvas.hidden) return;
    const image = new Image();
    image.onload = () => {
      const em = Math.max(width, height), wide = em * 9, high = em * 3;
      canvas.width = 640; canvas.height = Math.round(640 * high / wide);
      const pen = canvas.getContext('2d'), zoomed = canvas.width / wide;
      pen.fillStyle = '#fff';
      pen.fillRect(0, 0, canvas.width, canvas.height);
      pen.save();
      pen.scale(zoomed, zoomed);
      pen.translate(wide / 2 - x - width / 2, high / 2 - y - height / 2);
      pen.save();
      pen.transform(...JSON.parse(picture.dataset.map));
      pen.drawImage(image, 0, 0, picture.width.baseVal.value, picture.height.baseVal.value);
      pen.restore();
      pen.strokeStyle = getComputedStyle(root).getPropertyValue('--mark');
      pen.lineWidth = 2.5 / zoomed;
      pen.strokeRect(x - em * .08, y - em * .08, width + em * .16, height + em * .16);
      pen.restore();
      place();
    };
    image.src = picture.getAttribute('href');
  }
  function chooseDoubt(mark) {
    chooseLines([mark.closest('.l').dataset.l], 'text');
    const spot = one(`.spot[data-d="${mark.dataset.d}"]`);
    setClass('lit', [...nodesOf([mark.closest('.l').dataset.l]), mark, ...(spot ? [spot] : [])]);
    if (spot) bringSheet([spot]);
  }

  const step = (list, current, by) => list[(list.indexOf(current) + by + list.length) % list.length];
  function nextArticle(by) {
    if (!articles.length) return;
    const current = one('.art.on');
    const next = current ? step(articles, current, by) : articles[by > 0 ? 0 : articles.length - 1];
    setClass('lit', []);
    choose(next.dataset.a, 'keys');
    next.focus({ preventScroll: true });
  }
  function nextDoubt(by) {
    if (!doubts.length) return;
    const current = doubts.includes(document.activeElement) ? document.activeElement : null;
    const next = current ? step(doubts, current, by) : doubts[by > 0 ? 0 : doubts.length - 1];
    choose(next.closest('.art').dataset.a, 'text');
    next.scrollIntoView({ block: 'center', behavior: 'instant' });
    next.focus({ preventScroll: true });
  }
  function nextPage(by) {
    const next = step(all('.pages button'), one('.pages [aria-current="true"]'), by);
    if (next) next.click();
  }

  const actions = {
    theme: () => toggle('theme', 'dark', 'light'), ui: () => toggle('ui', 'en', 'zh'), doubt: () => nextDoubt(1),
    help: () => help.showModal(), close: () => help.close(), in: () => setZoom(zoom * 1.5), out: () => setZoom(zoom / 1.5), fit: () => setZoom(1),
  };
  const keys = {
    j: () => nextArticle(1), k: () => nextArticle(-1), d: () => nextDoubt(1), D: () => nextDoubt(-1), ']': () => nextPage(1), '[': () => nextPage(-1),
    '+': actions.in, '=': actions.in, '-': actions.out, 0: actions.fit, t: actions.theme, l: actions.ui, '?': actions.help,
    m: () => desk.classList.toggle('show-doubts'), Escape: clear,
  };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
    const own = document.activeElement;
    if ((event.key === 'Enter' || event.key === ' ') && own && own.matches('.art, .area')) {
      own.dispatchEvent(new MouseEvent('click', { bubbles: true }));
      return event.preventDefault();
    }
    if (keys[event.key]) { keys[event.key](); event.preventDefault(); }
  });

  document.addEventListener('click', event => {
    const target = event.target;
    const button = target.closest('button');
    if (button && button.dataset.do) return actions[button.dataset.do]();
    if (button && button.dataset.page) {
      showPage(button.dataset.page);
      const section = one('#page-' + button.dataset.page);
      if (section) section.scrollIntoView();
      return undefined;
    }
    if (button && button.dataset.line) return chooseLines([button.dataset.line], 'books');
    const area = target.closest('.area');
    if (area) {
      choose(area.dataset.a, 'sheet');
      return chooseLines(lineAt(area, event), 'sheet');
    }
    const mark = target.closest('mark');
    if (mark) mark.focus({ preventScroll: true });
    const card = target.closest('.art');
    if (!card) return undefined;
    choose(card.dataset.a, 'text');
    if (mark) return chooseDoubt(mark);
    const paragraph = target.closest('.b');
    return chooseLines(paragraph ? linesOf(paragraph) : [], 'text');
  });

  document.addEventListener('pointerover', event => {
    if (event.pointerType === 'touch') return;
    const area = event.target.closest('.area'), paragraph = event.target.closest('.b'), card = event.target.closest('.art');
    const article = area || card;
    const lines = paragraph ? linesOf(paragraph) : area ? lineAt(area, event) : [];
    setClass('near', [...nodesOf(lines), ...(article ? byArticle.get(article.dataset.a) || [] : [])]);
    const mark = event.target.closest('mark');
    if (mark) openLoupe(mark);
    else if (!doubts.includes(document.activeElement)) loupe.hidden = true;
  });
  document.addEventListener('focusin', event => {
    if (event.target.matches('mark')) { chooseDoubt(event.target); openLoupe(event.target); }
    else loupe.hidden = true;
  });
  read.addEventListener('scroll', () => {
    const own = document.activeElement;
    if (!loupe.hidden && own && own.matches('mark')) openLoupe(own);
  }, { passive: true });

  // The picture is moved as paper is: held and drawn. Fingers scroll it by themselves.
  let held = null;
  desk.addEventListener('pointerdown', event => {
    if (event.pointerType === 'mouse' && event.button === 0) held = { x: event.clientX, y: event.clientY, moved: false };
  });
  addEventListener('pointermove', event => {
    if (!held) return;
    if (Math.hypot(event.clientX - held.x, event.clientY - held.y) > 4) held.moved = true;
    if (!held.moved) return;
    desk.classList.add('held');
    desk.scrollBy(held.x - event.clientX, held.y - event.clientY);
    held.x = event.clientX; held.y = event.clientY;
  });
  addEventListener('pointerup', () => {
    const moved = held && held.moved;
    held = null;
    desk.classList.remove('held');
    if (moved) addEventListener('click', event => event.stopPropagation(), { capture: true, once: true });
    if (moved) setTimeout(() => dispatchEvent(new Event('click')), 0);
  });
  desk.addEventListener('wheel', event => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    setZoom(zoom * Math.exp(-event.deltaY / 300));
  }, { passive: false });

  addEventListener('resize', fit);
  const first = one('.pages button');
  if (first) showPage(first.dataset.page);
})();
