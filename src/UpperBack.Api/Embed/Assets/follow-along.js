// Leads through the exercises of a page one by one. All input is in the page: the exercises with their doses in data-
// attributes, the texts in data-texts. Where no hold is known there is no timer, and the person goes on when they are ready.
(() => {
  const root = document.querySelector('[data-upperback-follow-along]');
  const exercises = [...document.querySelectorAll('[data-exercise][data-order]')].sort((one, other) => one.dataset.order - other.dataset.order);
  if (!root || exercises.length === 0) return;

  const texts = JSON.parse(root.dataset.texts);
  const part = name => root.querySelector(`[data-part="${name}"]`);
  const button = action => root.querySelector(`[data-action="${action}"]`);
  const fill = (text, ...numbers) => text.replace(/\{(\d)\}/g, (_, index) => numbers[index]);
  const plurals = new Intl.PluralRules(document.documentElement.lang);
  const count = (forms, number) => fill(forms[plurals.select(number)] ?? forms.other, number);
  const getReadySeconds = 5;

  let steps = [];       // everything there is to do, in order
  let place = -1;       // which of the steps is shown; -1 when nobody follows along
  let secondsLeft = 0;  // of the step that is timed
  let endsAt = null;    // when the time is up; null while the timer stands still
  let ticking = null;
  let wakeLock = null;

  // One step for each hold, or for each set where nothing is held; a rest where one is known.
  function stepsOf(exercise, index) {
    const number = name => Number(exercise.dataset[name]) || 0;
    const sets = number('sets') || 1;
    const sides = exercise.dataset.perSide ? [texts.leftSide, texts.rightSide] : [null];
    const hold = number('holdSeconds');
    const repetitions = number('repetitions');
    const made = [];
    for (let set = 1; set <= sets; set++) {
      for (const side of sides) {
        for (let repetition = 1; repetition <= (hold && repetitions || 1); repetition++) {
          const which = [
            sets > 1 && fill(texts.set, set, sets),
            side,
            hold && repetitions > 1 && fill(texts.repetition, repetition, repetitions),
          ].filter(Boolean);
          if (hold && made.length > 0) made.push({ index, which, task: texts.getReady, seconds: getReadySeconds, isBetween: true });
          made.push(hold
            ? { index, which, task: texts.hold, seconds: hold }
            : { index, which, task: repetitions ? count(texts.repetitions, repetitions) : texts.atYourPace, seconds: 0 });
        }
      }
      if (set < sets && number('restSeconds')) made.push({ index, which: [], task: texts.rest, seconds: number('restSeconds') });
    }
    if (number('restAfterwards')) made.push({ index, which: [], task: texts.rest, seconds: number('restAfterwards') });
    made[0].isFirst = true;
    return made;
  }

  function start() {
    steps = exercises.flatMap(stepsOf);
    document.documentElement.dataset.following = '';
    part('invitation').hidden = true;
    part('player').hidden = false;
    go(0);
    part('progress').focus();
    root.scrollIntoView({ block: 'start' });
  }

  function close() {
    stopTimer();
    releaseScreen();
    place = -1;
    delete document.documentElement.dataset.following;
    exercises.forEach(exercise => delete exercise.dataset.current);
    part('invitation').hidden = false;
    part('player').hidden = true;
    part('announcement').textContent = '';
    button('start').focus();
  }

  // Shows a step. A timed step starts by itself after another; a new exercise waits for the person to start it.
  function go(to, runs = false) {
    stopTimer();
    place = Math.max(0, Math.min(to, steps.length));
    const step = steps[place];
    exercises.forEach((exercise, index) => {
      if (step && index === step.index) exercise.dataset.current = ''; else delete exercise.dataset.current;
    });
    secondsLeft = step?.seconds ?? 0;
    button('previous').disabled = place === 0;
    button('next').disabled = !step;
    if (step) showStep(step);
    else finish();
    if (runs && step?.seconds && !step.isFirst) startTimer();
    // A focused button that is hidden or disabled now would lose the keyboard focus.
    const focused = document.activeElement;
    if (focused?.hidden || focused?.disabled) button(step ? 'next' : 'close').focus();
  }

  function showStep(step) {
    keepScreen();
    const name = exercises[step.index].dataset.name;
    const which = step.which.join(', ');
    const progress = [fill(texts.exercise, step.index + 1, exercises.length), ...step.which].join(', ');
    show(progress, `${name}: ${step.task}`);
    announce([...(step.isFirst ? [progress, name] : [which]), step.task, step.seconds && count(texts.seconds, step.seconds)]);
  }

  function finish() {
    releaseScreen();
    show(texts.finished, '');
    announce([texts.finished]);
  }

  function show(progress, task) {
    part('progress').textContent = progress;
    part('task').textContent = task;
    showClock();
  }

  function showClock() {
    const isTimed = place >= 0 && (steps[place]?.seconds ?? 0) > 0;
    const seconds = Math.ceil(secondsLeft);
    part('clock').hidden = button('pause').hidden = !isTimed;
    part('clock').textContent = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    button('pause').textContent = endsAt ? texts.pause : secondsLeft < (steps[place]?.seconds ?? 0) ? texts.resume : texts.begin;
  }

  function announce(lines) {
    part('announcement').textContent = lines.filter(Boolean).join('. ');
  }

  function startTimer() {
    keepScreen();
    endsAt = performance.now() + secondsLeft * 1000;
    ticking = setInterval(tick, 200);
    showClock();
  }

  function stopTimer() {
    clearInterval(ticking);
    ticking = endsAt = null;
  }

  function tick() {
    secondsLeft = Math.max(0, (endsAt - performance.now()) / 1000);
    if (secondsLeft === 0) go(place + 1, true);
    else showClock();
  }

  function pauseOrGoOn() {
    if (!steps[place]?.seconds) return;
    if (!endsAt) return startTimer();
    stopTimer();
    releaseScreen();
    showClock();
    announce([texts.pause]);
  }

  // The screen stays on while somebody follows along, where the browser supports and allows it.
  async function keepScreen() {
    if (wakeLock || document.visibilityState !== 'visible') return;
    try {
      const lock = await navigator.wakeLock?.request('screen');
      if (!lock) return;
      if (place < 0) return lock.release();
      wakeLock = lock;
      lock.addEventListener('release', () => { if (wakeLock === lock) wakeLock = null; });
    } catch { /* Not allowed here: then the screen goes off as it always does. */ }
  }

  function releaseScreen() {
    wakeLock?.release();
    wakeLock = null;
  }

  // Moving by hand skips the time to get ready.
  const move = by => go(place + (steps[place + by]?.isBetween ? 2 * by : by));
  const actions = { start, close, pause: pauseOrGoOn, next: () => move(1), previous: () => move(-1) };
  const keys = { ArrowRight: 'next', ArrowLeft: 'previous', Escape: 'close', ' ': 'pause' };

  root.addEventListener('click', event => actions[event.target.closest('[data-action]')?.dataset.action]?.());
  document.addEventListener('keydown', event => {
    const action = keys[event.key];
    const isTheirs = event.altKey || event.ctrlKey || event.metaKey || (event.key === ' ' && event.target.closest('a, button, input, summary'));
    if (place < 0 || !action || isTheirs) return;
    event.preventDefault();
    actions[action]();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible') releaseScreen();
    else if (place >= 0 && (endsAt || !steps[place]?.seconds)) keepScreen();
  });

  root.hidden = false;
})();
