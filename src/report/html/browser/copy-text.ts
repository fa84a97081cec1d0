import { element } from './element.ts';

/** A button that copies what `text` gives when it is pressed, and says so. `label` is what a screen reader calls it. */
export function copyButton(name: string, label: string, text: () => string): HTMLButtonElement {
  const button = element('button', { type: 'button', class: 'copy', 'aria-label': label, title: label }, name);
  button.addEventListener('click', async () => {
    if (!(await copied(text()))) return;
    button.textContent = 'Copied';
    button.setAttribute('aria-label', 'Copied');
    setTimeout(() => {
      button.textContent = name;
      button.setAttribute('aria-label', label);
    }, 1500);
  });
  return button;
}

/** Pages from disk may not have the clipboard; then the older way, and at last a box in which the text is selected. */
async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copiedFromBox(text);
  }
}

function copiedFromBox(text: string): boolean {
  const box = element('textarea', { readonly: true, rows: 10, 'aria-label': 'Text to copy' });
  box.value = text;
  const close = element('button', { type: 'button' }, 'Close');
  const dialog = element('dialog', {}, element('p', {}, 'Press Ctrl+C (⌘C) to copy:'), box, close);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  // Focus goes back to the button by itself when the dialog closes.
  dialog.showModal();
  box.select();
  let done = false;
  try {
    done = document.execCommand('copy');
  } catch {
    // Then it is up to the reader.
  }
  if (done) dialog.close();
  return done;
}
