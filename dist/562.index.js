export const id = 562;
export const ids = [562];
export const modules = {

/***/ 80066:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   g: () => (/* binding */ canarySection),
/* harmony export */   j: () => (/* binding */ canaryTable)
/* harmony export */ });
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18944);
/* harmony import */ var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69470);


const CHARACTERS = 500;
const TONES = {
    ok: 'good',
    warning: 'warn',
    error: 'bad',
};
const TITLE = 'The password canary';
/** What became of the accounts of the canary, for the page; nothing when there was none. */
function canaryTable({ canary }) {
    if (canary === undefined)
        return '';
    const rows = canary.findings.map(({ outcome, severity, message, hint }) => [
        `<span class="outcome ${TONES[severity]}">${outcome}</span>`,
        `${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(message, CHARACTERS)}<div class="hint">${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(hint, CHARACTERS)}</div>`,
    ]);
    return (0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .tableSection */ .Yc)(TITLE, ['Outcome', 'What was found'], rows, { caption: (0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(canary.proves, CHARACTERS) });
}
/** The same for the job summary. */
function canarySection({ canary }) {
    const items = (canary?.findings ?? []).map(({ outcome, message, hint }) => {
        return `| ${outcome} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(`${message} ${hint}`.trim(), CHARACTERS))} |`;
    });
    return {
        name: 'accounts of the canary',
        head: [
            `### ${TITLE}`,
            '',
            (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(canary?.proves ?? ''),
            '',
            '| Outcome | What was found |',
            '| --- | --- |',
        ],
        items,
    };
}


/***/ }),

/***/ 5696:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ checkTable),
/* harmony export */   U: () => (/* binding */ checkSection)
/* harmony export */ });
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18944);
/* harmony import */ var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95064);
/* harmony import */ var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69470);



const TITLE = 'The check of the tenant';
const LISTED = 50;
const CHARACTERS = 500;
const TONES = { error: 'bad', warning: 'warn', notice: 'calm' };
/** What the check of the tenant found, for the page; nothing when there was none. */
function checkTable({ check }) {
    if (check === undefined)
        return '';
    const caption = `Compared: ${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(check.checked.join(', '), CHARACTERS)}.`;
    const rows = check.findings.map(({ severity, code: name, subject, message, hint }) => [
        `<span class="outcome ${TONES[severity]}">${severity}</span>`,
        (0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(name, 100),
        (0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(subject, 200),
        `${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(message, CHARACTERS)}<div class="hint">${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(hint, CHARACTERS)}</div>`,
    ]);
    if (rows.length === 0)
        return `<section>\n<h2>${TITLE}</h2>\n<p>${caption} Nothing is wrong.</p>\n</section>\n`;
    return (0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .tableSection */ .Yc)(TITLE, ['Severity', 'Code', 'About', 'What is wrong, and what to do'], rows, { caption });
}
/** The same for the job summary, with a line that says what was compared. */
function checkSection({ mode, check }) {
    const findings = check?.findings ?? [];
    const items = findings.slice(0, LISTED).map(item);
    if (findings.length > LISTED)
        items.push(`| and ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(findings.length - LISTED)} more | | | |`);
    if (mode === 'check' && check !== undefined && items.length === 0)
        items.push('| nothing | | | |');
    return {
        name: 'findings of the check',
        head: [
            `### ${TITLE}`,
            '',
            `Compared: ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)(check?.checked.join(', ') ?? '')}.`,
            '',
            '| Severity | Code | About | What is wrong, and what to do |',
            '| --- | --- | --- | --- |',
        ],
        items,
    };
}
function item({ severity, code: name, subject, message, hint }) {
    const what = (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(`${message} ${hint}`.trim(), CHARACTERS));
    return `| ${severity} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(name)} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(subject, 100))} | ${what} |`;
}


/***/ }),

/***/ 56650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Y: () => (/* binding */ deltaSection),
/* harmony export */   b: () => (/* binding */ deltaList)
/* harmony export */ });
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18944);
/* harmony import */ var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95064);
/* harmony import */ var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69470);



const TITLE = 'Compared with the last state';
const LISTED = 1_000;
/** How the export differs from the last state, for the page; nothing when there was none to compare with. */
function deltaList({ delta }) {
    if (delta === null || delta.from === null)
        return '';
    const facts = [['State', `${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(delta.from, 300)}, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(delta.known, 'user')}`], ...factsOf(delta)];
    return `<section>
<h2>${TITLE}</h2>
<dl>
${facts.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>\n`).join('')}</dl>
${missingSubs(delta.missing.subs)}</section>
`;
}
/** The same for the job summary, without the list of who is missing. */
function deltaSection({ delta }) {
    const name = 'facts about the last state';
    if (delta === null || delta.from === null)
        return { name, head: [], items: [] };
    const state = `| State | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(delta.from, 300))}, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(delta.known, 'user')} |`;
    return {
        name,
        head: [`### ${TITLE}`, '', '| | |', '| --- | --- |'],
        items: [state, ...factsOf(delta).map(([fact, value]) => `| ${fact} | ${value} |`)],
    };
}
/** Names and values, made of numbers and words of ours alone. */
function factsOf({ new: fresh, changed, unchanged, missing, subChanged, recreated }) {
    const first = missing.total === 0 ? '' : `, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(missing.new)} of them for the first time`;
    const facts = [
        ['New', (0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(fresh)],
        ['Changed', (0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(changed)],
        ['Unchanged', (0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(unchanged)],
        ['Missing', `${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(missing.total)}${first}`],
        ['Other sub', rowsOf(subChanged)],
        ['Created anew', rowsOf(recreated)],
    ];
    return facts.filter(([, value]) => value !== '');
}
function rowsOf(rows) {
    if (rows.length === 0)
        return '';
    const first = rows.slice(0, 20).join(', ');
    const more = rows.length > 20 ? ` … (${rows.length < LISTED ? (0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(rows.length) : `${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(LISTED)} or more`})` : '';
    return `${rows.length === 1 ? 'row' : 'rows'} ${first}${more}`;
}
function missingSubs(subs) {
    if (subs.length === 0)
        return '';
    const items = subs.slice(0, LISTED).map((sub) => `<li>${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(sub, 200)}</li>`);
    return `<details>
<summary>Who is missing for the first time</summary>
<ul class="subs" tabindex="0">${items.join('')}</ul>
</details>
`;
}


/***/ }),

/***/ 69470:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Pb: () => (/* binding */ tableStart),
/* harmony export */   Pj: () => (/* binding */ TABLE_END),
/* harmony export */   Qq: () => (/* binding */ text),
/* harmony export */   Yc: () => (/* binding */ tableSection),
/* harmony export */   aY: () => (/* binding */ code),
/* harmony export */   jD: () => (/* binding */ tableRow)
/* harmony export */ });
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18944);

/** A section of the page with a table; cells are HTML already. A column whose name starts with `#` holds numbers. */
function tableSection(title, columns, rows, style = {}) {
    if (rows.length === 0)
        return '';
    const body = rows.map((cells) => tableRow(columns, cells)).join('');
    return `<section${style.className === undefined ? '' : ` class="${style.className}"`}>
${tableStart(title, columns, style)}${body}${TABLE_END}</section>
`;
}
/** The same in parts and without the section, for a table that is streamed. */
function tableStart(title, columns, { caption = '', heading = true } = {}) {
    const cells = columns.map((column) => `<th scope="col"${numeric(column)}>${column.replace(/^#/, '')}</th>`);
    return `${heading ? `<h2>${title}</h2>\n` : ''}<div class="scroll" tabindex="0" role="region" aria-label="${title}">
<table>
${caption === '' ? '' : `<caption>${caption}</caption>\n`}<thead>
<tr>${cells.join('')}</tr>
</thead>
<tbody>
`;
}
const TABLE_END = `</tbody>
</table>
</div>
`;
/** `ms` marks the row for the charts above it. */
function tableRow(columns, cells, ms) {
    const row = cells.map((cell, index) => `<td${numeric(columns[index] ?? '')}>${cell}</td>`).join('');
    return `<tr${ms === undefined ? '' : ` data-ms="${ms}"`}>${row}</tr>\n`;
}
/** Anybody's text as HTML, at most so many characters of it. */
function text(value, characters) {
    return (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeHtml */ .ZD)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(value, characters));
}
function code(value, characters, tone = '') {
    return `<code${tone === '' ? '' : ` class="${tone}"`}>${text(value, characters)}</code>`;
}
function numeric(column) {
    return column.startsWith('#') ? ' class="number"' : '';
}


/***/ }),

/***/ 35562:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  reportHtml: () => (/* binding */ reportHtml)
});

;// CONCATENATED MODULE: ./lib/generated/page-assets.js
// Written by `npm run build:page` from src/report/html/browser/: do not change it by hand.
/** The script of report.html. */
const PAGE_SCRIPT = [
    "",
    "(function() {",
    "\tfunction chartCursor() {",
    "\t\tconst section = document.querySelector(\".charts\");",
    "\t\tconst plots = section?.querySelector(\".plots\");",
    "\t\tconst readout = section?.querySelector(\".readout\");",
    "\t\tif (!section || !plots || !readout) return;",
    "\t\tconst spanMs = Number(section.dataset.span);",
    "\t\tconst bucketMs = Number(section.dataset.bucket);",
    "\t\tconst names = Array.from(section.querySelectorAll(\"th\"), (header) => header.textContent ?? \"\");",
    "\t\tconst lines = new Map();",
    "\t\tfor (const row of section.querySelectorAll(\"tr[data-ms]\")) {",
    "\t\t\tconst said = Array.from(row.children, (cell, index) => [names[index], cell.textContent ?? \"\"]).filter(([, value]) => value !== \"\").map(([name, value]) => `${name} ${value}`);",
    "\t\t\tlines.set(Number(row.dataset.ms), said.join(\" · \"));",
    "\t\t}",
    "\t\tconst unsaid = readout.textContent;",
    "\t\tconst cursors = [...plots.querySelectorAll(\".cursor\")];",
    "\t\tplots.addEventListener(\"pointermove\", (event) => {",
    "\t\t\tconst box = plots.querySelector(\"svg\")?.getBoundingClientRect();",
    "\t\t\tif (box === void 0 || box.width === 0) return;",
    "\t\t\tconst share = Math.min(.9999, Math.max(0, (event.clientX - box.left) / box.width));",
    "\t\t\tconst ms = Math.floor(share * spanMs / bucketMs) * bucketMs;",
    "\t\t\treadout.textContent = lines.get(ms) ?? \"Nothing ended here.\";",
    "\t\t\tfor (const cursor of cursors) {",
    "\t\t\t\tcursor.setAttribute(\"x1\", String(share * 1e3));",
    "\t\t\t\tcursor.setAttribute(\"x2\", String(share * 1e3));",
    "\t\t\t}",
    "\t\t\tplots.classList.add(\"pointed\");",
    "\t\t});",
    "\t\tplots.addEventListener(\"pointerleave\", () => {",
    "\t\t\tplots.classList.remove(\"pointed\");",
    "\t\t\treadout.textContent = unsaid;",
    "\t\t});",
    "\t}",
    "\tfunction element(tag, attributes = {}, ...children) {",
    "\t\tconst made = document.createElement(tag);",
    "\t\tfor (const [name, value] of Object.entries(attributes)) if (value !== null && value !== false) made.setAttribute(name, value === true ? \"\" : String(value));",
    "\t\tmade.append(...children);",
    "\t\treturn made;",
    "\t}",
    "\tfunction copyButton(name, label, text) {",
    "\t\tconst button = element(\"button\", {",
    "\t\t\ttype: \"button\",",
    "\t\t\tclass: \"copy\",",
    "\t\t\t\"aria-label\": label,",
    "\t\t\ttitle: label",
    "\t\t}, name);",
    "\t\tbutton.addEventListener(\"click\", async () => {",
    "\t\t\tif (!await copied(text())) return;",
    "\t\t\tbutton.textContent = \"Copied\";",
    "\t\t\tbutton.setAttribute(\"aria-label\", \"Copied\");",
    "\t\t\tsetTimeout(() => {",
    "\t\t\t\tbutton.textContent = name;",
    "\t\t\t\tbutton.setAttribute(\"aria-label\", label);",
    "\t\t\t}, 1500);",
    "\t\t});",
    "\t\treturn button;",
    "\t}",
    "\tasync function copied(text) {",
    "\t\ttry {",
    "\t\t\tawait navigator.clipboard.writeText(text);",
    "\t\t\treturn true;",
    "\t\t} catch {",
    "\t\t\treturn copiedFromBox(text);",
    "\t\t}",
    "\t}",
    "\tfunction copiedFromBox(text) {",
    "\t\tconst box = element(\"textarea\", {",
    "\t\t\treadonly: true,",
    "\t\t\trows: 10,",
    "\t\t\t\"aria-label\": \"Text to copy\"",
    "\t\t});",
    "\t\tbox.value = text;",
    "\t\tconst close = element(\"button\", { type: \"button\" }, \"Close\");",
    "\t\tconst dialog = element(\"dialog\", {}, element(\"p\", {}, \"Press Ctrl+C (⌘C) to copy:\"), box, close);",
    "\t\tclose.addEventListener(\"click\", () => dialog.close());",
    "\t\tdialog.addEventListener(\"close\", () => dialog.remove());",
    "\t\tdocument.body.append(dialog);",
    "\t\tdialog.showModal();",
    "\t\tbox.select();",
    "\t\tlet done = false;",
    "\t\ttry {",
    "\t\t\tdone = document.execCommand(\"copy\");",
    "\t\t} catch {}",
    "\t\tif (done) dialog.close();",
    "\t\treturn done;",
    "\t}",
    "\tfunction count(value) {",
    "\t\treturn String(Math.round(value)).replace(/\\B(?=(?:\\d{3})+$)/g, \",\");",
    "\t}",
    "\tfunction counted(value, one, many = `${one}s`) {",
    "\t\treturn `${count(value)} ${value === 1 ? one : many}`;",
    "\t}",
    "\tfunction rowText(row) {",
    "\t\tconst code = row.code === null || row.code === row.outcome ? \"\" : ` (${row.code})`;",
    "\t\treturn `${[",
    "\t\t\t`Row ${row.row}, ${row.file}:${row.line}: ${row.outcome}${code}`,",
    "\t\t\tline(\"Field\", row.field),",
    "\t\t\tline(\"Message\", row.message),",
    "\t\t\tline(\"Hint\", row.hint),",
    "\t\t\tline(\"Same user as row\", row.duplicateOf),",
    "\t\t\tline(\"sub\", row.sub),",
    "\t\t\tline(\"email\", row.email),",
    "\t\t\tline(\"username\", row.username),",
    "\t\t\tline(\"mobile_number\", row.mobile_number),",
    "\t\t\tline(\"Requests\", row.attempts === 0 ? null : row.attempts)",
    "\t\t].filter((text) => text !== \"\").join(\"\\n\")}\\n`;",
    "\t}",
    "\tfunction line(name, value) {",
    "\t\treturn value === null ? \"\" : `${name}: ${value}`;",
    "\t}",
    "\tconst TITLES = {",
    "\t\trow: \"Row\",",
    "\t\twhere: \"Where\",",
    "\t\toutcome: \"Outcome\",",
    "\t\tcode: \"Code\",",
    "\t\tmessage: \"What is wrong, and what to do\",",
    "\t\tuser: \"User\"",
    "\t};",
    "\tconst COLUMNS = Object.keys(TITLES);",
    "\tfunction failuresTable(onSort) {",
    "\t\tconst headers = COLUMNS.map((column) => header(column, onSort));",
    "\t\tconst last = element(\"th\", {",
    "\t\t\tscope: \"col\",",
    "\t\t\trole: \"columnheader\",",
    "\t\t\tclass: \"in-copy\"",
    "\t\t}, \"Copy\");",
    "\t\tconst head = element(\"tr\", {",
    "\t\t\trole: \"row\",",
    "\t\t\t\"aria-rowindex\": 1",
    "\t\t}, ...headers, last);",
    "\t\tconst body = element(\"tbody\", { role: \"rowgroup\" });",
    "\t\tconst table = element(\"table\", {",
    "\t\t\tclass: \"failures\",",
    "\t\t\trole: \"table\",",
    "\t\t\t\"aria-labelledby\": \"failures-title\"",
    "\t\t}, element(\"thead\", { role: \"rowgroup\" }, head), body);",
    "\t\tfunction show({ rows, from, selected, view }) {",
    "\t\t\tfor (const [index, column] of COLUMNS.entries()) {",
    "\t\t\t\tconst direction = view.descending ? \"descending\" : \"ascending\";",
    "\t\t\t\theaders[index]?.setAttribute(\"aria-sort\", view.sort === column ? direction : \"none\");",
    "\t\t\t}",
    "\t\t\ttable.setAttribute(\"aria-rowcount\", String(selected + 1));",
    "\t\t\tbody.replaceChildren(...rows.map((row, index) => tableRow(row, from + index + 2)));",
    "\t\t}",
    "\t\treturn {",
    "\t\t\ttable,",
    "\t\t\tbody,",
    "\t\t\tshow",
    "\t\t};",
    "\t}",
    "\tfunction header(column, onSort) {",
    "\t\tconst button = element(\"button\", { type: \"button\" }, TITLES[column]);",
    "\t\tbutton.addEventListener(\"click\", () => onSort(column));",
    "\t\treturn element(\"th\", {",
    "\t\t\tscope: \"col\",",
    "\t\t\trole: \"columnheader\",",
    "\t\t\tclass: `in-${column}`",
    "\t\t}, button);",
    "\t}",
    "\tfunction tableRow(row, index) {",
    "\t\tconst { outcome, code, field, attempts } = row;",
    "\t\treturn element(\"tr\", {",
    "\t\t\trole: \"row\",",
    "\t\t\t\"aria-rowindex\": index",
    "\t\t}, cell(\"row\", String(row.row)), cell(\"where\", element(\"code\", {}, `${row.file}:${row.line}`)), cell(\"outcome\", element(\"span\", { class: `outcome ${outcome}` }, outcome), ...attempts > 1 ? [detail(`${attempts} requests`)] : []), cell(\"code\", ...code === null ? [] : [element(\"code\", {}, code)], ...field === null ? [] : [detail(field)]), cell(\"message\", ...explanation(row)), cell(\"user\", ...identifiers(row)), cell(\"copy\", ...copies(row)));",
    "\t}",
    "\tfunction explanation({ message, duplicateOf, hint }) {",
    "\t\tconst parts = [];",
    "\t\tif (message !== null) parts.push(element(\"div\", {}, message));",
    "\t\tif (duplicateOf !== null && !message?.includes(`row ${duplicateOf}`)) parts.push(element(\"div\", {}, `Same user as row ${duplicateOf}.`));",
    "\t\tif (hint !== null) parts.push(element(\"div\", { class: \"hint\" }, hint));",
    "\t\treturn parts;",
    "\t}",
    "\tfunction identifiers({ sub, email, username, mobile_number }) {",
    "\t\treturn Object.entries({",
    "\t\t\temail,",
    "\t\t\tusername,",
    "\t\t\tmobile_number,",
    "\t\t\tsub",
    "\t\t}).flatMap(([name, value]) => value === null ? [] : [element(\"code\", {",
    "\t\t\tclass: name,",
    "\t\t\ttitle: name",
    "\t\t}, value)]);",
    "\t}",
    "\tfunction copies(row) {",
    "\t\tconst { hint } = row;",
    "\t\tconst whole = copyButton(\"Row\", `Copy row ${row.row} as text`, () => rowText(row));",
    "\t\treturn hint === null ? [whole] : [whole, copyButton(\"Hint\", `Copy the hint for row ${row.row}`, () => hint)];",
    "\t}",
    "\tfunction cell(column, ...children) {",
    "\t\treturn element(\"td\", {",
    "\t\t\trole: \"cell\",",
    "\t\t\tclass: `in-${column}`",
    "\t\t}, ...children);",
    "\t}",
    "\tfunction detail(text) {",
    "\t\treturn element(\"div\", { class: \"detail\" }, text);",
    "\t}",
    "\tconst SORT_COLUMNS = [",
    "\t\t\"row\",",
    "\t\t\"where\",",
    "\t\t\"outcome\",",
    "\t\t\"code\",",
    "\t\t\"message\",",
    "\t\t\"user\"",
    "\t];",
    "\tconst PAGE_SIZES = [",
    "\t\t25,",
    "\t\t50,",
    "\t\t100,",
    "\t\t250",
    "\t];",
    "\tconst FIRST_VIEW = {",
    "\t\ttext: \"\",",
    "\t\toutcomes: [],",
    "\t\tcode: null,",
    "\t\tsort: \"row\",",
    "\t\tdescending: false,",
    "\t\tpage: 1,",
    "\t\tsize: 50",
    "\t};",
    "\tfunction readView(hash) {",
    "\t\tconst named = new URLSearchParams(hash.replace(/^#/, \"\"));",
    "\t\tconst sort = named.get(\"sort\") ?? \"\";",
    "\t\tconst column = SORT_COLUMNS.find((name) => name === sort.replace(/^-/, \"\"));",
    "\t\tconst size = PAGE_SIZES.find((rows) => String(rows) === named.get(\"size\"));",
    "\t\tconst page = Number(named.get(\"page\"));",
    "\t\treturn {",
    "\t\t\ttext: named.get(\"q\") ?? FIRST_VIEW.text,",
    "\t\t\toutcomes: (named.get(\"outcome\") ?? \"\").split(\",\").filter((outcome) => outcome !== \"\"),",
    "\t\t\tcode: named.get(\"code\"),",
    "\t\t\tsort: column ?? FIRST_VIEW.sort,",
    "\t\t\tdescending: column !== void 0 && sort.startsWith(\"-\"),",
    "\t\t\tpage: Number.isSafeInteger(page) && page > 0 ? page : FIRST_VIEW.page,",
    "\t\t\tsize: size ?? FIRST_VIEW.size",
    "\t\t};",
    "\t}",
    "\tfunction writeView({ text, outcomes, code, sort, descending, page, size }) {",
    "\t\tconst named = new URLSearchParams();",
    "\t\tif (text !== \"\") named.set(\"q\", text);",
    "\t\tif (outcomes.length > 0) named.set(\"outcome\", outcomes.join(\",\"));",
    "\t\tif (code !== null) named.set(\"code\", code);",
    "\t\tif (sort !== FIRST_VIEW.sort || descending) named.set(\"sort\", `${descending ? \"-\" : \"\"}${sort}`);",
    "\t\tif (page !== FIRST_VIEW.page) named.set(\"page\", String(page));",
    "\t\tif (size !== FIRST_VIEW.size) named.set(\"size\", String(size));",
    "\t\treturn `#${named}`;",
    "\t}",
    "\tconst TYPING_MS = 120;",
    "\tfunction filters(rows, change) {",
    "\t\tconst search = element(\"input\", {",
    "\t\t\ttype: \"search\",",
    "\t\t\tclass: \"wide\",",
    "\t\t\tplaceholder: \"row, file:line, code, message, sub, user\",",
    "\t\t\tautocomplete: \"off\",",
    "\t\t\tspellcheck: \"false\"",
    "\t\t});",
    "\t\tlet typing;",
    "\t\tsearch.addEventListener(\"input\", () => {",
    "\t\t\tclearTimeout(typing);",
    "\t\t\ttyping = setTimeout(() => change({ text: search.value.trim() }), TYPING_MS);",
    "\t\t});",
    "\t\tconst code = element(\"select\", {}, element(\"option\", { value: \"\" }, \"all\"));",
    "\t\tfor (const [name, number] of tally(rows, \"code\")) code.append(element(\"option\", { value: name }, `${name} (${count(number)})`));",
    "\t\tcode.addEventListener(\"change\", () => change({ code: code.value === \"\" ? null : code.value }));",
    "\t\tconst boxes = tally(rows, \"outcome\").map(([outcome, number]) => {",
    "\t\t\tconst box = element(\"input\", {",
    "\t\t\t\ttype: \"checkbox\",",
    "\t\t\t\tvalue: outcome",
    "\t\t\t});",
    "\t\t\tbox.addEventListener(\"change\", () => change({ outcomes: checked() }));",
    "\t\t\treturn {",
    "\t\t\t\tbox,",
    "\t\t\t\tlabel: element(\"label\", { class: `outcome ${outcome}` }, box, outcome, \" \", element(\"span\", {}, count(number)))",
    "\t\t\t};",
    "\t\t});",
    "\t\tconst checked = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);",
    "\t\tconst outcomes = element(\"fieldset\", {}, element(\"legend\", {}, \"Outcome\"), ...boxes.map(({ label }) => label));",
    "\t\tconst size = element(\"select\", {}, ...PAGE_SIZES.map((rows) => element(\"option\", {}, String(rows))));",
    "\t\tsize.addEventListener(\"change\", () => change({ size: Number(size.value) }));",
    "\t\tconst clear = element(\"button\", { type: \"button\" }, \"Clear\");",
    "\t\tclear.addEventListener(\"click\", () => {",
    "\t\t\tchange({",
    "\t\t\t\ttext: \"\",",
    "\t\t\t\toutcomes: [],",
    "\t\t\t\tcode: null",
    "\t\t\t});",
    "\t\t\tsearch.focus();",
    "\t\t});",
    "\t\treturn {",
    "\t\t\tform: element(\"search\", {",
    "\t\t\t\tclass: \"filters\",",
    "\t\t\t\t\"aria-label\": \"Failures\"",
    "\t\t\t}, element(\"label\", { class: \"grow\" }, element(\"span\", {}, \"Search\"), search), element(\"label\", {}, element(\"span\", {}, \"Code\"), code), outcomes, clear),",
    "\t\t\tsizes: element(\"label\", {}, element(\"span\", {}, \"Rows a page\"), size),",
    "\t\t\tshow(view) {",
    "\t\t\t\tif (search.value.trim() !== view.text) search.value = view.text;",
    "\t\t\t\tcode.value = view.code ?? \"\";",
    "\t\t\t\tsize.value = String(view.size);",
    "\t\t\t\tfor (const { box } of boxes) box.checked = view.outcomes.includes(box.value);",
    "\t\t\t\tclear.hidden = view.text === FIRST_VIEW.text && view.outcomes.length === 0 && view.code === null;",
    "\t\t\t}",
    "\t\t};",
    "\t}",
    "\tfunction tally(rows, column) {",
    "\t\tconst counts = new Map();",
    "\t\tfor (const row of rows) {",
    "\t\t\tconst value = row[column];",
    "\t\t\tif (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);",
    "\t\t}",
    "\t\treturn [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));",
    "\t}",
    "\tconst NAME = \"found\";",
    "\tfunction markFound(inside, text) {",
    "\t\tif (!(\"highlights\" in CSS)) return;",
    "\t\tCSS.highlights.delete(NAME);",
    "\t\tconst words = text.toLowerCase().split(/\\s+/).filter(Boolean);",
    "\t\tif (words.length === 0) return;",
    "\t\tconst found = new Highlight();",
    "\t\tconst nodes = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);",
    "\t\tfor (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {",
    "\t\t\tconst content = node.textContent?.toLowerCase() ?? \"\";",
    "\t\t\tfor (const word of words) for (let at = content.indexOf(word); at >= 0; at = content.indexOf(word, at + word.length)) {",
    "\t\t\t\tconst range = new Range();",
    "\t\t\t\trange.setStart(node, at);",
    "\t\t\t\trange.setEnd(node, Math.min(at + word.length, node.textContent?.length ?? 0));",
    "\t\t\t\tfound.add(range);",
    "\t\t\t}",
    "\t\t}",
    "\t\tCSS.highlights.set(NAME, found);",
    "\t}",
    "\tfunction pager(label, go) {",
    "\t\tlet current = 1;",
    "\t\tlet last = 1;",
    "\t\tconst input = element(\"input\", {",
    "\t\t\ttype: \"number\",",
    "\t\t\tmin: 1,",
    "\t\t\tinputmode: \"numeric\",",
    "\t\t\t\"aria-label\": \"Page\"",
    "\t\t});",
    "\t\tconst total = element(\"span\");",
    "\t\tconst steps = [",
    "\t\t\tstep(\"First page\", \"«\", () => 1),",
    "\t\t\tstep(\"Previous page\", \"‹\", () => current - 1),",
    "\t\t\tstep(\"Next page\", \"›\", () => current + 1),",
    "\t\t\tstep(\"Last page\", \"»\", () => last)",
    "\t\t];",
    "\t\tconst [first, previous, next, end] = steps.map(({ button }) => button);",
    "\t\tconst nav = element(\"nav\", {",
    "\t\t\tclass: \"pager\",",
    "\t\t\t\"aria-label\": label",
    "\t\t});",
    "\t\tnav.append(...[",
    "\t\t\tfirst,",
    "\t\t\tprevious,",
    "\t\t\tinput,",
    "\t\t\ttotal,",
    "\t\t\tnext,",
    "\t\t\tend",
    "\t\t].filter((part) => part !== void 0));",
    "\t\tinput.addEventListener(\"change\", () => go(Math.min(last, Math.max(1, Math.round(Number(input.value)) || current))));",
    "\t\tfunction step(name, sign, target) {",
    "\t\t\tconst button = element(\"button\", {",
    "\t\t\t\ttype: \"button\",",
    "\t\t\t\t\"aria-label\": name,",
    "\t\t\t\ttitle: name",
    "\t\t\t}, sign);",
    "\t\t\tbutton.addEventListener(\"click\", () => {",
    "\t\t\t\tconst page = target();",
    "\t\t\t\tif (page !== current && page >= 1 && page <= last) go(page);",
    "\t\t\t});",
    "\t\t\treturn {",
    "\t\t\t\tbutton,",
    "\t\t\t\ttarget",
    "\t\t\t};",
    "\t\t}",
    "\t\treturn {",
    "\t\t\tnav,",
    "\t\t\tshow(page, pages) {",
    "\t\t\t\tcurrent = page;",
    "\t\t\t\tlast = pages;",
    "\t\t\t\tinput.value = String(page);",
    "\t\t\t\tinput.max = String(pages);",
    "\t\t\t\ttotal.textContent = `of ${count(pages)}`;",
    "\t\t\t\tfor (const { button, target } of steps) {",
    "\t\t\t\t\tconst there = target();",
    "\t\t\t\t\tbutton.setAttribute(\"aria-disabled\", String(there === current || there < 1 || there > last));",
    "\t\t\t\t}",
    "\t\t\t}",
    "\t\t};",
    "\t}",
    "\tfunction rowSearch(rows) {",
    "\t\tconst places = [];",
    "\t\tconst texts = [];",
    "\t\tfunction prepare(more = SLICE) {",
    "\t\t\tfor (const row of rows.slice(places.length, places.length + more)) {",
    "\t\t\t\tplaces.push(placeOf(row));",
    "\t\t\t\ttexts.push(textOf(row));",
    "\t\t\t}",
    "\t\t\treturn places.length < rows.length;",
    "\t\t}",
    "\t\tfunction finder(text) {",
    "\t\t\tconst words = text.toLowerCase().split(/\\s+/).filter(Boolean).map(wanted);",
    "\t\t\tif (words.length > 0) prepare(rows.length);",
    "\t\t\treturn (index) => words.every((word) => word.stands(texts[index] ?? \"\") || places[index]?.includes(word.place));",
    "\t\t}",
    "\t\treturn {",
    "\t\t\tprepare,",
    "\t\t\tfinder",
    "\t\t};",
    "\t}",
    "\tconst SLICE = 500;",
    "\tconst BORDER = \"\\n\";",
    "\tfunction wanted(word) {",
    "\t\tconst isNumber = /^\\d+$/.test(word);",
    "\t\tconst place = isNumber ? `${BORDER}${word}${BORDER}` : /:\\d+$/.test(word) ? `${word}${BORDER}` : word;",
    "\t\tif (!isNumber || word.length > 4) return {",
    "\t\t\tplace,",
    "\t\t\tstands: (text) => text.includes(word)",
    "\t\t};",
    "\t\tconst whole = new RegExp(`(?<![\\\\da-z])${word}(?![\\\\da-z])`);",
    "\t\treturn {",
    "\t\t\tplace,",
    "\t\t\tstands: (text) => whole.test(text)",
    "\t\t};",
    "\t}",
    "\tfunction placeOf({ row, file, line }) {",
    "\t\treturn [",
    "\t\t\t\"\",",
    "\t\t\trow,",
    "\t\t\tline,",
    "\t\t\t`${file}:${line}`,",
    "\t\t\t\"\"",
    "\t\t].join(BORDER).toLowerCase();",
    "\t}",
    "\tfunction textOf({ outcome, code, field, message, hint, sub, email, username, mobile_number }) {",
    "\t\treturn [",
    "\t\t\toutcome,",
    "\t\t\tcode,",
    "\t\t\tfield,",
    "\t\t\tmessage,",
    "\t\t\thint,",
    "\t\t\tsub,",
    "\t\t\temail,",
    "\t\t\tusername,",
    "\t\t\tmobile_number",
    "\t\t].join(BORDER).toLowerCase();",
    "\t}",
    "\tfunction rowOrder(rows) {",
    "\t\tconst known = new Map();",
    "\t\treturn (column) => {",
    "\t\t\tconst order = known.get(column) ?? sorted(rows, column);",
    "\t\t\tknown.set(column, order);",
    "\t\t\treturn order;",
    "\t\t};",
    "\t}",
    "\tfunction sorted(rows, column) {",
    "\t\tconst order = Uint32Array.from(rows, (_, index) => index);",
    "\t\tif (column === \"row\") return order;",
    "\t\tconst keys = rows.map((row) => sortKey(row, column));",
    "\t\treturn order.sort((a, b) => {",
    "\t\t\tconst left = keys[a] ?? \"\";",
    "\t\t\tconst right = keys[b] ?? \"\";",
    "\t\t\treturn left < right ? -1 : left > right ? 1 : a - b;",
    "\t\t});",
    "\t}",
    "\tfunction sortKey(row, column) {",
    "\t\tswitch (column) {",
    "\t\t\tcase \"row\": return \"\";",
    "\t\t\tcase \"where\": return `${row.file}:${String(row.line).padStart(10, \"0\")}`;",
    "\t\t\tcase \"outcome\": return row.outcome;",
    "\t\t\tcase \"code\": return row.code ?? LAST;",
    "\t\t\tcase \"message\": return row.message?.toLowerCase() ?? LAST;",
    "\t\t\tcase \"user\": return (row.email ?? row.username ?? row.mobile_number ?? row.sub)?.toLowerCase() ?? LAST;",
    "\t\t}",
    "\t}",
    "\tconst LAST = \"￿\";",
    "\tfunction rowSelection(rows, { finder }) {",
    "\t\tconst order = rowOrder(rows);",
    "\t\treturn ({ text, outcomes, code, sort, descending }) => {",
    "\t\t\tconst has = finder(text);",
    "\t\t\tconst wanted = new Set(outcomes);",
    "\t\t\tconst selected = order(sort).filter((index) => {",
    "\t\t\t\tconst row = rows[index];",
    "\t\t\t\tif (row === void 0) return false;",
    "\t\t\t\tif (wanted.size > 0 && !wanted.has(row.outcome)) return false;",
    "\t\t\t\tif (code !== null && row.code !== code) return false;",
    "\t\t\t\treturn has(index);",
    "\t\t\t});",
    "\t\t\treturn descending ? selected.reverse() : selected;",
    "\t\t};",
    "\t}",
    "\tfunction showFailures(host, { rows, totals, isWhole }) {",
    "\t\tconst search = rowSearch(rows);",
    "\t\tconst select = rowSelection(rows, search);",
    "\t\tconst { form, sizes, show: showFilters } = filters(rows, (change) => alter({",
    "\t\t\t...change,",
    "\t\t\tpage: 1",
    "\t\t}));",
    "\t\tconst { table, body, show: showTable } = failuresTable((column) => alter({",
    "\t\t\tsort: column,",
    "\t\t\tdescending: view.sort === column && !view.descending,",
    "\t\t\tpage: 1",
    "\t\t}));",
    "\t\tconst status = element(\"p\", { role: \"status\" });",
    "\t\tconst pagers = [\"Pages of failures\", \"Pages of failures, below\"].map((label) => pager(label, (page) => {",
    "\t\t\talter({ page });",
    "\t\t\tif (table.getBoundingClientRect().top < 0) table.scrollIntoView();",
    "\t\t}));",
    "\t\tconst [above, below] = pagers.map(({ nav }) => nav);",
    "\t\tconst notes = shortcomings(rows, totals, isWhole).map((text) => element(\"p\", { class: \"note\" }, text));",
    "\t\thost.replaceChildren(...notes, form, element(\"div\", { class: \"above\" }, status, sizes, above ?? \"\"), table, element(\"div\", { class: \"above\" }, below ?? \"\"));",
    "\t\tlet view = readView(location.hash);",
    "\t\trender();",
    "\t\tinSpareTime(() => search.prepare());",
    "\t\taddEventListener(\"hashchange\", () => {",
    "\t\t\tif (location.hash !== \"\" && !location.hash.includes(\"=\")) return;",
    "\t\t\tview = readView(location.hash);",
    "\t\t\trender();",
    "\t\t});",
    "\t\tfunction alter(change) {",
    "\t\t\tview = {",
    "\t\t\t\t...view,",
    "\t\t\t\t...change",
    "\t\t\t};",
    "\t\t\trender();",
    "\t\t\ttry {",
    "\t\t\t\thistory.replaceState(null, \"\", writeView(view));",
    "\t\t\t} catch {}",
    "\t\t}",
    "\t\tfunction render() {",
    "\t\t\tconst selected = select(view);",
    "\t\t\tconst pages = Math.max(1, Math.ceil(selected.length / view.size));",
    "\t\t\tif (view.page > pages) view = {",
    "\t\t\t\t...view,",
    "\t\t\t\tpage: pages",
    "\t\t\t};",
    "\t\t\tconst from = (view.page - 1) * view.size;",
    "\t\t\tconst shown = Array.from(selected.subarray(from, from + view.size), (index) => rows[index]);",
    "\t\t\tshowFilters(view);",
    "\t\t\tshowTable({",
    "\t\t\t\trows: shown.filter((row) => row !== void 0),",
    "\t\t\t\tfrom,",
    "\t\t\t\tselected: selected.length,",
    "\t\t\t\tview",
    "\t\t\t});",
    "\t\t\tmarkFound(body, view.text);",
    "\t\t\tfor (const { show } of pagers) show(view.page, pages);",
    "\t\t\tstatus.textContent = statusText(selected.length, from, shown.length, rows.length);",
    "\t\t}",
    "\t}",
    "\tfunction statusText(selected, from, shown, all) {",
    "\t\tif (selected === 0) return `No failure matches; there are ${count(all)}.`;",
    "\t\tconst which = selected === all ? counted(all, \"failure\") : `${count(selected)} of ${counted(all, \"failure\")}`;",
    "\t\treturn shown === selected ? which : `${which}, ${count(from + 1)} to ${count(from + shown)} shown`;",
    "\t}",
    "\tfunction shortcomings(rows, totals, isWhole) {",
    "\t\tif (!isWhole) return [\"This page is cut off: the file ends before its end. Get it again, or read failures.csv.\"];",
    "\t\tconst parts = Object.entries(totals).flatMap(([outcome, all]) => {",
    "\t\t\tconst held = rows.filter((row) => row.outcome === outcome).length;",
    "\t\t\treturn held < all ? [`the first ${count(held)} of ${count(all)} ${outcome} rows`] : [];",
    "\t\t});",
    "\t\tif (parts.length === 0) return [];",
    "\t\treturn [`A browser bears only so much: this table holds ${parts.join(\", \")}. All are in failures.csv and report.json.`];",
    "\t}",
    "\tfunction inSpareTime(work) {",
    "\t\tglobalThis.requestIdleCallback?.((deadline) => {",
    "\t\t\tlet isMore = true;",
    "\t\t\twhile (isMore && deadline.timeRemaining() > 2) isMore = work();",
    "\t\t\tif (isMore) inSpareTime(work);",
    "\t\t});",
    "\t}",
    "\tconst MOST_WORDS = 2e3;",
    "\tfunction pageRowReader() {",
    "\t\tconst word = wordReader();",
    "\t\tconst message = wordReader();",
    "\t\treturn (cells) => {",
    "\t\t\tconst [row, line, file, outcome, code, field, text, hint, duplicateOf, attempts, ...ids] = cells;",
    "\t\t\tconst [sub, email, username, mobile] = ids;",
    "\t\t\treturn {",
    "\t\t\t\trow: Number(row),",
    "\t\t\t\tline: Number(line),",
    "\t\t\t\tfile: word(file) ?? \"\",",
    "\t\t\t\toutcome: word(outcome),",
    "\t\t\t\tcode: word(code),",
    "\t\t\t\tfield: word(field),",
    "\t\t\t\tmessage: message(text),",
    "\t\t\t\thint: word(hint),",
    "\t\t\t\tduplicateOf: typeof duplicateOf === \"number\" ? duplicateOf : null,",
    "\t\t\t\tattempts: Number(attempts),",
    "\t\t\t\tsub: said(sub),",
    "\t\t\t\temail: said(email),",
    "\t\t\t\tusername: said(username),",
    "\t\t\t\tmobile_number: said(mobile)",
    "\t\t\t};",
    "\t\t};",
    "\t}",
    "\tfunction wordReader() {",
    "\t\tconst words = [];",
    "\t\treturn (cell) => {",
    "\t\t\tif (typeof cell === \"number\") return words[cell] ?? null;",
    "\t\t\tif (typeof cell === \"string\" && words.length < MOST_WORDS) words.push(cell);",
    "\t\t\treturn cell ?? null;",
    "\t\t};",
    "\t}",
    "\tfunction said(cell) {",
    "\t\treturn typeof cell === \"string\" ? cell : null;",
    "\t}",
    "\tfunction readPageData() {",
    "\t\tconst read = pageRowReader();",
    "\t\tconst rows = [];",
    "\t\tlet totals = {};",
    "\t\tlet isWhole = false;",
    "\t\tfor (const script of document.querySelectorAll(\"script[type=\\\"application/json\\\"]\")) {",
    "\t\t\tconst block = parsed(script.textContent);",
    "\t\t\tscript.remove();",
    "\t\t\tif (block === null) break;",
    "\t\t\tif (\"totals\" in block) totals = block.totals;",
    "\t\t\telse if (\"end\" in block) isWhole = block.end === rows.length;",
    "\t\t\telse for (const cells of block) rows.push(read(cells));",
    "\t\t}",
    "\t\treturn {",
    "\t\t\trows,",
    "\t\t\ttotals,",
    "\t\t\tisWhole",
    "\t\t};",
    "\t}",
    "\tfunction parsed(json) {",
    "\t\ttry {",
    "\t\t\treturn JSON.parse(json ?? \"\");",
    "\t\t} catch {",
    "\t\t\treturn null;",
    "\t\t}",
    "\t}",
    "\tconst host = document.getElementById(\"table\");",
    "\tif (host !== null) host.textContent = \"Reading the rows …\";",
    "\tdocument.addEventListener(\"DOMContentLoaded\", () => {",
    "\t\tchartCursor();",
    "\t\tfor (const hint of document.querySelectorAll(\".reasons .hint\")) {",
    "\t\t\tconst text = hint.textContent ?? \"\";",
    "\t\t\tif (text !== \"\") hint.append(\" \", copyButton(\"Copy\", \"Copy the hint\", () => text));",
    "\t\t}",
    "\t\tif (host === null) return;",
    "\t\tshowFailures(host, readPageData());",
    "\t\tconst title = document.getElementById(\"failures-title\");",
    "\t\tconst toFailures = () => {",
    "\t\t\ttitle?.scrollIntoView();",
    "\t\t\ttitle?.focus({ preventScroll: true });",
    "\t\t};",
    "\t\tif (location.hash.includes(\"=\")) toFailures();",
    "\t\tdocument.addEventListener(\"click\", (event) => {",
    "\t\t\tconst link = event.target instanceof Element ? event.target.closest(\"a[href^=\\\"#\\\"]\") : null;",
    "\t\t\tif (link === null) return;",
    "\t\t\tif (!link.getAttribute(\"href\")?.includes(\"=\")) event.preventDefault();",
    "\t\t\tsetTimeout(toFailures);",
    "\t\t});",
    "\t});",
    "})();",
    "",
].join('\n');
/** SHA-256 of the script in base64: the page's policy lets nothing else run or apply. */
const PAGE_SCRIPT_HASH = 'l3o+6wcYDr6kL0Eh6FXzCP+UNU/nYGEpe6TuReyjV9w=';
/** The style sheet of report.html. */
const PAGE_STYLE = [
    "",
    ":root {",
    "  color-scheme: light dark;",
    "  --paper: #fff;",
    "  --card: #f6f7f9;",
    "  --line: #dfe3ea;",
    "  --ink: #1b2230;",
    "  --dim: #586174;",
    "  --link: #0b5cad;",
    "  --mark: #ffe58f;",
    "  --green: #1a7f4b;",
    "  --teal: #2a8f9c;",
    "  --grey: #737d8f;",
    "  --slate: #5a6b87;",
    "  --amber: #a05f00;",
    "  --red: #c0312b;",
    "  --plum: #8d3b8f;",
    "  --orange: #b8480f;",
    "  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, \"DejaVu Sans Mono\", monospace;",
    "}",
    "@media (prefers-color-scheme: dark) {",
    "  :root {",
    "    --paper: #11151c;",
    "    --card: #191f29;",
    "    --line: #2d3544;",
    "    --ink: #e4e8f0;",
    "    --dim: #98a3b6;",
    "    --link: #74b4ff;",
    "    --mark: #6b5310;",
    "    --green: #46b981;",
    "    --teal: #4fb6c3;",
    "    --grey: #8d98ab;",
    "    --slate: #8ba0c4;",
    "    --amber: #e0a145;",
    "    --red: #f5746b;",
    "    --plum: #cf8ad1;",
    "    --orange: #f0905a;",
    "  }",
    "}",
    ".created,",
    ".planned,",
    ".good {",
    "  --tone: var(--green);",
    "}",
    ".updated {",
    "  --tone: var(--teal);",
    "}",
    ".unchanged,",
    ".skipped,",
    ".calm {",
    "  --tone: var(--grey);",
    "}",
    ".duplicate,",
    ".warn {",
    "  --tone: var(--amber);",
    "}",
    ".unsent {",
    "  --tone: var(--slate);",
    "}",
    ".invalid {",
    "  --tone: var(--orange);",
    "}",
    ".failed,",
    ".bad {",
    "  --tone: var(--red);",
    "}",
    ".unknown {",
    "  --tone: var(--plum);",
    "}",
    "* {",
    "  box-sizing: border-box;",
    "}",
    "body {",
    "  margin: 0;",
    "  padding: 1.75rem clamp(0.75rem, 3vw, 2.5rem) 3rem;",
    "  background: var(--paper);",
    "  color: var(--ink);",
    "  font:",
    "    15px / 1.45 system-ui,",
    "    -apple-system,",
    "    \"Segoe UI\",",
    "    Roboto,",
    "    \"Noto Sans\",",
    "    sans-serif;",
    "}",
    "main {",
    "  max-width: 86rem;",
    "  margin: 0 auto;",
    "}",
    "h1 {",
    "  margin: 0 0 0.3rem;",
    "  font-size: 1.6rem;",
    "  line-height: 1.2;",
    "}",
    "h2 {",
    "  margin: 2.25rem 0 0.6rem;",
    "  font-size: 1.1rem;",
    "}",
    "ul {",
    "  margin: 0.5rem 0;",
    "  padding-left: 1.2rem;",
    "}",
    "h2:focus {",
    "  outline: none;",
    "}",
    "p {",
    "  margin: 0.25rem 0;",
    "  max-width: 90ch;",
    "}",
    "a {",
    "  color: var(--link);",
    "}",
    "code {",
    "  font: 0.92em / 1.4 var(--mono);",
    "  overflow-wrap: anywhere;",
    "}",
    ":focus-visible {",
    "  outline: 2px solid var(--link);",
    "  outline-offset: 2px;",
    "}",
    ".dim,",
    ".detail,",
    ".hint,",
    "caption {",
    "  color: var(--dim);",
    "}",
    ".hidden {",
    "  position: absolute;",
    "  width: 1px;",
    "  height: 1px;",
    "  margin: 0;",
    "  overflow: hidden;",
    "  clip-path: inset(50%);",
    "}",
    "[hidden] {",
    "  display: none;",
    "}",
    ".skip {",
    "  position: absolute;",
    "  left: 0.5rem;",
    "  top: -4rem;",
    "  z-index: 9;",
    "  padding: 0.5rem 1rem;",
    "  background: var(--paper);",
    "  border: 1px solid var(--line);",
    "}",
    ".skip:focus {",
    "  top: 0.5rem;",
    "}",
    ".badge {",
    "  display: inline-block;",
    "  margin-left: 0.4rem;",
    "  padding: 0.15rem 0.7rem;",
    "  border-radius: 1rem;",
    "  background: var(--tone);",
    "  color: var(--paper);",
    "  font-size: 0.95rem;",
    "  vertical-align: 0.15em;",
    "}",
    ".notes {",
    "  margin: 1rem 0 0;",
    "  padding: 0.5rem 0.9rem;",
    "  border-left: 4px solid var(--tone);",
    "  border-radius: 0.25rem;",
    "  background: var(--card);",
    "}",
    ".alerts,",
    ".note {",
    "  padding: 0.4rem 0.8rem;",
    "  border-left: 4px solid var(--amber);",
    "  background: var(--card);",
    "}",
    ".bar {",
    "  display: block;",
    "  width: 100%;",
    "  height: 0.85rem;",
    "  margin: 1.25rem 0 0.75rem;",
    "  border-radius: 0.3rem;",
    "}",
    "rect {",
    "  fill: var(--tone);",
    "}",
    ".bar rect {",
    "  stroke: var(--paper);",
    "  stroke-width: 1px;",
    "  vector-effect: non-scaling-stroke;",
    "}",
    ".tiles {",
    "  display: flex;",
    "  flex-wrap: wrap;",
    "  gap: 0.5rem 1.6rem;",
    "  margin: 0;",
    "  padding: 0;",
    "  list-style: none;",
    "}",
    ".tiles li {",
    "  padding-left: 0.7rem;",
    "  border-left: 4px solid var(--tone, var(--line));",
    "}",
    ".tiles b {",
    "  display: block;",
    "  font-size: 1.35rem;",
    "  line-height: 1.2;",
    "  font-variant-numeric: tabular-nums;",
    "}",
    ".tiles .dim {",
    "  font-size: 0.85rem;",
    "}",
    ".outcome {",
    "  color: var(--tone);",
    "  font-weight: 600;",
    "  white-space: nowrap;",
    "}",
    ".scroll {",
    "  overflow-x: auto;",
    "}",
    "table {",
    "  width: 100%;",
    "  border-collapse: separate;",
    "  border-spacing: 0;",
    "  font-size: 0.875rem;",
    "}",
    "th,",
    "td {",
    "  padding: 0.4rem 0.75rem 0.4rem 0;",
    "  text-align: left;",
    "  vertical-align: top;",
    "  border-bottom: 1px solid var(--line);",
    "}",
    "th {",
    "  background: var(--paper);",
    "  border-bottom: 2px solid var(--line);",
    "  color: var(--dim);",
    "  font-weight: 600;",
    "  white-space: nowrap;",
    "}",
    "td.number,",
    "th.number {",
    "  padding-right: 1.5rem;",
    "  text-align: right;",
    "  font-variant-numeric: tabular-nums;",
    "  white-space: nowrap;",
    "}",
    "caption {",
    "  padding: 0 0 0.4rem;",
    "  text-align: left;",
    "}",
    ".share {",
    "  display: block;",
    "  width: 6rem;",
    "  height: 0.25rem;",
    "  margin: 0.2rem 0 0 auto;",
    "}",
    ".reasons td:last-child {",
    "  width: 45%;",
    "}",
    ".detail,",
    ".hint {",
    "  font-size: 0.95em;",
    "}",
    ".plots {",
    "  display: grid;",
    "  gap: 0.9rem;",
    "  margin-top: 0.75rem;",
    "}",
    "figure {",
    "  display: grid;",
    "  grid-template-columns: 3.75rem 1fr;",
    "  column-gap: 0.5rem;",
    "  margin: 0;",
    "}",
    "figcaption {",
    "  grid-column: 2;",
    "  color: var(--dim);",
    "  font-size: 0.85rem;",
    "}",
    "figcaption strong {",
    "  margin-right: 0.75rem;",
    "  color: var(--ink);",
    "}",
    ".key {",
    "  margin-right: 0.6rem;",
    "  white-space: nowrap;",
    "}",
    ".key::before {",
    "  content: \"\";",
    "  display: inline-block;",
    "  width: 0.7em;",
    "  height: 0.7em;",
    "  margin-right: 0.35em;",
    "  border-radius: 0.15em;",
    "  background: var(--tone);",
    "}",
    ".p50 {",
    "  --tone: var(--link);",
    "}",
    ".p95 {",
    "  --tone: var(--grey);",
    "}",
    ".scale,",
    ".ticks {",
    "  display: flex;",
    "  justify-content: space-between;",
    "  margin: 0;",
    "  padding: 0;",
    "  list-style: none;",
    "  color: var(--dim);",
    "  font-size: 0.75rem;",
    "  line-height: 1;",
    "  font-variant-numeric: tabular-nums;",
    "}",
    ".scale {",
    "  flex-direction: column;",
    "  margin: -0.375rem 0;",
    "  text-align: right;",
    "}",
    ".ticks {",
    "  margin-left: 4.25rem;",
    "}",
    "figure svg {",
    "  display: block;",
    "  width: 100%;",
    "  height: 6.5rem;",
    "  overflow: visible;",
    "}",
    "figure.low svg {",
    "  height: 2.5rem;",
    "}",
    "path,",
    "polyline {",
    "  fill: var(--tone);",
    "  vector-effect: non-scaling-stroke;",
    "}",
    "polyline {",
    "  fill: none;",
    "  stroke: var(--tone);",
    "  stroke-width: 1.5px;",
    "  stroke-linejoin: round;",
    "}",
    "path.created,",
    "path.failed {",
    "  fill-opacity: 0.85;",
    "}",
    ".grid {",
    "  fill: none;",
    "  stroke: var(--line);",
    "}",
    ".limit {",
    "  fill: none;",
    "  stroke: var(--slate);",
    "  stroke-width: 2px;",
    "}",
    ".cursor {",
    "  stroke: var(--ink);",
    "  vector-effect: non-scaling-stroke;",
    "  visibility: hidden;",
    "}",
    ".pointed .cursor {",
    "  visibility: visible;",
    "}",
    ".readout {",
    "  min-height: 1.45em;",
    "  margin: -0.4rem 0 0 4.25rem;",
    "  font-size: 0.85rem;",
    "}",
    "summary {",
    "  width: max-content;",
    "  margin: 0.5rem 0;",
    "  color: var(--link);",
    "  cursor: pointer;",
    "}",
    "details .scroll {",
    "  max-height: 24rem;",
    "  overflow: auto;",
    "}",
    "details table {",
    "  width: auto;",
    "}",
    "details th {",
    "  position: sticky;",
    "  top: 0;",
    "}",
    "button,",
    "input,",
    "select,",
    "textarea {",
    "  padding: 0.3rem 0.6rem;",
    "  border: 1px solid var(--line);",
    "  border-radius: 0.3rem;",
    "  background: var(--card);",
    "  color: inherit;",
    "  font: inherit;",
    "}",
    "button {",
    "  cursor: pointer;",
    "}",
    "button:hover {",
    "  border-color: var(--dim);",
    "}",
    "button[aria-disabled=\"true\"] {",
    "  opacity: 0.4;",
    "  cursor: default;",
    "}",
    ".filters,",
    ".above {",
    "  display: flex;",
    "  flex-wrap: wrap;",
    "  align-items: end;",
    "  gap: 0.6rem 1rem;",
    "  margin: 0.6rem 0;",
    "}",
    ".above {",
    "  align-items: center;",
    "  justify-content: flex-end;",
    "  font-size: 0.9rem;",
    "}",
    ".above [role=\"status\"] {",
    "  flex: 1 0 auto;",
    "  font-weight: 600;",
    "}",
    ".filters label > span:first-child,",
    "legend {",
    "  display: block;",
    "  padding: 0;",
    "  color: var(--dim);",
    "  font-size: 0.8rem;",
    "}",
    ".filters .grow {",
    "  flex: 1 1 18rem;",
    "}",
    ".wide {",
    "  width: 100%;",
    "}",
    ".filters select {",
    "  max-width: 18rem;",
    "}",
    "fieldset {",
    "  display: flex;",
    "  flex-wrap: wrap;",
    "  gap: 0.35rem;",
    "  margin: 0;",
    "  padding: 0;",
    "  border: 0;",
    "}",
    "fieldset label {",
    "  padding: 0.3rem 0.6rem;",
    "  border: 1px solid var(--line);",
    "  border-radius: 0.3rem;",
    "  background: var(--card);",
    "  cursor: pointer;",
    "}",
    "fieldset label:has(:checked) {",
    "  border-color: var(--tone);",
    "  box-shadow: inset 0 0 0 1px var(--tone);",
    "}",
    "fieldset span {",
    "  font-weight: 400;",
    "  font-variant-numeric: tabular-nums;",
    "}",
    "fieldset input {",
    "  margin: 0 0.4em 0 0;",
    "  accent-color: var(--tone);",
    "}",
    ".pager {",
    "  display: flex;",
    "  align-items: center;",
    "  gap: 0.3rem;",
    "}",
    ".pager input {",
    "  width: 5rem;",
    "  appearance: textfield;",
    "  text-align: right;",
    "}",
    ".above label span {",
    "  margin-right: 0.5rem;",
    "}",
    ".pager button {",
    "  min-width: 2rem;",
    "}",
    ".failures {",
    "  table-layout: fixed;",
    "}",
    ".failures th {",
    "  position: sticky;",
    "  top: 0;",
    "  z-index: 1;",
    "}",
    ".failures th button {",
    "  padding: 0;",
    "  border: 0;",
    "  background: none;",
    "  font-weight: 600;",
    "}",
    ".failures th button::after {",
    "  content: \"\";",
    "  display: inline-block;",
    "  width: 0.9em;",
    "  text-align: center;",
    "}",
    ".failures [aria-sort=\"ascending\"] button::after {",
    "  content: \"▴\" / \"\";",
    "}",
    ".failures [aria-sort=\"descending\"] button::after {",
    "  content: \"▾\" / \"\";",
    "}",
    ".failures [aria-sort=\"ascending\"],",
    ".failures [aria-sort=\"descending\"] {",
    "  color: var(--ink);",
    "}",
    ".failures tbody tr:hover > td {",
    "  background: var(--card);",
    "}",
    ".in-row {",
    "  width: 4.9rem;",
    "}",
    "td.in-row {",
    "  padding-right: 1.65rem;",
    "  text-align: right;",
    "  font-variant-numeric: tabular-nums;",
    "}",
    "th.in-row {",
    "  text-align: right;",
    "}",
    ".in-where {",
    "  width: 10rem;",
    "}",
    ".in-outcome {",
    "  width: 6.75rem;",
    "}",
    ".in-code {",
    "  width: 9.75rem;",
    "}",
    ".in-user {",
    "  width: 17.25rem;",
    "}",
    ".in-user code {",
    "  display: inline-block;",
    "  margin-right: 0.75rem;",
    "}",
    ".in-user .sub {",
    "  display: block;",
    "  margin: 0;",
    "  color: var(--dim);",
    "  font-size: 0.75rem;",
    "}",
    ".in-copy {",
    "  width: 4.1rem;",
    "}",
    "td.in-copy {",
    "  padding-right: 0;",
    "}",
    ".copy {",
    "  padding: 0 0.45rem;",
    "  background: none;",
    "  color: var(--dim);",
    "  font-size: 0.75rem;",
    "  line-height: 1.5;",
    "}",
    ".in-copy .copy {",
    "  display: block;",
    "  width: 100%;",
    "  margin-bottom: 0.15rem;",
    "}",
    "::highlight(found) {",
    "  background-color: var(--mark);",
    "  color: inherit;",
    "}",
    "dialog {",
    "  border: 1px solid var(--line);",
    "  border-radius: 0.4rem;",
    "  background: var(--paper);",
    "  color: var(--ink);",
    "}",
    "dialog textarea {",
    "  display: block;",
    "  width: min(40rem, 80vw);",
    "  margin: 0.6rem 0;",
    "}",
    ".facts {",
    "  display: grid;",
    "  grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));",
    "  gap: 0 3rem;",
    "}",
    "dl {",
    "  margin: 0;",
    "  font-size: 0.875rem;",
    "}",
    "dl div {",
    "  display: grid;",
    "  grid-template-columns: 9rem 1fr;",
    "  padding: 0.35rem 0;",
    "  border-bottom: 1px solid var(--line);",
    "}",
    "dt {",
    "  color: var(--dim);",
    "}",
    "dd {",
    "  margin: 0;",
    "  overflow-wrap: anywhere;",
    "}",
    ".subs {",
    "  max-height: 16rem;",
    "  margin: 0;",
    "  padding: 0;",
    "  overflow: auto;",
    "  list-style: none;",
    "  font-size: 0.875rem;",
    "}",
    ".alerts {",
    "  padding-left: 1.8rem;",
    "}",
    "@media (max-width: 70rem) {",
    "  .failures,",
    "  .failures tbody {",
    "    display: block;",
    "  }",
    "  .failures thead {",
    "    display: block;",
    "    position: sticky;",
    "    top: 0;",
    "    z-index: 1;",
    "    padding: 0.3rem 0;",
    "    border-bottom: 2px solid var(--line);",
    "    background: var(--paper);",
    "  }",
    "  .failures thead tr {",
    "    display: flex;",
    "    flex-wrap: wrap;",
    "    gap: 0 0.8rem;",
    "  }",
    "  .failures tbody tr {",
    "    display: grid;",
    "    grid-template-columns: max-content minmax(0, 1fr) max-content;",
    "    gap: 0.15rem 0.9rem;",
    "    padding: 0.6rem 0;",
    "    border-bottom: 1px solid var(--line);",
    "  }",
    "  .failures th,",
    "  .failures td {",
    "    width: auto;",
    "    padding: 0;",
    "    border: 0;",
    "    text-align: left;",
    "  }",
    "  td.in-row {",
    "    font-weight: 600;",
    "  }",
    "  td.in-code {",
    "    grid-column: 1 / 3;",
    "  }",
    "  td.in-code div {",
    "    display: inline-block;",
    "    margin-left: 0.6rem;",
    "  }",
    "  td.in-message {",
    "    grid-column: 1 / 3;",
    "  }",
    "  td.in-user {",
    "    grid-column: 1 / 4;",
    "  }",
    "  td.in-outcome {",
    "    display: flex;",
    "    flex-direction: row-reverse;",
    "    gap: 0.75rem;",
    "  }",
    "  td.in-copy {",
    "    grid-row: 2 / 4;",
    "    grid-column: 3;",
    "    justify-self: end;",
    "  }",
    "}",
    "@media (max-width: 48rem) {",
    "  .scroll table {",
    "    min-width: 36rem;",
    "  }",
    "  .reasons table,",
    "  .verified table,",
    "  .facts table {",
    "    min-width: 0;",
    "  }",
    "  .reasons thead {",
    "    display: none;",
    "  }",
    "  .reasons tr {",
    "    display: grid;",
    "    grid-template-columns: minmax(0, 1fr) max-content 6rem;",
    "    gap: 0 0.9rem;",
    "    padding: 0.5rem 0;",
    "    border-bottom: 1px solid var(--line);",
    "  }",
    "  .reasons td,",
    "  .reasons td:last-child {",
    "    width: auto;",
    "    padding: 0;",
    "    border: 0;",
    "  }",
    "  .reasons td:nth-child(n + 4) {",
    "    grid-column: 1 / 4;",
    "  }",
    "}",
    "@media (prefers-reduced-motion: no-preference) {",
    "  button,",
    "  fieldset label {",
    "    transition: border-color 0.12s;",
    "  }",
    "}",
    "@media print {",
    "  body {",
    "    padding: 0;",
    "    font-size: 11px;",
    "  }",
    "  .filters,",
    "  .pager,",
    "  .copy,",
    "  .failures .in-copy,",
    "  .skip,",
    "  .readout,",
    "  .above label,",
    "  summary {",
    "    display: none;",
    "  }",
    "  .scroll {",
    "    overflow: visible;",
    "  }",
    "  .failures th,",
    "  .failures thead {",
    "    position: static;",
    "  }",
    "  tr,",
    "  figure {",
    "    break-inside: avoid;",
    "  }",
    "  .bar,",
    "  .badge,",
    "  .share,",
    "  figure svg,",
    "  .key::before {",
    "    print-color-adjust: exact;",
    "  }",
    "}",
    "",
].join('\n');
/** SHA-256 of the style sheet in base64: the page's policy lets nothing else run or apply. */
const PAGE_STYLE_HASH = '/qpFf2HOIQbFFIvs/sBb2Ilwlig4RGpY3GjpjW+Ui3o=';

// EXTERNAL MODULE: ./lib/text/number-text.js
var number_text = __webpack_require__(95064);
// EXTERNAL MODULE: ./lib/report/batched.js
var batched = __webpack_require__(53095);
// EXTERNAL MODULE: ./lib/report/canary-section.js
var canary_section = __webpack_require__(80066);
// EXTERNAL MODULE: ./lib/report/check-section.js
var check_section = __webpack_require__(5696);
// EXTERNAL MODULE: ./lib/report/delta-section.js
var delta_section = __webpack_require__(56650);
// EXTERNAL MODULE: ./lib/report/password-section.js
var password_section = __webpack_require__(4239);
// EXTERNAL MODULE: ./lib/report/shown-head.js
var shown_head = __webpack_require__(54509);
// EXTERNAL MODULE: ./lib/report/verified-section.js
var verified_section = __webpack_require__(92214);
// EXTERNAL MODULE: ./lib/compare/compare.js + 1 modules
var compare = __webpack_require__(21337);
// EXTERNAL MODULE: ./lib/report/comparison-story.js
var comparison_story = __webpack_require__(24513);
// EXTERNAL MODULE: ./lib/report/html/page-table.js
var page_table = __webpack_require__(69470);
;// CONCATENATED MODULE: ./lib/report/html/page-comparison.js




/** The part of `report.html` that shows what another mapping would do differently; empty when none was named. */
function comparisonSection(comparison) {
    if (comparison === null)
        return '';
    const { headline, alerts } = (0,comparison_story/* comparisonStory */.$)(comparison);
    const warnings = alerts.map((alert) => `<li>${(0,page_table/* text */.Qq)(alert, 500)}</li>`).join('');
    return `<section aria-label="What this mapping changes">
<h2>What this mapping changes</h2>
<p>${(0,page_table/* text */.Qq)(headline, 1_000)}</p>
${warnings === '' ? '' : `<ul class="alerts warn">${warnings}</ul>\n`}</section>
${moves(comparison)}${fields(comparison)}`;
}
function moves(comparison) {
    const rows = comparison.moves.map(({ kind, from, to, rows, first }) => {
        const places = first.map(({ file, line }) => (0,page_table/* code */.aY)(`${file}:${line}`, 250));
        return [(0,number_text/* count */.U9)(rows), kind, end(from), end(to), places.join(' ')];
    });
    return (0,page_table/* tableSection */.Yc)('Rows that end otherwise', ['#Rows', 'What', 'Before', 'Now', 'First'], rows);
}
function fields(comparison) {
    const rows = comparison.fields.map((change) => {
        const examples = change.examples.map(example).join('<br>');
        return [(0,page_table/* code */.aY)(change.field, 200), (0,number_text/* count */.U9)((0,compare/* affectedUserCount */.u)(change)), (0,page_table/* text */.Qq)((0,comparison_story/* changeText */.k)(change), 300), examples];
    });
    return (0,page_table/* tableSection */.Yc)('Fields that are sent otherwise', ['Field', '#Users', 'What', 'Before → now'], rows);
}
function end(row) {
    if (row === null)
        return 'not read';
    const field = row.field === null ? '' : ` (${(0,page_table/* code */.aY)(row.field, 200)})`;
    const why = row.why === null ? '' : ` ${(0,page_table/* code */.aY)(row.why, 200)}${field}`;
    const message = row.message === null ? '' : `<br><span class="hint">${(0,page_table/* text */.Qq)(row.message, 300)}</span>`;
    return `${row.outcome}${why}${message}`;
}
function example({ before, after, how, rows, first }) {
    const shown = (value) => (value === null ? '<i>not sent</i>' : (0,page_table/* code */.aY)(value, 200));
    const words = how === null ? '' : `, ${(0,page_table/* text */.Qq)(how, 100)}`;
    return `${shown(before)} → ${shown(after)}${words} (${(0,number_text/* counted */.hS)(rows, 'user')}, first ${(0,page_table/* code */.aY)(`${first.file}:${first.line}`, 250)})`;
}

// EXTERNAL MODULE: ./lib/report/request-words.js
var request_words = __webpack_require__(18047);
;// CONCATENATED MODULE: ./lib/report/html/page-facts.js



const FILES_SHOWN = 1000;
/** What was counted under which name; nothing when nothing was. */
function counts(title, column, rows) {
    const entries = Object.entries(rows).filter(([, number]) => number > 0);
    return (0,page_table/* tableSection */.Yc)(title, [column, '#Rows'], entries.map(([key, number]) => [(0,page_table/* text */.Qq)(key, 200), (0,number_text/* count */.U9)(number)]));
}
/** Who ran it, against what, and how the tenant answered. */
function facts({ tenant, mapping, planDigest, requests, run, tool, mode, resumed }) {
    const rows = [];
    if (tenant !== null)
        rows.push(['Tenant', (0,page_table/* code */.aY)(tenant, 300)]);
    if (mapping !== null)
        rows.push(['Mapping', (0,page_table/* code */.aY)(mapping.name, 300)]);
    if (planDigest !== null)
        rows.push(['Plan digest', (0,page_table/* code */.aY)(planDigest, 1000)]);
    if (resumed !== null)
        rows.push(['Continued', `${(0,number_text/* count */.U9)(resumed.rows)} rows settled by ${(0,page_table/* code */.aY)(resumed.from, 300)}`]);
    if (mode === 'apply')
        rows.push(...requestFacts(requests));
    if (run !== null) {
        const attempt = run.attempt > 1 ? `, attempt ${(0,number_text/* count */.U9)(run.attempt)}` : '';
        const name = `run ${(0,page_table/* text */.Qq)(run.id, 50)}${attempt}`;
        rows.push(['Workflow', `${(0,page_table/* text */.Qq)(run.repository, 200)}, ${page_facts_link(run.url, name)}, ${(0,page_table/* text */.Qq)(run.event, 50)}`]);
        rows.push(['Commit', (0,page_table/* code */.aY)(run.sha, 64)]);
    }
    rows.push(['Made by', `${tool.name} ${(0,page_table/* text */.Qq)(tool.version, 50)}`]);
    const list = rows.map(([name, value]) => `<div><dt>${name}</dt><dd>${value}</dd></div>\n`);
    return `<section>\n<h2>The run</h2>\n<dl>\n${list.join('')}</dl>\n</section>\n`;
}
/** The address is the runner's; anything else than a page of the web is not led to. */
function page_facts_link(address, name) {
    if (!/^https?:\/\/[!-~]+$/.test(address))
        return name;
    return `<a href="${(0,page_table/* text */.Qq)(address, 1000)}" rel="noopener noreferrer">${name}</a>`;
}
function requestFacts(requests) {
    const { sent, byStatus, latencyMs } = requests;
    const rows = [['Requests', (0,request_words/* requestWords */.X)(requests)]];
    if (sent === 0)
        return rows;
    const statuses = Object.entries(byStatus).map(([status, number]) => `${(0,page_table/* text */.Qq)(status, 20)}: ${(0,number_text/* count */.U9)(number)}`);
    const { p50, p95, max } = latencyMs;
    rows.push(['Answers by status', statuses.join(' · ')]);
    rows.push(['Answered within', `${(0,number_text/* duration */.p0)(p50)} (half), ${(0,number_text/* duration */.p0)(p95)} (95 %), ${(0,number_text/* duration */.p0)(max)} (all)`]);
    return rows;
}
/** The files that were read; their hashes say which ones they were. */
function exportTable(head) {
    const rows = head.export.files.slice(0, FILES_SHOWN).map((file) => {
        const name = (0,page_table/* code */.aY)(file.name, 300);
        return [name, (0,page_table/* text */.Qq)(file.format, 20), (0,page_table/* text */.Qq)(file.encoding, 20), (0,number_text/* size */.Ej)(file.bytes), (0,page_table/* code */.aY)(file.sha256, 64)];
    });
    return (0,page_table/* tableSection */.Yc)('The export', ['File', 'Format', 'Encoding', '#Size', 'SHA-256'], rows);
}

// EXTERNAL MODULE: ./lib/text/escape.js
var text_escape = __webpack_require__(18944);
// EXTERNAL MODULE: ./lib/report/report-data.js
var report_data = __webpack_require__(73211);
;// CONCATENATED MODULE: ./lib/report/html/page-allowance.js

/** The first failures of each outcome, `most` in all; reads no further than that takes. */
function* allowedFailures(failures, totals, most) {
    const given = allowances(report_data/* FAILURE_OUTCOMES */.n.map((outcome) => totals[outcome]), most);
    const allowed = new Map(report_data/* FAILURE_OUTCOMES */.n.map((outcome, index) => [outcome, given[index] ?? 0]));
    let left = given.reduce((sum, rows) => sum + rows, 0);
    if (left === 0)
        return;
    for (const row of failures) {
        const rows = allowed.get(row.outcome) ?? 0;
        if (rows === 0)
            continue;
        allowed.set(row.outcome, rows - 1);
        yield row;
        if (--left === 0)
            return;
    }
}
/**
 * How many rows of each kind may be shown, when `most` may be in all: the rarer kinds as a whole, so that a million unsent
 * rows do not crowd out the ten that failed; what they leave goes to the others in equal parts.
 */
function allowances(wanted, most) {
    const given = wanted.map(() => 0);
    const rarestFirst = [...wanted.entries()].sort(([, a], [, b]) => a - b);
    let left = most;
    for (const [place, [kind, rows]] of rarestFirst.entries()) {
        const share = Math.min(rows, Math.floor(left / (wanted.length - place)));
        given[kind] = share;
        left -= share;
    }
    return given;
}

;// CONCATENATED MODULE: ./lib/report/html/page-plain-table.js



const COLUMNS = ['#Row', 'Where', 'Outcome', 'Code', 'What is wrong, and what to do', 'User'];
/** The first of `all` failures as a table that needs no script. */
function* plainTable(rows, all) {
    const more = `The first ${(0,number_text/* count */.U9)(rows.length)} of ${(0,number_text/* count */.U9)(all)}. With JavaScript this table has more, and can be searched, filtered and sorted; failures.csv and report.json have them all.`;
    yield (0,page_table/* tableStart */.Pb)('Failures', COLUMNS, { heading: false, caption: all > rows.length ? more : '' });
    for (const row of rows) {
        yield (0,page_table/* tableRow */.jD)(COLUMNS, [
            String(row.row),
            inCode(`${row.file}:${row.line}`),
            `<span class="outcome ${row.outcome}">${row.outcome}</span>`,
            inCode(row.code),
            explanation(row),
            [row.email, row.username, row.mobile_number, row.sub]
                .filter((id) => id !== null)
                .map(inCode)
                .join('<br>'),
        ]);
    }
    yield page_table/* TABLE_END */.Pj;
}
function explanation({ message, duplicateOf, hint }) {
    // Most messages about duplicates name the row already.
    const isNamed = duplicateOf === null || message?.includes(`row ${duplicateOf}`);
    const parts = [message === null ? '' : (0,text_escape/* escapeHtml */.ZD)(message), isNamed ? '' : `Same user as row ${duplicateOf}.`];
    return `${parts.filter((part) => part !== '').join(' ')}${hint === null ? '' : `<div class="hint">${(0,text_escape/* escapeHtml */.ZD)(hint)}</div>`}`;
}
function inCode(value) {
    return value === null ? '' : `<code>${(0,text_escape/* escapeHtml */.ZD)(value)}</code>`;
}

// EXTERNAL MODULE: ./lib/report/shown-row.js
var shown_row = __webpack_require__(91602);
;// CONCATENATED MODULE: ./lib/report/html/page-row.js


/** What the page shows of a code; it is also what a link to its rows names. */
const CODE_CHARACTERS = 100;
/** A row as the page shows it: masked, and each text short and in one line. */
function pageRow(ledgerRow, level, fileNames) {
    const { user, file, code, field, message, hint, ...row } = (0,shown_row/* shownRow */.St)(ledgerRow, level, fileNames);
    return {
        ...row,
        file: line(file, 200),
        code: lineOrNull(code, CODE_CHARACTERS),
        field: lineOrNull(field, 100),
        message: lineOrNull(message, 1000),
        hint: lineOrNull(hint, 500),
        sub: lineOrNull(user.sub ?? null, 200),
        email: lineOrNull(user.email ?? null, 200),
        username: lineOrNull(user.username ?? null, 200),
        mobile_number: lineOrNull(user.mobile_number ?? null, 200),
    };
}
function lineOrNull(text, characters) {
    return text === null ? null : line(text, characters);
}
function line(text, characters) {
    return (0,text_escape/* escapeControlChars */._s)((0,text_escape/* shorten */.ml)(text, characters));
}

;// CONCATENATED MODULE: ./lib/report/html/page-rows.js

/**
 * Words that may be referred to. Messages have their own, since a tenant that writes another one for every user would
 * use up what codes and hints need.
 */
const MOST_WORDS = 2_000;
/**
 * Writes rows as JSON arrays that may stand in a `<script>`; a word that was said before is a number. Each call's result
 * is only understood by a reader that read all those before.
 */
function pageRowWriter() {
    const word = wordWriter();
    const message = wordWriter();
    return (row) => {
        const cells = [
            row.row,
            row.line,
            word(row.file),
            word(row.outcome),
            word(row.code),
            word(row.field),
            message(row.message),
            word(row.hint),
            row.duplicateOf,
            row.attempts,
            row.sub,
            row.email,
            row.username,
            row.mobile_number,
        ];
        while (cells.at(-1) === null)
            cells.pop();
        return (0,text_escape/* scriptJson */.eC)(cells);
    };
}
/** The reader for what one writer wrote, in the same order. */
function pageRowReader() {
    const word = wordReader();
    const message = wordReader();
    return (cells) => {
        const [row, line, file, outcome, code, field, text, hint, duplicateOf, attempts, ...ids] = cells;
        const [sub, email, username, mobile] = ids;
        return {
            row: Number(row),
            line: Number(line),
            file: word(file) ?? '',
            outcome: word(outcome),
            code: word(code),
            field: word(field),
            message: message(text),
            hint: word(hint),
            duplicateOf: typeof duplicateOf === 'number' ? duplicateOf : null,
            attempts: Number(attempts),
            sub: said(sub),
            email: said(email),
            username: said(username),
            mobile_number: said(mobile),
        };
    };
}
function wordWriter() {
    const places = new Map();
    return (word) => {
        if (word === null)
            return null;
        const place = places.get(word);
        if (place === undefined && places.size < MOST_WORDS)
            places.set(word, places.size);
        return place ?? word;
    };
}
function wordReader() {
    const words = [];
    return (cell) => {
        if (typeof cell === 'number')
            return words[cell] ?? null;
        if (typeof cell === 'string' && words.length < MOST_WORDS)
            words.push(cell);
        return cell ?? null;
    };
}
function said(cell) {
    return typeof cell === 'string' ? cell : null;
}

;// CONCATENATED MODULE: ./lib/report/html/page-failures.js






/** What browsers bear: about a second to read, some hundred MB of memory. */
const PAGE_BOUNDS = { rows: 200_000, characters: 64_000_000 };
/** What is shown where scripts do not run. */
const PLAIN_ROWS = 1_000;
const BLOCK_ROWS = 1_000;
/** `failures` are read once, as they are consumed, and no further than the page holds them. */
function pageFailures(failures, totals, level, fileNames, bounds) {
    const rows = allowedFailures(failures, totals, bounds.rows);
    const first = [];
    function* table() {
        while (first.length < PLAIN_ROWS) {
            const next = rows.next();
            if (next.done)
                break;
            first.push(pageRow(next.value, level, fileNames));
        }
        yield '<section id="failures" aria-labelledby="failures-title">\n';
        yield '<h2 id="failures-title" tabindex="-1">Failures</h2>\n';
        if (first.length === 0)
            yield `<p class="dim">${totals.rows === 0 ? 'No row was read.' : 'None.'}</p>\n`;
        else {
            yield '<div id="table"></div>\n<noscript>\n';
            yield* plainTable(first, report_data/* FAILURE_OUTCOMES */.n.reduce((sum, outcome) => sum + totals[outcome], 0));
            yield '</noscript>\n';
        }
        yield '</section>\n';
    }
    function* data() {
        if (first.length === 0)
            return;
        yield block((0,text_escape/* scriptJson */.eC)({ totals: Object.fromEntries(report_data/* FAILURE_OUTCOMES */.n.map((name) => [name, totals[name]])) }));
        const write = pageRowWriter();
        let lines = [];
        let held = 0;
        let characters = 0;
        for (const row of allRows()) {
            const line = write(row);
            lines.push(line);
            held++;
            characters += line.length;
            if (lines.length === BLOCK_ROWS) {
                yield block(`[\n${lines.join(',\n')}\n]`);
                lines = [];
            }
            if (characters > bounds.characters)
                break;
        }
        if (lines.length > 0)
            yield block(`[\n${lines.join(',\n')}\n]`);
        yield block((0,text_escape/* scriptJson */.eC)({ end: held }));
    }
    function* allRows() {
        yield* first;
        for (const row of rows)
            yield pageRow(row, level, fileNames);
    }
    return { table, data };
}
function block(json) {
    return `<script type="application/json">${json}</script>\n`;
}

// EXTERNAL MODULE: ./lib/plan/row.js
var row = __webpack_require__(99919);
;// CONCATENATED MODULE: ./lib/report/html/page-outcomes.js



/** Ten rows of a million are still seen. */
const NARROWEST = 5;
const BAR = 1000;
/** What became of the rows: a bar and the counts. Those that stand among the failures lead there. */
function outcomes({ totals }) {
    const ended = row/* OUTCOMES */.i.filter((outcome) => totals[outcome] > 0);
    const widths = barWidths(ended.map((outcome) => totals[outcome]));
    let at = 0;
    const bars = ended.map((outcome, index) => {
        const width = widths[index] ?? 0;
        const bar = `<rect class="${outcome}" x="${at.toFixed(1)}" width="${width.toFixed(1)}" height="10"/>`;
        at += width;
        return bar;
    });
    const tiles = ended.map((outcome) => tile(outcome, totals[outcome], totals.rows));
    return `<section aria-labelledby="outcomes">
<h2 id="outcomes" class="hidden">Outcomes</h2>
<svg class="bar" viewBox="0 0 ${BAR} 10" preserveAspectRatio="none" aria-hidden="true">${bars.join('')}</svg>
<ul class="tiles"><li><b>${(0,number_text/* count */.U9)(totals.rows)}</b> ${totals.rows === 1 ? 'row' : 'rows'}</li>${tiles.join('')}</ul>
</section>
`;
}
function tile(outcome, rows, all) {
    const isFailure = report_data/* FAILURE_OUTCOMES */.n.some((failure) => failure === outcome);
    const name = isFailure ? `<a href="#outcome=${outcome}">${outcome}</a>` : outcome;
    return `<li class="${outcome}"><b>${(0,number_text/* count */.U9)(rows)}</b> ${name} <span class="dim">${share(rows, all)}</span></li>`;
}
function share(rows, all) {
    const percent = (rows / Math.max(1, all)) * 100;
    if (percent < 0.1)
        return '&lt; 0.1 %';
    // Rounding must not turn "nearly all" into "all".
    return percent > 99.9 && rows < all ? '&gt; 99.9 %' : `${Number(percent.toFixed(1))} %`;
}
/** Widths that sum up to the bar's; what the narrow ones get more is taken from the widest. */
function barWidths(counts) {
    const all = Math.max(1, counts.reduce((sum, rows) => sum + rows, 0));
    const widths = counts.map((rows) => Math.max(NARROWEST, (rows / all) * BAR));
    const excess = widths.reduce((sum, width) => sum + width, 0) - BAR;
    const widest = widths.indexOf(Math.max(...widths));
    return widths.map((width, index) => (index === widest ? Math.max(NARROWEST, width - excess) : width));
}

;// CONCATENATED MODULE: ./lib/report/html/page-reasons.js





/** The failures by code and field, most first; each leads to the rows with its code. */
function reasons(groups, level, fileNames) {
    const most = groups[0]?.count ?? 1;
    const rows = groups.map((group) => {
        const first = (0,shown_row/* shownRow */.St)(group.first, level, fileNames);
        return [
            reason(group),
            `<span class="outcome ${group.outcome}">${group.outcome}</span>`,
            `${(0,number_text/* count */.U9)(group.count)}${bar(group, most)}`,
            (0,page_table/* code */.aY)(`${(0,text_escape/* shorten */.ml)(first.file, 200)}:${first.line}`, 250),
            `<div class="hint">${(0,page_table/* text */.Qq)(first.hint ?? '', 500)}</div>`,
        ];
    });
    const columns = ['Code', 'Outcome', '#Rows', 'First', 'What to do'];
    return (0,page_table/* tableSection */.Yc)('Why rows did not make it', columns, rows, { className: 'reasons' });
}
function reason({ code: name, field, outcome, first }) {
    const shown = (0,page_table/* code */.aY)(name, CODE_CHARACTERS);
    const about = field === null ? '' : ` ${(0,page_table/* code */.aY)(field, CODE_CHARACTERS)}`;
    // A group of several codes has none to filter by.
    if (first.code !== name)
        return shown + about;
    const address = `#outcome=${outcome}&code=${encodeURIComponent((0,text_escape/* escapeControlChars */._s)((0,text_escape/* shorten */.ml)(name, CODE_CHARACTERS)))}`;
    return `<a href="${(0,text_escape/* escapeHtml */.ZD)(address)}">${shown}</a>${about}`;
}
function bar({ count: rows, outcome }, most) {
    const width = Math.max(1, (rows / most) * 100).toFixed(1);
    return `<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="${outcome}" width="${width}" height="4"/></svg>`;
}

;// CONCATENATED MODULE: ./lib/report/html/chart.js

/** What is narrower than this on a screen flickers instead of telling anything. */
const MOST_COLUMNS = 120;
function columnsOf({ buckets, bucketMs }, spanMs) {
    const all = Math.ceil(spanMs / bucketMs);
    const each = Math.ceil(all / MOST_COLUMNS);
    const columns = Array.from({ length: Math.ceil(all / each) }, () => ({ settled: 0, failed: 0 }));
    for (const { ms, settled, failed } of buckets) {
        const column = columns[Math.floor(ms / bucketMs / each)];
        if (column === undefined)
            continue;
        const seconds = (each * bucketMs) / 1000;
        column.settled += settled / seconds;
        column.failed += failed / seconds;
    }
    return columns;
}
function throughputPlot(columns) {
    const top = roundTop(Math.max(...columns.map(({ settled, failed }) => settled + failed)));
    const width = 1000 / columns.length;
    const bars = (from, to) => columns
        .map((column, index) => {
        const [low, high] = [100 - (from(column) / top) * 100, 100 - (to(column) / top) * 100];
        return low === high ? '' : `M${n(index * width)} ${n(low)}V${n(high)}H${n((index + 1) * width)}V${n(low)}Z`;
    })
        .join('');
    const settled = bars(() => 0, (column) => column.settled);
    const failed = bars((column) => column.settled, (column) => column.settled + column.failed);
    const picture = `${grid(2)}<path class="created" d="${settled}"/><path class="failed" d="${failed}"/>`;
    return { scale: [top, top / 2, 0].map(chart_short), picture };
}
/** Latency from its lowest to its highest power of ten: a time-out must not flatten everything else. */
function latencyPlot({ buckets, bucketMs }, spanMs) {
    const answered = buckets.flatMap(({ ms, p50, p95 }) => (p50 === null || p95 === null ? [] : [{ ms, p50, p95 }]));
    const power = (latency) => Math.log10(Math.max(1, latency));
    const lowest = Math.floor(power(Math.min(...answered.map(({ p50 }) => p50))));
    const highest = Math.max(lowest + 1, Math.ceil(power(Math.max(...answered.map(({ p95 }) => p95)))));
    const line = (of) => answered
        .map((bucket) => {
        const x = ((bucket.ms + bucketMs / 2) / spanMs) * 1000;
        return `${n(x)},${n(100 - ((power(bucket[of]) - lowest) / (highest - lowest)) * 100)}`;
    })
        .join(' ');
    const scale = Array.from({ length: highest - lowest + 1 }, (_, step) => latency(10 ** (highest - step)));
    const lines = `<polyline class="p95" points="${line('p95')}"/><polyline class="p50" points="${line('p50')}"/>`;
    return { scale, picture: `${grid(highest - lowest)}${lines}` };
}
function limitPlot(limits, spanMs) {
    const top = Math.max(1, ...limits.map(([, limit]) => limit));
    const y = (limit) => n(100 - (limit / top) * 100);
    const steps = limits
        .filter(([ms]) => ms < spanMs)
        .map(([ms, limit], index) => (index === 0 ? `M0 ${y(limit)}` : `H${n((ms / spanMs) * 1000)}V${y(limit)}`));
    if (steps.length === 0)
        steps.push(`M0 ${y(top)}`);
    const line = `${steps.join('')}H1000`;
    return { scale: [(0,number_text/* count */.U9)(top), '0'], picture: `${grid(1)}<path class="limit" d="${line}"/>` };
}
/** How many requests were allowed in flight at a time; 0 when nobody noted it. */
function limitAt(limits, ms) {
    return limits.findLast(([since]) => since <= ms)?.[1] ?? limits[0]?.[1] ?? 0;
}
function grid(steps) {
    const lines = Array.from({ length: steps + 1 }, (_, step) => `M0 ${n((100 / steps) * step)}H1000`);
    return `<path class="grid" d="${lines.join('')}"/>`;
}
/** The next number above whose half is a round one too. */
function roundTop(value) {
    const power = 10 ** Math.floor(Math.log10(Math.max(value, 0.1)));
    const step = [1, 2, 4, 6, 8].find((step) => value <= step * power) ?? 10;
    return step * power;
}
function chart_short(value) {
    return value < 5 ? String(Number(value.toFixed(2))) : (0,number_text/* count */.U9)(value);
}
function latency(ms) {
    return ms < 1000 ? `${ms} ms` : `${(0,number_text/* count */.U9)(ms / 1000)} s`;
}
function n(value) {
    return String(Math.round(value * 10) / 10);
}

;// CONCATENATED MODULE: ./lib/report/html/page-timeline.js



/** Fewer buckets than this are no course of anything. */
const FEWEST = 3;
const PARTS = 4;
/**
 * How sending went: users a second, latency and the limit on requests over time, as pictures and as a table. Nothing when
 * the run sent nothing, or was over at once.
 */
function* timelineSection({ requests }) {
    const { timeline, limits } = requests;
    const spanMs = timeline === null ? 0 : spanOf(timeline);
    if (timeline === null || spanMs < timeline.bucketMs * FEWEST)
        return;
    const columns = columnsOf(timeline, spanMs);
    const ticks = Array.from({ length: PARTS + 1 }, (_, part) => since((spanMs / PARTS) * part));
    yield `<section class="charts" aria-labelledby="sending" data-span="${spanMs}" data-bucket="${timeline.bucketMs}">
<h2 id="sending">How sending went</h2>
<p>${summary(timeline, spanMs, requests)}</p>
<div class="plots" aria-hidden="true">
${figure('Users a second', [key('created', 'created or updated'), key('failed', 'refused or given up')], throughputPlot(columns))}
${figure('Time to answer', [key('p95', '95 % of requests'), key('p50', 'half of them'), 'logarithmic'], latencyPlot(timeline, spanMs))}
${figure('Requests allowed in flight', [], limitPlot(limits, spanMs), 'low')}
<ol class="ticks">${ticks.map((tick) => `<li>${tick}</li>`).join('')}</ol>
<p class="readout dim">Since sending began. Point at a picture for its numbers.</p>
</div>
<details>
<summary>The numbers as a table</summary>
`;
    yield* numbers(timeline, limits);
    yield '</details>\n</section>\n';
}
function spanOf({ buckets, bucketMs }) {
    return (buckets.at(-1)?.ms ?? 0) + bucketMs;
}
function summary({ startedAt, buckets }, spanMs, { latencyMs }) {
    const users = buckets.reduce((sum, { settled, failed }) => sum + settled + failed, 0);
    const rate = users / (spanMs / 1000);
    const began = (0,page_table/* text */.Qq)(startedAt.slice(11, 19), 8);
    return `Sending began at ${began} UTC and took ${(0,number_text/* duration */.p0)(spanMs)}: ${(0,number_text/* counted */.hS)(users, 'user')}, ${rateText(rate)} a second on average. Half of the requests were answered within ${(0,number_text/* duration */.p0)(latencyMs.p50)}, 95 % within ${(0,number_text/* duration */.p0)(latencyMs.p95)}, the slowest after ${(0,number_text/* duration */.p0)(latencyMs.max)}.`;
}
/** Quarters of a short run are no whole seconds. */
function since(ms) {
    if (ms === 0)
        return '0';
    return ms < 60_000 ? `${Number((ms / 1000).toFixed(1))} s` : (0,number_text/* duration */.p0)(ms);
}
function rateText(rate) {
    return rate < 10 ? rate.toFixed(1) : (0,number_text/* count */.U9)(rate);
}
function key(tone, name) {
    return `<span class="key ${tone}">${name}</span>`;
}
function figure(title, keys, { scale, picture }, size = '') {
    const marks = scale.map((mark) => `<li>${mark}</li>`).join('');
    return `<figure${size === '' ? '' : ` class="${size}"`}>
<figcaption><strong>${title}</strong> ${keys.join(' ')}</figcaption>
<ol class="scale">${marks}</ol>
<svg viewBox="0 0 1000 100" preserveAspectRatio="none">${picture}<line class="cursor" y1="0" y2="100"/></svg>
</figure>`;
}
const page_timeline_COLUMNS = ['#Since', '#Users', '#Refused', '#Requests', '#Half within', '#95 % within', '#Allowed in flight'];
function* numbers({ buckets, bucketMs }, limits) {
    const caption = `Each line is ${(0,number_text/* duration */.p0)(bucketMs)} long; those in which nothing ended are left out.`;
    yield (0,page_table/* tableStart */.Pb)('Sending over time', page_timeline_COLUMNS, { caption, heading: false });
    for (const { ms, settled, failed, requests, p50, p95 } of buckets) {
        const latencies = [p50, p95].map((latency) => (latency === null ? '' : (0,number_text/* duration */.p0)(latency)));
        const cells = [(0,number_text/* duration */.p0)(ms), (0,number_text/* count */.U9)(settled), (0,number_text/* count */.U9)(failed), (0,number_text/* count */.U9)(requests), ...latencies];
        yield (0,page_table/* tableRow */.jD)(page_timeline_COLUMNS, [...cells, (0,number_text/* count */.U9)(limitAt(limits, ms))], ms);
    }
    yield page_table/* TABLE_END */.Pj;
}

;// CONCATENATED MODULE: ./lib/report/html/report-html.js
















/** `report.html` in chunks of about 64 KiB: one page that loads nothing, works from disk, and can be read without scripts. */
function reportHtml(page, bounds = PAGE_BOUNDS) {
    return (0,batched/* batched */.Q)(pieces(page, bounds));
}
function* pieces(page, bounds) {
    const { failures, groups, level, fileNames, notes } = page;
    const head = (0,shown_head/* shownHead */.q)(page.head, level);
    const rows = pageFailures(failures, head.totals, level, fileNames, bounds);
    yield* opening(head, notes);
    const hasRows = speaksOfRows(head);
    if (hasRows)
        yield outcomes(head);
    yield (0,check_section/* checkTable */.D)(head);
    yield (0,canary_section/* canaryTable */.j)(head);
    yield (0,password_section/* passwordTable */.y)(head);
    yield (0,verified_section/* verifiedTable */.V)(head);
    yield comparisonSection(head.comparison);
    yield reasons(groups, level, fileNames);
    yield* timelineSection(head);
    if (hasRows)
        yield* rows.table();
    yield '<div class="facts">\n';
    yield facts(head);
    yield (0,delta_section/* deltaList */.b)(head);
    yield counts('Warnings', 'Code', head.warnings);
    yield counts('Left out by skip rules', 'Rule', head.skippedBy);
    yield '</div>\n';
    yield exportTable(head);
    // Before the data, which may take a while to arrive.
    yield `</main>\n<script>${PAGE_SCRIPT}</script>\n`;
    yield* rows.data();
    yield '</body>\n</html>\n';
}
/** A check without an export has no rows to speak of. */
function speaksOfRows({ mode, totals }) {
    return mode !== 'check' || totals.rows > 0;
}
/** Nothing may load or run but the page's own, not even what a hostile record might smuggle past the escaping. */
const POLICY = [
    "default-src 'none'",
    `script-src 'sha256-${PAGE_SCRIPT_HASH}'`,
    `style-src 'sha256-${PAGE_STYLE_HASH}'`,
    "connect-src 'none'",
    "img-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
].join('; ');
function* opening(head, notes) {
    const what = head.mode === 'apply' ? 'cidaas migration' : `cidaas migration ${head.mode}`;
    yield `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${what}: ${head.outcome}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
${speaksOfRows(head) ? '<a class="skip" href="#failures">Skip to the failures</a>\n' : ''}<main>
<header>
<h1>${what} <span class="badge ${TONES[head.outcome]}">${head.outcome}</span></h1>
<p class="dim">${aboutRun(head).join(' · ')}</p>
</header>
`;
    if (notes.length === 0)
        return;
    yield `<div class="notes ${TONES[head.outcome]}">\n`;
    for (const note of notes)
        yield `<p>${(0,page_table/* text */.Qq)(note, 1000)}</p>\n`;
    yield '</div>\n';
}
const TONES = {
    succeeded: 'good',
    failed: 'bad',
    aborted: 'bad',
    cancelled: 'warn',
    error: 'bad',
};
function aboutRun(head) {
    const { tenant, totals, startedAt, finishedAt, durationMs } = head;
    const { files } = head.export;
    const more = files.length > 1 ? ` and ${(0,number_text/* counted */.hS)(files.length - 1, 'more file')}` : '';
    return [
        ...(tenant === null ? [] : [(0,page_table/* text */.Qq)(tenant, 300)]),
        ...(files[0] === undefined ? [] : [`${(0,page_table/* text */.Qq)(files[0].name, 200)}${more}`]),
        ...(speaksOfRows(head) ? [(0,number_text/* counted */.hS)(totals.rows, 'row')] : []),
        `${period((0,page_table/* text */.Qq)(startedAt, 50), (0,page_table/* text */.Qq)(finishedAt, 50))}, ${(0,number_text/* duration */.p0)(durationMs)}`,
    ];
}
/** `2026-03-01 02:00:00 to 02:13:20 UTC`. */
function period(from, to) {
    const [firstDay, first] = [from.slice(0, 10), from.slice(11, 19)];
    const [lastDay, last] = [to.slice(0, 10), to.slice(11, 19)];
    return `${firstDay} ${first} to ${firstDay === lastDay ? '' : `${lastDay} `}${last} UTC`;
}


/***/ }),

/***/ 4239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ passwordSection),
/* harmony export */   y: () => (/* binding */ passwordTable)
/* harmony export */ });
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18944);
/* harmony import */ var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95064);
/* harmony import */ var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69470);



const TITLE = 'Passwords';
const CHARACTERS = 500;
/** How the passwords of the planned users go to cidaas, for the page; nothing when none does. */
function passwordTable({ passwords }) {
    const rows = (passwords ?? []).map(({ users, algorithm, sentAs, firstLogin, sureness }) => [
        (0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(users),
        (0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(algorithm, 100),
        (0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(sentAs, 100),
        (0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(firstLogin, CHARACTERS),
        (0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(sureness, CHARACTERS),
    ]);
    return (0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .tableSection */ .Yc)(TITLE, ['#Users', 'Algorithm', 'Sent as', 'At the first login', 'How sure'], rows);
}
/** The same for the job summary. */
function passwordSection({ passwords }) {
    return {
        name: 'kinds of password',
        head: [
            `### ${TITLE}`,
            '',
            '| Users | Algorithm | Sent as | At the first login | How sure |',
            '| ---: | --- | --- | --- | --- |',
        ],
        items: (passwords ?? []).map(({ users, algorithm, sentAs, firstLogin, sureness }) => {
            const said = [firstLogin, sureness].map((words) => (0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(words, CHARACTERS)));
            return `| ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(users)} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)(algorithm)} | ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(sentAs, 100))} | ${said.join(' | ')} |`;
        }),
    };
}


/***/ }),

/***/ 18047:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   X: () => (/* binding */ requestWords)
/* harmony export */ });
/* harmony import */ var _text_number_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(95064);

/** `371 for 367 batches, 4 of them repeated`. */
function requestWords({ batches, sent, retried }) {
    const purpose = batches === 0 ? '' : ` for ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__/* .counted */ .hS)(batches, 'batch', 'batches')}`;
    const repeated = retried === 0 ? '' : `, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(retried)} of them repeated`;
    return `${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_0__/* .count */ .U9)(sent)}${purpose}${repeated}`;
}


/***/ }),

/***/ 92214:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ verifiedTable),
/* harmony export */   c: () => (/* binding */ verifiedSection)
/* harmony export */ });
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(18944);
/* harmony import */ var _text_number_text_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(95064);
/* harmony import */ var _html_page_table_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(69470);



const TITLE = 'Users read back';
const ROWS_OF_FIELD = 10;
const LISTED = 50;
const WHY_CHARACTERS = 500;
const NOT_FOUND = 'The tenant had answered that it took them: look whether somebody deleted them, or whether it gave them another sub.';
const HINT = 'The tenant shows other values than were sent. It silently skips a field that is disabled in its field setup, or that it does not know: run mode check, correct the setup, and send these users again.';
/** What reading users back after the import found, for the page; nothing when nobody asked for it. */
function verifiedTable({ verified }) {
    if (verified === undefined)
        return '';
    const fields = differing(verified);
    const { unread } = verified;
    const caption = [told(verified), ...(unread === null ? [] : [`${NOT_COMPARED} ${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .text */ .Qq)(unread, WHY_CHARACTERS)}.`])];
    if (fields.length === 0)
        return `<section>\n<h2>${TITLE}</h2>\n<p>${caption.join(' ')}</p>\n</section>\n`;
    const rows = fields.map(([field, users]) => [
        `${(0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .code */ .aY)(field, 200)}${meaning(field)}`,
        (0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(users),
        rowsWith(field, verified),
    ]);
    return (0,_html_page_table_js__WEBPACK_IMPORTED_MODULE_1__/* .tableSection */ .Yc)(TITLE, ['Field that differs', '#Users', 'Rows'], rows, {
        caption: [...caption, hintFor(fields)].join(' '),
        className: 'verified',
    });
}
/** The same for the job summary. */
function verifiedSection({ verified }) {
    const name = 'fields of the users read back';
    if (verified === undefined)
        return { name, head: [], items: [] };
    const fields = differing(verified);
    const { unread } = verified;
    const said = [`### ${TITLE}`, '', told(verified)];
    if (unread !== null)
        said.push('', `${NOT_COMPARED} ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .escapeMarkdown */ .FV)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(unread, WHY_CHARACTERS))}.`);
    if (fields.length === 0)
        return { name, head: said.slice(0, 2), items: said.slice(2) };
    const items = fields.slice(0, LISTED).map(([field, users]) => {
        return `| ${(0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .markdownCode */ .D9)((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_0__/* .shorten */ .ml)(field, 100))}${meaning(field)} | ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(users)} | ${rowsWith(field, verified)} |`;
    });
    if (fields.length > LISTED)
        items.push(`| and ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(fields.length - LISTED)} more | | |`);
    return {
        name,
        head: [...said, '', hintFor(fields), '', '| Field that differs | Users | Rows |', '| --- | ---: | --- |'],
        items,
    };
}
const NOT_COMPARED = 'Not compared field by field:';
function hintFor(fields) {
    return fields.every(([field]) => field === 'sub') ? NOT_FOUND : HINT;
}
function told({ asked, compared, same, missing }) {
    return `Read ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .counted */ .hS)(asked, 'user')} back: ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(compared)} compared, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(same)} as sent, ${(0,_text_number_text_js__WEBPACK_IMPORTED_MODULE_2__/* .count */ .U9)(missing)} not found.`;
}
/** Of somebody who was not found, only the sub is known to differ. */
function meaning(field) {
    return field === 'sub' ? ': not found' : '';
}
/** Commonest first. */
function differing({ fields }) {
    return Object.entries(fields).sort(([, a], [, b]) => b - a);
}
function rowsWith(field, { rows }) {
    const having = rows.filter(({ fields }) => fields.includes(field)).map(({ row }) => row);
    return `${having.slice(0, ROWS_OF_FIELD).join(', ')}${having.length > ROWS_OF_FIELD ? ' …' : ''}`;
}


/***/ })

};
