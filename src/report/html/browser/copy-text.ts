import { element } from './element.ts';
import type { PageWords } from './page-words.ts';

/** A button that copies the result of `text` and then shows that it did. `label` is its name for screen readers. */
export function copyButton(name: string, label: string, words: PageWords, text: () => string): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'copy', 'aria-label': label, title: label }, name);
  button.addEventListener('click', async () => {
    if (!(await copied(text(), words))) return;
    button.textContent = words.text('list.copied');
    button.setAttribute('aria-label', words.text('list.copied'));
    setTimeout(() => {
      button.textContent = name;
      button.setAttribute('aria-label', label);
    }, 1500);
  });
  return button;
}

/** Pages opened from disk may have no clipboard API: then the older command, and as a last resort a box with the text selected. */
async function copied(text: string, words: PageWords): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedFromBox(text, words);
  }
}

function copiedFromBox(text: string, words: PageWords): boolean {
  const box = element('textarea', { readonly: true, rows: 10, 'aria-label': words.text('list.copy-box') });
  box.value = text;
  const close = element('button', { type: 'button' }, words.text('list.close'));
  const dialog = element('dialog', {}, element('p', {}, words.text('list.copy-by-hand')), box, close);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  // The browser returns the focus to the button when the dialog closes.
  dialog.showModal();
  box.select();
  let done = false;
  try {
    done = document.execCommand('copy');
  } catch {
    // The dialog stays open, and the reader copies by hand.
  }
  if (done) dialog.close();
  return done;
}
