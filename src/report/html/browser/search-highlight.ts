const HIGHLIGHT = 'found';

/** Highlights the words of a search without changing the page (CSS Custom Highlights, where the browser has them). */
export function highlightMatches(inside: Element, text: string): void {
  if (!('highlights' in CSS)) return;
  CSS.highlights.delete(HIGHLIGHT);
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return;
  const found = new Highlight();
  const nodes = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
    const content = node.textContent?.toLowerCase() ?? '';
    for (const word of words) {
      for (let at = content.indexOf(word); at >= 0; at = content.indexOf(word, at + word.length)) {
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, Math.min(at + word.length, node.textContent?.length ?? 0));
        found.add(range);
      }
    }
  }
  CSS.highlights.set(HIGHLIGHT, found);
}
