// The guided tour: a light on one part of the window after the other, with two sentences beside it.

import 'driver.js/dist/driver.css';
import './tour.css';
import { type Config, driver } from 'driver.js';
import { t } from '../../i18n/index.svelte';
import { steps } from './steps';

/** The library calls the lit part the opener of its bubble, which it is not. */
function noOpener(element: Element | undefined): void {
  for (const name of ['aria-haspopup', 'aria-expanded', 'aria-controls']) element?.removeAttribute(name);
}

/** Takes a user through the parts that are in sight; `ended` is called when they are through or have had enough. */
export function startTour(ended: () => void): () => void {
  const present = steps.flatMap((step) => {
    const element = document.querySelector(`[data-tour="${step.at}"]`);
    return element instanceof HTMLElement && element.offsetParent !== null ? [{ ...step, element }] : [];
  });
  const config: Config = {
    // Keys pressed while the light wanders would be lost; on weak machines it wanders long. Even standing still it takes a frame, and
    // the library's own keys are deaf until then.
    animate: false,
    allowKeyboardControl: false,
    overlayColor: '#101418',
    overlayOpacity: 0.45,
    stagePadding: 4,
    stageRadius: 8,
    disableActiveInteraction: true,
    popoverClass: 'tour',
    showButtons: ['previous', 'next', 'close'],
    showProgress: true,
    // The library writes its texts as HTML: it is given none, and the sentences are put in as text.
    onPopoverRender(popover, { driver: tour }) {
      const at = tour.getActiveIndex() ?? 0;
      const step = present[at];
      if (!step) return;
      popover.title.textContent = t(step.title);
      popover.description.textContent = t(step.text);
      popover.progress.textContent = `${at + 1} / ${present.length}`;
      popover.previousButton.textContent = t('tour.back');
      popover.nextButton.textContent = t(at === present.length - 1 ? 'tour.done' : 'tour.next');
      popover.closeButton.setAttribute('aria-label', t('tour.leave'));
      popover.closeButton.title = t('tour.leave');
      requestAnimationFrame(() => {
        // Enter goes on; without this the cross that ends the tour would have the focus.
        popover.nextButton.focus();
        noOpener(step.element);
      });
      for (const part of [popover.title, popover.description]) part.style.display = 'block';
    },
    onHighlighted: (element) => noOpener(element),
    onDestroyed() {
      window.removeEventListener('keydown', pressed);
      ended();
    },
    steps: present.map(({ element, side }) => ({
      element,
      popover: { title: ' ', description: ' ', side, align: 'start' as const },
    })),
  };
  const tour = driver(config);
  const moves: Record<string, () => void> = {
    ArrowRight: () => tour.moveNext(),
    ArrowLeft: () => tour.movePrevious(),
    Escape: () => tour.destroy(),
  };
  function pressed(event: KeyboardEvent): void {
    const move = moves[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move();
  }
  window.addEventListener('keydown', pressed);
  tour.drive();
  return () => tour.destroy();
}
