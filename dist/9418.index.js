export const id=9418;
export const ids=[9418];
export const modules={89418:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{reportHtml:()=>reportHtml});
;
const PAGE_SCRIPT=[``,`(function() {`,`	function chartCursor(words) {`,`		const section = document.querySelector(".charts");`,`		const plots = section?.querySelector(".plots");`,`		const readout = section?.querySelector(".readout");`,`		if (!section || !plots || !readout) return;`,`		const spanMs = Number(section.dataset.span);`,`		const bucketMs = Number(section.dataset.bucket);`,`		const names = Array.from(section.querySelectorAll("th"), (header) => header.textContent ?? "");`,`		const lines = new Map();`,`		for (const row of section.querySelectorAll("tr[data-ms]")) {`,'			const filled = Array.from(row.children, (cell, index) => [names[index], cell.textContent ?? ""]).filter(([, value]) => value !== "").map(([name, value]) => `${name} ${value}`);',`			lines.set(Number(row.dataset.ms), filled.join(" · "));`,`		}`,`		const initialText = readout.textContent;`,`		const cursors = [...plots.querySelectorAll(".cursor")];`,`		plots.addEventListener("pointermove", (event) => {`,`			const box = plots.querySelector("svg")?.getBoundingClientRect();`,`			if (box === void 0 || box.width === 0) return;`,`			const share = Math.min(.9999, Math.max(0, (event.clientX - box.left) / box.width));`,`			const ms = Math.floor(share * spanMs / bucketMs) * bucketMs;`,`			readout.textContent = lines.get(ms) ?? words.text("list.no-activity");`,`			for (const cursor of cursors) {`,`				cursor.setAttribute("x1", String(share * 1e3));`,`				cursor.setAttribute("x2", String(share * 1e3));`,`			}`,`			plots.classList.add("pointed");`,`		});`,`		plots.addEventListener("pointerleave", () => {`,`			plots.classList.remove("pointed");`,`			readout.textContent = initialText;`,`		});`,`	}`,`	function linesAddress(file, lines, bar) {`,`		const name = file.split(/\\s+/).at(-1) ?? "";`,"		return `#${new URLSearchParams({ q: `${name}:${bar * lines + 1}-${(bar + 1) * lines}` })}`;",`	}`,`	function chosenBar({ target, clientX }) {`,`		const chart = target instanceof Element ? target.closest("svg[data-lines]") : null;`,`		if (chart === null) return null;`,`		const { file = "", lines, bins } = chart.dataset;`,`		const { left, width } = chart.getBoundingClientRect();`,`		const bar = Math.floor((clientX - left) / width * Number(bins));`,`		return linesAddress(file, Number(lines), Math.max(0, Math.min(bar, Number(bins) - 1)));`,`	}`,`	function element(tag, attributes = {}, ...children) {`,`		const made = document.createElement(tag);`,`		for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : String(value));`,`		made.append(...children);`,`		return made;`,`	}`,`	function copyButton(name, label, words, text) {`,`		const button = element("button", {`,`			type: "button",`,`			class: "copy",`,`			"aria-label": label,`,`			title: label`,`		}, name);`,`		button.addEventListener("click", async () => {`,`			if (!await copied(text(), words)) return;`,`			button.textContent = words.text("list.copied");`,`			button.setAttribute("aria-label", words.text("list.copied"));`,`			setTimeout(() => {`,`				button.textContent = name;`,`				button.setAttribute("aria-label", label);`,`			}, 1500);`,`		});`,`		return button;`,`	}`,`	async function copied(text, words) {`,`		try {`,`			await navigator.clipboard.writeText(text);`,`			return true;`,`		} catch {`,`			return copiedFromBox(text, words);`,`		}`,`	}`,`	function copiedFromBox(text, words) {`,`		const box = element("textarea", {`,`			readonly: true,`,`			rows: 10,`,`			"aria-label": words.text("list.copy-box")`,`		});`,`		box.value = text;`,`		const close = element("button", { type: "button" }, words.text("list.close"));`,`		const dialog = element("dialog", {}, element("p", {}, words.text("list.copy-by-hand")), box, close);`,`		close.addEventListener("click", () => dialog.close());`,`		dialog.addEventListener("close", () => dialog.remove());`,`		document.body.append(dialog);`,`		dialog.showModal();`,`		box.select();`,`		let done = false;`,`		try {`,`			done = document.execCommand("copy");`,`		} catch {}`,`		if (done) dialog.close();`,`		return done;`,`	}`,`	const LIST_NAMES = [`,`		"failures",`,`		"warnings",`,`		"successes"`,`	];`,`	const LIST_FILES = {`,`		failures: "failures.csv",`,`		warnings: "warnings.csv",`,`		successes: "report.json"`,`	};`,`	function download(name, texts) {`,`		const address = URL.createObjectURL(new Blob([...texts], { type: "text/csv;charset=utf-8" }));`,`		const link = document.createElement("a");`,`		link.href = address;`,`		link.download = name;`,`		link.click();`,`		setTimeout(() => URL.revokeObjectURL(address), 6e4);`,`	}`,`	function outcomeText(outcome, isRehearsal, words) {`,'		return isRehearsal && (outcome === "created" || outcome === "updated") ? words.text(`outcome.rehearsed.${outcome}`) : words.text(`outcome.${outcome}`);',`	}`,`	function outcomeLabel(outcome, words) {`,`		return outcomeText(outcome, document.body.classList.contains("rehearsal"), words);`,`	}`,`	const SORT_COLUMNS = [`,`		"row",`,`		"where",`,`		"outcome",`,`		"code",`,`		"message",`,`		"user"`,`	];`,`	const PAGE_SIZES = [`,`		25,`,`		50,`,`		100,`,`		250`,`	];`,`	const FIRST_VIEW = {`,`		list: "failures",`,`		text: "",`,`		outcomes: [],`,`		code: null,`,`		sort: "row",`,`		descending: false,`,`		page: 1,`,`		size: 50`,`	};`,`	const NO_FILTERS = {`,`		text: FIRST_VIEW.text,`,`		outcomes: FIRST_VIEW.outcomes,`,`		code: FIRST_VIEW.code,`,`		page: 1`,`	};`,`	function readView(hash) {`,`		const named = new URLSearchParams(hash.replace(/^#/, ""));`,`		const sort = named.get("sort") ?? "";`,`		const column = SORT_COLUMNS.find((name) => name === sort.replace(/^-/, ""));`,`		const size = PAGE_SIZES.find((rows) => String(rows) === named.get("size"));`,`		const page = Number(named.get("page"));`,`		const list = named.get("list") ?? "";`,`		return {`,`			list: LIST_NAMES.find((name) => name === list) ?? FIRST_VIEW.list,`,`			text: named.get("q") ?? FIRST_VIEW.text,`,`			outcomes: (named.get("outcome") ?? "").split(",").filter((outcome) => outcome !== ""),`,`			code: named.get("code"),`,`			sort: column ?? FIRST_VIEW.sort,`,`			descending: column !== void 0 && sort.startsWith("-"),`,`			page: Number.isSafeInteger(page) && page > 0 ? page : FIRST_VIEW.page,`,`			size: size ?? FIRST_VIEW.size`,`		};`,`	}`,`	function writeView({ list, text, outcomes, code, sort, descending, page, size }) {`,`		const named = new URLSearchParams();`,`		if (list !== FIRST_VIEW.list) named.set("list", list);`,`		if (text !== "") named.set("q", text);`,`		if (outcomes.length > 0) named.set("outcome", outcomes.join(","));`,`		if (code !== null) named.set("code", code);`,'		if (sort !== FIRST_VIEW.sort || descending) named.set("sort", `${descending ? "-" : ""}${sort}`);',`		if (page !== FIRST_VIEW.page) named.set("page", String(page));`,`		if (size !== FIRST_VIEW.size) named.set("size", String(size));`,"		return `#${named}`;",`	}`,`	const TYPING_MS = 120;`,`	function filters(name, rows, words, change) {`,`		const search = element("input", {`,`			type: "search",`,`			class: "wide",`,`			placeholder: words.text("list.placeholder"),`,`			autocomplete: "off",`,`			spellcheck: "false"`,`		});`,`		let typing;`,`		search.addEventListener("input", () => {`,`			clearTimeout(typing);`,`			typing = setTimeout(() => change({ text: search.value.trim() }), TYPING_MS);`,`		});`,`		const codes = tally(rows, "code");`,`		const code = element("select", {}, element("option", { value: "" }, words.text("list.any")));`,'		for (const [name, number] of codes) code.append(element("option", { value: name }, `${name} (${words.count(number)})`));',`		code.addEventListener("change", () => change({ code: code.value === "" ? null : code.value }));`,`		const boxes = tally(rows, "outcome").map(([outcome, number]) => {`,`			const box = element("input", {`,`				type: "checkbox",`,`				value: outcome`,`			});`,`			box.addEventListener("change", () => change({ outcomes: checked() }));`,`			return {`,`				box,`,'				label: element("label", { class: `outcome ${outcome}` }, box, outcomeLabel(outcome, words), " ", element("span", {}, words.count(number)))',`			};`,`		});`,`		const checked = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);`,`		const outcomes = element("fieldset", {}, element("legend", {}, words.text("list.outcome")), ...boxes.map(({ label }) => label));`,`		const size = element("select", {}, ...PAGE_SIZES.map((rows) => element("option", {}, String(rows))));`,`		size.addEventListener("change", () => change({ size: Number(size.value) }));`,`		const clear = element("button", { type: "button" }, words.text("list.clear"));`,`		clear.addEventListener("click", () => {`,`			change(NO_FILTERS);`,`			search.focus();`,`		});`,`		return {`,`			form: element("search", {`,`				class: "filters",`,'				"aria-label": words.text(`list.${name}.title`)',`			}, element("label", { class: "grow" }, element("span", {}, words.text("list.search")), search), ...codes.length === 0 ? [] : [element("label", {}, element("span", {}, words.text("list.code")), code)], outcomes, clear),`,`			sizes: element("label", {}, element("span", {}, words.text("list.size")), size),`,`			show(view) {`,`				if (search.value.trim() !== view.text) search.value = view.text;`,`				code.value = view.code ?? "";`,`				size.value = String(view.size);`,`				for (const { box } of boxes) box.checked = view.outcomes.includes(box.value);`,`				clear.hidden = view.text === FIRST_VIEW.text && view.outcomes.length === 0 && view.code === null;`,`			}`,`		};`,`	}`,`	function tally(rows, column) {`,`		const counts = new Map();`,`		for (const row of rows) {`,`			const value = row[column];`,`			if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);`,`		}`,`		return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));`,`	}`,`	const MAX_NAMED = 3;`,`	function foundElsewhere(words) {`,`		const line = element("p", {`,`			class: "elsewhere",`,`			"aria-live": "polite"`,`		});`,`		return {`,`			line,`,`			show(text, others) {`,`				const found = text === "" ? [] : others.flatMap((list) => linksTo(list, text, words));`,`				line.replaceChildren(...found.length === 0 ? [] : [words.text("list.elsewhere"), ...found]);`,`			}`,`		};`,`	}`,`	function linksTo({ name, find }, text, words) {`,`		const rows = find(text);`,`		if (rows.length === 0) return [];`,`		const href = writeView({`,`			...FIRST_VIEW,`,`			list: name,`,`			text`,`		});`,'		if (rows.length > MAX_NAMED) return [" ", element("a", { href }, words.text(`list.${name}.count`, { n: rows.length }))];',`		return rows.flatMap(({ file, line, outcome, code }) => {`,`			const what = name === "warnings" ? code ?? "" : outcomeLabel(outcome, words);`,'			return [" ", element("a", { href }, element("code", {}, `${file}:${line}`), ` → ${what}`)];',`		});`,`	}`,`	const CONTROL_CHARS = /(?![\\u200c\\u200d])[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\u3164\\uffa0\\u{e0000}-\\u{e00ff}]/gu;`,`	const PRINTABLE_ASCII = /^[ -~]*$/;`,`	const SHORT_ESCAPES = {`,`		"\\n": "\\\\n",`,`		"\\r": "\\\\r",`,`		"	": "\\\\t"`,`	};`,`	function escapeControlChars(text) {`,`		if (PRINTABLE_ASCII.test(text)) return text;`,`		return text.replace(CONTROL_CHARS, (character) => SHORT_ESCAPES[character] ?? unicodeEscape(character));`,`	}`,`	function unicodeEscape(character) {`,`		const hex = (character.codePointAt(0) ?? 0).toString(16);`,'		return hex.length > 4 ? `\\\\u{${hex}}` : `\\\\u${hex.padStart(4, "0")}`;',`	}`,`	function csvCell(value) {`,`		if (value === null) return "";`,`		if (typeof value === "number") return String(value);`,`		const safe = escapeControlChars(value.replace(/^(?=[\\s"']*[=+\\-@＝＋－＠\\t\\r\\n])/u, "'")).replace(/;[\\s"']*(?=[=+\\-@＝＋－＠])/gu, (separator) => \`\${separator}'\`);`,'		return /[",;]|^\\s|\\s$/.test(safe) ? `"${safe.replaceAll("\\"", "\\"\\"")}"` : safe;',`	}`,`	function* inChunks(pieces) {`,`		let chunk = [];`,`		let length = 0;`,`		for (const piece of pieces) {`,`			chunk.push(piece);`,`			length += piece.length;`,`			if (length < 65536) continue;`,`			yield chunk.join("");`,`			chunk = [];`,`			length = 0;`,`		}`,`		if (length > 0) yield chunk.join("");`,`	}`,`	const FAILURE_COLUMNS = [...[...[`,`		"row",`,`		"file",`,`		"line",`,`		"outcome",`,`		"code",`,`		"field",`,`		"message",`,`		"hint"`,`	], ...[`,`		"sub",`,`		"email",`,`		"username",`,`		"mobile_number"`,`	]], "attempts"];`,`	function rowCsv(columns, rows) {`,`		return inChunks(lines(columns, rows));`,`	}`,`	function* lines(columns, rows) {`,'		yield `${columns.join(",")}\\r\\n`;','		for (const row of rows) yield `${columns.map((column) => csvCell(row[column] ?? null)).join(",")}\\r\\n`;',`	}`,`	function listCsv(rows) {`,`		return rowCsv(FAILURE_COLUMNS, cells(rows));`,`	}`,`	function* cells(rows) {`,`		for (const row of rows) {`,`			const message = [row.meaning, row.message].filter((part) => part !== null).join(" ");`,`			yield {`,`				...row,`,`				message`,`			};`,`		}`,`	}`,`	function lineAddress({ files }, file, line) {`,`		const address = Object.hasOwn(files, file) ? files[file] : void 0;`,"		return address === void 0 ? null : `${address}#L${line}`;",`	}`,`	const PLACE = /([^\\s:()\`'",;]{1,200}):(\\d{1,9})(?!\\d)/g;`,`	function placesIn(text, links) {`,`		const parts = [];`,`		let end = 0;`,`		for (const { 0: place, 1: file = "", 2: line, index } of text.matchAll(PLACE)) {`,`			const address = lineAddress(links, file, Number(line));`,`			if (address === null) continue;`,`			if (index > end) parts.push({`,`				text: text.slice(end, index),`,`				address: null`,`			});`,`			parts.push({`,`				text: place,`,`				address`,`			});`,`			end = index + place.length;`,`		}`,`		if (end < text.length || parts.length === 0) parts.push({`,`			text: text.slice(end),`,`			address: null`,`		});`,`		return parts;`,`	}`,`	function rowPlace({ file, line }, links) {`,`		const shown = element("code", {`,`			class: "place",`,"			title: `${file}:${line}`",'		}, element("span", {}, file), `:${line}`);',`		return linked(lineAddress(links, file, line), shown);`,`	}`,`	function linked(address, shown) {`,`		if (address === null || address === void 0 || !/^https?:\\/\\//.test(address)) return shown;`,`		return element("a", {`,`			href: address,`,`			rel: "noopener noreferrer"`,`		}, shown);`,`	}`,`	function placed(text, links) {`,`		return placesIn(text, links).map(({ text, address }) => address === null ? text : linked(address, element("span", { class: "place" }, text)));`,`	}`,`	function rowText(row, outcome, words) {`,'		const code = row.code === null || row.code === row.outcome ? "" : ` (${row.code})`;',"		return `${[",'			`${words.text("list.text.row", {',`				row: String(row.row),`,"				place: `${row.file}:${row.line}`,",`				outcome`,"			})}${code}`,",`			line(words.text("list.text.field"), row.field),`,`			line(words.text("list.text.meaning"), row.meaning),`,`			line(words.text("list.text.message"), row.message),`,`			line(words.text("list.hint"), row.hint),`,`			line(words.text("list.text.duplicate"), row.duplicateOf),`,`			line("sub", row.sub),`,`			line("email", row.email),`,`			line("username", row.username),`,`			line("mobile_number", row.mobile_number),`,`			line(words.text("list.text.requests"), row.attempts === 0 ? null : row.attempts)`,'		].filter((text) => text !== "").join("\\n")}\\n`;',`	}`,`	function line(name, value) {`,'		return value === null ? "" : `${name}: ${value}`;',`	}`,`	function columnsOf(name) {`,`		return name === "successes" ? SORT_COLUMNS.filter((column) => column !== "code" && column !== "message") : SORT_COLUMNS;`,`	}`,`	function listTable(name, { words, links }, onSort) {`,`		const columns = columnsOf(name);`,`		const headers = columns.map((column) => header(column, words, onSort));`,`		const last = element("th", {`,`			scope: "col",`,`			role: "columnheader",`,`			class: "in-copy"`,`		}, words.text("list.copy"));`,`		const head = element("tr", {`,`			role: "row",`,`			"aria-rowindex": 1`,`		}, ...headers, last);`,`		const body = element("tbody", { role: "rowgroup" });`,`		const table = element("table", {`,"			class: `rows of-${name}`,",`			role: "table",`,'			"aria-labelledby": `${name}-title`',`		}, element("thead", { role: "rowgroup" }, head), body);`,`		function show({ rows, from, selected, view }) {`,`			for (const [index, column] of columns.entries()) {`,`				const direction = view.descending ? "descending" : "ascending";`,`				headers[index]?.setAttribute("aria-sort", view.sort === column ? direction : "none");`,`			}`,`			table.setAttribute("aria-rowcount", String(selected + 1));`,`			body.replaceChildren(...rows.map((row, index) => tableRow(row, from + index + 2)));`,`		}`,`		function tableRow(row, index) {`,`			const cells = columns.map((column) => cell(column, ...contents(row, column, words, links)));`,`			return element("tr", {`,`				role: "row",`,`				"aria-rowindex": index`,`			}, ...cells, cell("copy", ...copies(row, words)));`,`		}`,`		return {`,`			table,`,`			body,`,`			show`,`		};`,`	}`,`	function header(column, words, onSort) {`,'		const button = element("button", { type: "button" }, words.text(`list.${column}`));',`		button.addEventListener("click", () => onSort(column));`,`		return element("th", {`,`			scope: "col",`,`			role: "columnheader",`,"			class: `in-${column}`",`		}, button);`,`	}`,`	function contents(row, column, words, links) {`,`		const { outcome, code, field, attempts } = row;`,`		switch (column) {`,`			case "row": return [String(row.row)];`,`			case "where": return [rowPlace(row, links)];`,`			case "outcome": {`,'				const shown = element("span", { class: `outcome ${outcome}` }, outcomeLabel(outcome, words));',`				return attempts > 1 ? [shown, detail(words.text("list.requests", { n: attempts }))] : [shown];`,`			}`,`			case "code": return [...code === null ? [] : [element("code", {}, code)], ...field === null ? [] : [element("div", { class: "detail" }, linked(ruleOf(field, links), element("span", {}, field)))]];`,`			case "message": return explanation(row, words, links);`,`			case "user": return identifiers(row);`,`		}`,`	}`,`	function ruleOf(field, { rules }) {`,`		return Object.hasOwn(rules, field) ? rules[field] ?? null : null;`,`	}`,`	function explanation({ meaning, message, hint }, { language }, links) {`,`		const parts = [];`,`		if (meaning !== null) parts.push(element("div", {}, meaning));`,`		const english = {`,`			lang: language === "en" ? null : "en",`,`			class: meaning === null ? null : "detail"`,`		};`,`		if (message !== null) parts.push(element("div", english, ...placed(message, links)));`,`		if (hint !== null) parts.push(element("div", {`,`			class: "hint",`,`			lang: meaning === null ? english.lang : null`,`		}, ...placed(hint, links)));`,`		return parts;`,`	}`,`	function identifiers({ sub, email, username, mobile_number }) {`,`		return Object.entries({`,`			email,`,`			username,`,`			mobile_number,`,`			sub`,`		}).flatMap(([name, value]) => value === null ? [] : [element("code", {`,`			class: name,`,`			title: name`,`		}, value)]);`,`	}`,`	function copies(row, words) {`,`		const { hint } = row;`,`		const number = { row: String(row.row) };`,`		const copyRow = copyButton(words.text("list.row"), words.text("list.copy-row", number), words, () => rowText(row, outcomeLabel(row.outcome, words), words));`,`		if (hint === null) return [copyRow];`,`		return [copyRow, copyButton(words.text("list.hint"), words.text("list.copy-hint-of", number), words, () => hint)];`,`	}`,`	function cell(column, ...children) {`,`		return element("td", {`,`			role: "cell",`,"			class: `in-${column}`",`		}, ...children);`,`	}`,`	function detail(text) {`,`		return element("div", { class: "detail" }, text);`,`	}`,`	function pager(label, words, go) {`,`		let current = 1;`,`		let last = 1;`,`		const input = element("input", {`,`			type: "number",`,`			min: 1,`,`			inputmode: "numeric",`,`			"aria-label": words.text("list.page")`,`		});`,`		const total = element("span");`,`		const steps = [`,`			step(words.text("list.page-first"), "«", () => 1),`,`			step(words.text("list.page-previous"), "‹", () => current - 1),`,`			step(words.text("list.page-next"), "›", () => current + 1),`,`			step(words.text("list.page-last"), "»", () => last)`,`		];`,`		const [first, previous, next, end] = steps.map(({ button }) => button);`,`		const nav = element("nav", {`,`			class: "pager",`,`			"aria-label": label`,`		});`,`		nav.append(...[`,`			first,`,`			previous,`,`			input,`,`			total,`,`			next,`,`			end`,`		].filter((part) => part !== void 0));`,`		input.addEventListener("change", () => go(Math.min(last, Math.max(1, Math.round(Number(input.value)) || current))));`,`		function step(name, sign, target) {`,`			const button = element("button", {`,`				type: "button",`,`				"aria-label": name,`,`				title: name`,`			}, sign);`,`			button.addEventListener("click", () => {`,`				const page = target();`,`				if (page !== current && page >= 1 && page <= last) go(page);`,`			});`,`			return {`,`				button,`,`				target`,`			};`,`		}`,`		return {`,`			nav,`,`			show(page, pages) {`,`				current = page;`,`				last = pages;`,`				input.value = String(page);`,`				input.max = String(pages);`,`				total.textContent = words.text("list.page-of", { pages });`,`				for (const { button, target } of steps) {`,`					const there = target();`,`					button.setAttribute("aria-disabled", String(there === current || there < 1 || there > last));`,`				}`,`			}`,`		};`,`	}`,`	function rowSearch(rows, outcomeName = () => "") {`,`		const places = [];`,`		const texts = [];`,`		function prepare(more = SLICE) {`,`			for (const row of rows.slice(places.length, places.length + more)) {`,`				places.push(placeOf(row));`,`				texts.push(textOf(row, outcomeName(row.outcome)));`,`			}`,`			return places.length < rows.length;`,`		}`,`		function finder(text) {`,`			const words = text.toLowerCase().split(/\\s+/).filter(Boolean).map(searchWord);`,`			if (words.length > 0) prepare(rows.length);`,`			return (index) => words.every((word) => word.isIn(texts[index] ?? "") || places[index]?.includes(word.place) || word.isAt(rows[index]));`,`		}`,`		return {`,`			prepare,`,`			finder`,`		};`,`	}`,`	const SLICE = 500;`,`	const BORDER = "\\n";`,`	function searchWord(word) {`,`		const isNumber = /^\\d+$/.test(word);`,`		const isAt = lineRange(word);`,"		const place = isNumber ? `${BORDER}${word}${BORDER}` : /:\\d+$/.test(word) ? `${word}${BORDER}` : word;",`		if (!isNumber || word.length > 4) return {`,`			place,`,`			isAt,`,`			isIn: (text) => text.includes(word)`,`		};`,"		const whole = new RegExp(`(?<![\\\\da-z])${word}(?![\\\\da-z])`);",`		return {`,`			place,`,`			isAt,`,`			isIn: (text) => whole.test(text)`,`		};`,`	}`,`	function lineRange(word) {`,`		const [, name = "", from, to] = /^(.*):(\\d+)-(\\d+)$/.exec(word) ?? [];`,`		if (from === void 0) return () => false;`,`		return (row) => row !== void 0 && row.line >= Number(from) && row.line <= Number(to) && row.file.toLowerCase().endsWith(name);`,`	}`,`	function placeOf({ row, file, line }) {`,`		return [`,`			"",`,`			row,`,`			line,`,"			`${file}:${line}`,",`			""`,`		].join(BORDER).toLowerCase();`,`	}`,`	function textOf({ outcome, code, field, meaning, message, hint, sub, email, username, mobile_number }, name) {`,`		return [`,`			outcome,`,`			name,`,`			code,`,`			field,`,`			meaning,`,`			message,`,`			hint,`,`			sub,`,`			email,`,`			username,`,`			mobile_number`,`		].join(BORDER).toLowerCase();`,`	}`,`	function rowOrder(rows) {`,`		const known = new Map();`,`		return (column) => {`,`			const order = known.get(column) ?? sorted(rows, column);`,`			known.set(column, order);`,`			return order;`,`		};`,`	}`,`	function sorted(rows, column) {`,`		const order = Uint32Array.from(rows, (_, index) => index);`,`		if (column === "row") return order;`,`		const keys = rows.map((row) => sortKey(row, column));`,`		return order.sort((a, b) => {`,`			const left = keys[a] ?? "";`,`			const right = keys[b] ?? "";`,`			return left < right ? -1 : left > right ? 1 : a - b;`,`		});`,`	}`,`	function sortKey(row, column) {`,`		switch (column) {`,`			case "row": return "";`,'			case "where": return `${row.file}:${String(row.line).padStart(10, "0")}`;',`			case "outcome": return row.outcome;`,`			case "code": return row.code ?? LAST;`,`			case "message": return row.message?.toLowerCase() ?? LAST;`,`			case "user": return (row.email ?? row.username ?? row.mobile_number ?? row.sub)?.toLowerCase() ?? LAST;`,`		}`,`	}`,`	const LAST = "￿";`,`	function rowSelection(rows, { finder }) {`,`		const order = rowOrder(rows);`,`		return ({ text, outcomes, code, sort, descending }) => {`,`			const matches = finder(text);`,`			const wanted = new Set(outcomes);`,`			const selected = order(sort).filter((index) => {`,`				const row = rows[index];`,`				if (row === void 0) return false;`,`				if (wanted.size > 0 && !wanted.has(row.outcome)) return false;`,`				if (code !== null && row.code !== code) return false;`,`				return matches(index);`,`			});`,`			return descending ? selected.reverse() : selected;`,`		};`,`	}`,`	const HIGHLIGHT = "found";`,`	function highlightMatches(inside, text) {`,`		if (!("highlights" in CSS)) return;`,`		CSS.highlights.delete(HIGHLIGHT);`,`		const words = text.toLowerCase().split(/\\s+/).filter(Boolean);`,`		if (words.length === 0) return;`,`		const found = new Highlight();`,`		const nodes = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);`,`		for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {`,`			const content = node.textContent?.toLowerCase() ?? "";`,`			for (const word of words) for (let at = content.indexOf(word); at >= 0; at = content.indexOf(word, at + word.length)) {`,`				const range = new Range();`,`				range.setStart(node, at);`,`				range.setEnd(node, Math.min(at + word.length, node.textContent?.length ?? 0));`,`				found.add(range);`,`			}`,`		}`,`		CSS.highlights.set(HIGHLIGHT, found);`,`	}`,`	const PRINTED_ROWS = {`,`		failures: 200,`,`		warnings: 50,`,`		successes: 0`,`	};`,`	function showList(host, list, setup, others) {`,`		const { name, rows } = list;`,`		const { words } = setup;`,`		const search = rowSearch(rows, (outcome) => outcomeLabel(outcome, words));`,`		const select = rowSelection(rows, search);`,`		const { form, sizes, show: showFilters } = filters(name, rows, words, (change) => changeView({`,`			...change,`,`			page: 1`,`		}));`,`		const table = listTable(name, setup, (column) => changeView({`,`			sort: column,`,`			descending: view.sort === column && !view.descending,`,`			page: 1`,`		}));`,`		const status = element("p", { role: "status" });`,`		const elsewhere = foundElsewhere(words);`,`		const printed = element("p", { class: "printed" });`,`		const csv = element("button", {`,`			type: "button",`,`			class: "csv"`,`		}, words.text("list.csv"));`,'		csv.addEventListener("click", () => download(`${name}-filtered.csv`, listCsv(selectedRows(select(view)))));',"		const label = words.text(`list.${name}.pages`);",`		const pagers = [label, words.text("list.pages.below", { pages: label })].map((label) => pager(label, words, (page) => {`,`			changeView({ page });`,`			if (table.table.getBoundingClientRect().top < 0) table.table.scrollIntoView();`,`		}));`,`		const [above, below] = pagers.map(({ nav }) => nav);`,`		host.replaceChildren(...limitations(list, words).map((text) => element("p", { class: "note" }, text)), form, elsewhere.line, element("div", { class: "above" }, status, csv, sizes, above ?? ""), printed, table.table, element("div", { class: "above" }, below ?? ""));`,`		let view = ownView() ?? {`,`			...FIRST_VIEW,`,`			list: name`,`		};`,`		render();`,`		whenIdle(() => search.prepare());`,`		addEventListener("hashchange", () => {`,`			if (location.hash !== "" && !location.hash.includes("=")) return;`,`			view = ownView() ?? view;`,`			render();`,`		});`,`		addEventListener("beforeprint", () => render({`,`			...view,`,`			page: 1,`,`			size: PRINTED_ROWS[name]`,`		}));`,`		addEventListener("afterprint", () => render());`,`		function ownView() {`,`			const found = readView(location.hash);`,`			return found.list === name ? found : null;`,`		}`,`		function changeView(change) {`,`			view = {`,`				...view,`,`				...change`,`			};`,`			render();`,`			try {`,`				history.replaceState(null, "", writeView(view));`,`			} catch {}`,`		}`,`		function selectedRows(indexes) {`,`			return Array.from(indexes, (index) => rows[index]).filter((row) => row !== void 0);`,`		}`,`		function render(shownView) {`,`			const selected = select(shownView ?? view);`,`			if (shownView === void 0) {`,`				const pages = Math.max(1, Math.ceil(selected.length / view.size));`,`				if (view.page > pages) view = {`,`					...view,`,`					page: pages`,`				};`,`				showFilters(view);`,`				for (const { show } of pagers) show(view.page, pages);`,`				elsewhere.show(view.text, others());`,`			}`,`			const { page, size, text } = shownView ?? view;`,`			const from = (page - 1) * size;`,`			const shown = selectedRows(selected.subarray(from, from + size));`,`			table.show({`,`				rows: shown,`,`				from,`,`				selected: selected.length,`,`				view`,`			});`,`			highlightMatches(table.body, text);`,`			status.textContent = statusText(list, words, selected.length, from, shown.length);`,"			const part = words.text(`list.${name}.of`, {",`				selected: shown.length,`,`				n: selected.length`,`			});`,`			printed.textContent = shown.length === selected.length ? "" : words.text("list.printed", {`,`				shown: part,`,`				file: LIST_FILES[name]`,`			});`,`		}`,`		return {`,`			name,`,`			find: (text) => selectedRows(select({`,`				...FIRST_VIEW,`,`				list: name,`,`				text`,`			})),`,`			refresh: render`,`		};`,`	}`,`	function statusText({ name, rows }, words, selected, from, shown) {`,"		if (selected === 0) return words.text(`list.${name}.none`, { all: rows.length });","		const which = selected === rows.length ? words.text(`list.${name}.count`, { n: selected }) : words.text(`list.${name}.of`, {",`			selected,`,`			n: rows.length`,`		});`,`		return shown === selected ? which : words.text("list.shown", {`,`			list: which,`,`			from: from + 1,`,`			to: from + shown`,`		});`,`	}`,`	function limitations({ name, rows, totals, isComplete }, words) {`,`		if (!isComplete) return [words.text("list.incomplete", { file: LIST_FILES[name] })];`,`		const kind = name === "warnings" ? "code" : "outcome";`,`		const held = new Map();`,`		for (const row of rows) held.set(row[kind] ?? "", (held.get(row[kind] ?? "") ?? 0) + 1);`,`		const parts = Object.entries(totals).flatMap(([value, all]) => {`,`			const here = held.get(value) ?? 0;`,`			return here < all ? [words.text("list.first", {`,`				held: here,`,`				all,`,`				kind: kindText(value, kind, words)`,`			})] : [];`,`		});`,`		if (parts.length === 0) return [];`,`		return [words.text("list.limited", {`,`			parts: parts.join(", "),`,"			all: words.text(`list.${name}.all`)",`		})];`,`	}`,`	function kindText(value, kind, words) {`,`		return kind === "code" ? value : outcomeLabel(value, words);`,`	}`,`	function whenIdle(work) {`,`		globalThis.requestIdleCallback?.((deadline) => {`,`			let hasMore = true;`,`			while (hasMore && deadline.timeRemaining() > 2) hasMore = work();`,`			if (hasMore) whenIdle(work);`,`		});`,`	}`,`	function showLocalTime(language) {`,`		const [from, to] = Array.from(document.querySelectorAll("header time"), (time) => new Date(time.getAttribute("datetime") ?? ""));`,`		const place = document.querySelector("header .local");`,`		if (from === void 0 || to === void 0 || place === null) return;`,`		if (Number.isNaN(from.getTime()) || Number.isNaN(to.getTime()) || from.getTimezoneOffset() === 0) return;`,'		place.textContent = ` (${new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, {',`			year: "numeric",`,`			month: "short",`,`			day: "numeric",`,`			hour: "2-digit",`,`			minute: "2-digit",`,`			second: "2-digit",`,`			timeZoneName: "short"`,"		}).formatRange(from, to)})`;",`	}`,`	function count(value) {`,`		return String(Math.round(value)).replace(/\\B(?=(?:\\d{3})+$)/g, ",");`,`	}`,`	function duration(milliseconds) {`,"		if (milliseconds < 1e3) return `${Math.max(0, Math.round(milliseconds))} ms`;",`		const seconds = Math.round(milliseconds / 1e3);`,"		if (seconds < 60) return `${seconds} s`;",`		if (seconds < 600) return twoUnits(Math.floor(seconds / 60), "min", seconds % 60, "s");`,`		const minutes = Math.round(seconds / 60);`,"		if (minutes < 60) return `${minutes} min`;",`		return twoUnits(Math.floor(minutes / 60), "h", minutes % 60, "min");`,`	}`,`	function size(bytes) {`,`		const units = [`,`			"B",`,`			"kB",`,`			"MB",`,`			"GB",`,`			"TB"`,`		];`,`		let value = bytes;`,`		let unit = 0;`,`		while (value >= 999.5 && unit < units.length - 1) {`,`			value /= 1e3;`,`			unit++;`,`		}`,"		return `${unit > 0 && value < 9.95 ? value.toFixed(1) : value.toFixed(0)} ${units[unit]}`;",`	}`,`	function twoUnits(large, largeUnit, small, smallUnit) {`,"		return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;",`	}`,`	function createWords(language, catalogue) {`,`		const forms = new Intl.PluralRules(language);`,`		const whole = new Intl.NumberFormat(language, { maximumFractionDigits: 0 });`,`		const written = language === "en" ? count : (value) => whole.format(value);`,`		const decimal = (value, most, least = 0) => new Intl.NumberFormat(language, {`,`			maximumFractionDigits: most,`,`			minimumFractionDigits: least`,`		}).format(value);`,`		return {`,`			language,`,`			text(key, values = {}) {`,`				const found = catalogue[key];`,`				const isOne = typeof values.n === "number" && forms.select(values.n) === "one";`,`				return (typeof found === "string" ? found : isOne ? found.one : found.other).replace(PLACEHOLDER, (all, name) => {`,`					const value = values[name];`,`					return typeof value === "number" ? written(value) : value ?? all;`,`				});`,`			},`,`			count: written,`,`			decimal,`,`			duration,`,`			size: (bytes) => size(bytes).replace(/\\d\\.\\d/, (number) => decimal(Number(number), 1, 1))`,`		};`,`	}`,`	const PLACEHOLDER = /\\{(\\w+)\\}/g;`,`	const MAX_WORDS = 2e3;`,`	function pageRowReader() {`,`		const word = wordReader();`,`		const message = wordReader();`,`		return (cells) => {`,`			const [row, line, file, outcome, code, field, text, hint, duplicateOf, attempts, ...ids] = cells;`,`			const [sub, email, username, mobile, meaning] = ids;`,`			return {`,`				row: Number(row),`,`				line: Number(line),`,`				file: word(file) ?? "",`,`				outcome: word(outcome),`,`				code: word(code),`,`				field: word(field),`,`				message: message(text),`,`				hint: word(hint),`,`				duplicateOf: typeof duplicateOf === "number" ? duplicateOf : null,`,`				attempts: Number(attempts),`,`				sub: textOrNull(sub),`,`				email: textOrNull(email),`,`				username: textOrNull(username),`,`				mobile_number: textOrNull(mobile),`,`				meaning: word(meaning)`,`			};`,`		};`,`	}`,`	function wordReader() {`,`		const words = [];`,`		return (cell) => {`,`			if (typeof cell === "number") return words[cell] ?? null;`,`			if (typeof cell === "string" && words.length < MAX_WORDS) words.push(cell);`,`			return cell ?? null;`,`		};`,`	}`,`	function textOrNull(cell) {`,`		return typeof cell === "string" ? cell : null;`,`	}`,`	function readSetup() {`,`		const script = document.querySelector("script[type=\\"application/json\\"]");`,`		const given = JSON.parse(script?.textContent ?? "");`,`		script?.remove();`,`		return {`,`			words: createWords(given.language, given.texts),`,`			links: given.links`,`		};`,`	}`,`	function readPageData() {`,`		const lists = new Map();`,`		let read = pageRowReader();`,`		let rows = [];`,`		let list = null;`,`		for (const script of document.querySelectorAll("script[type=\\"application/json\\"]")) {`,`			const block = parsed(script.textContent);`,`			script.remove();`,`			if (block === null) break;`,`			if ("list" in block) {`,`				read = pageRowReader();`,`				rows = [];`,`				list = {`,`					name: block.list,`,`					rows,`,`					totals: block.totals,`,`					isComplete: false`,`				};`,`				lists.set(list.name, list);`,`			} else if ("end" in block) {`,`				if (list !== null) lists.set(list.name, {`,`					...list,`,`					isComplete: block.end === rows.length`,`				});`,`			} else for (const cells of block) rows.push(read(cells));`,`		}`,`		return (name) => lists.get(name) ?? {`,`			name,`,`			rows: [],`,`			totals: {},`,`			isComplete: false`,`		};`,`	}`,`	function parsed(json) {`,`		try {`,`			return JSON.parse(json ?? "");`,`		} catch {`,`			return null;`,`		}`,`	}`,`	const setup = readSetup();`,`	const { words } = setup;`,`	const hosts = document.querySelectorAll(".list");`,`	for (const host of hosts) host.textContent = words.text("list.loading");`,`	showLocalTime(words.language);`,`	document.addEventListener("DOMContentLoaded", () => {`,`		chartCursor(words);`,`		for (const hint of document.querySelectorAll(".reasons .hint")) {`,`			const text = hint.textContent ?? "";`,`			if (text !== "") hint.append(" ", copyButton(words.text("list.copy"), words.text("list.copy-hint"), words, () => text));`,`		}`,`		document.addEventListener("click", followLink);`,`		document.addEventListener("click", (event) => {`,`			const rows = chosenBar(event);`,`			if (rows === null) return;`,`			location.hash = rows;`,`			setTimeout(() => goTo(rows));`,`		});`,`		if (hosts.length === 0) return;`,`		const listOf = readPageData();`,`		const lists = [];`,`		for (const host of hosts) {`,`			const name = host.dataset.list;`,`			lists.push(showList(host, listOf(name), setup, () => lists.filter((list) => list.name !== name)));`,`		}`,`		if (!location.hash.includes("=")) return;`,`		for (const list of lists) list.refresh();`,`		goTo(location.hash);`,`	});`,`	function goTo(view) {`,`		const name = view.includes("=") ? readView(view).list : view.slice(1);`,"		const target = document.getElementById(`${name}-title`) ?? document.getElementById(name);",`		target?.scrollIntoView();`,`		target?.focus({ preventScroll: true });`,`	}`,`	function followLink(event) {`,`		const link = event.target instanceof Element ? event.target.closest("a[href^=\\"#\\"]") : null;`,`		if (link === null) return;`,`		const view = link.getAttribute("href") ?? "";`,`		if (!view.includes("=")) event.preventDefault();`,`		setTimeout(() => goTo(view));`,`	}`,`})();`,``].join(`
`);
const PAGE_SCRIPT_HASH=`XFNBGbooMFOTqaAHluSWwkzbUolhqs/ioXMcDBjMaVI=`;
const PAGE_STYLE=[``,`:root {`,`  color-scheme: light dark;`,`  --paper: #fff;`,`  --card: #f6f7f9;`,`  --line: #dfe3ea;`,`  --ink: #1b2230;`,`  --dim: #586174;`,`  --link: #0b5cad;`,`  --mark: #ffe58f;`,`  --green: #1a7f4b;`,`  --teal: #2a8f9c;`,`  --grey: #737d8f;`,`  --slate: #5a6b87;`,`  --amber: #a05f00;`,`  --red: #c0312b;`,`  --plum: #8d3b8f;`,`  --orange: #b8480f;`,`  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;`,`}`,`@media screen and (prefers-color-scheme: dark) {`,`  :root {`,`    --paper: #11151c;`,`    --card: #191f29;`,`    --line: #2d3544;`,`    --ink: #e4e8f0;`,`    --dim: #98a3b6;`,`    --link: #74b4ff;`,`    --mark: #6b5310;`,`    --green: #46b981;`,`    --teal: #4fb6c3;`,`    --grey: #8d98ab;`,`    --slate: #8ba0c4;`,`    --amber: #e0a145;`,`    --red: #f5746b;`,`    --plum: #cf8ad1;`,`    --orange: #f0905a;`,`  }`,`}`,`.created,`,`.planned,`,`.good {`,`  --tone: var(--green);`,`}`,`.updated {`,`  --tone: var(--teal);`,`}`,`.unchanged,`,`.skipped,`,`.calm {`,`  --tone: var(--grey);`,`}`,`.duplicate,`,`.warn {`,`  --tone: var(--amber);`,`}`,`.unsent {`,`  --tone: var(--slate);`,`}`,`.invalid {`,`  --tone: var(--orange);`,`}`,`.failed,`,`.bad {`,`  --tone: var(--red);`,`}`,`.unknown {`,`  --tone: var(--plum);`,`}`,`* {`,`  box-sizing: border-box;`,`}`,`body {`,`  margin: 0;`,`  padding: 1.75rem clamp(0.75rem, 3vw, 2.5rem) 3rem;`,`  background: var(--paper);`,`  color: var(--ink);`,`  font:`,`    15px / 1.45 system-ui,`,`    -apple-system,`,`    "Segoe UI",`,`    Roboto,`,`    "Noto Sans",`,`    sans-serif;`,`}`,`main {`,`  max-width: 86rem;`,`  margin: 0 auto;`,`}`,`h1 {`,`  margin: 0 0 0.3rem;`,`  font-size: 1.6rem;`,`  line-height: 1.2;`,`}`,`h2 {`,`  margin: 2.25rem 0 0.6rem;`,`  font-size: 1.1rem;`,`}`,`ul {`,`  margin: 0.5rem 0;`,`  padding-left: 1.2rem;`,`}`,`h2:focus {`,`  outline: none;`,`}`,`p {`,`  margin: 0.25rem 0;`,`  max-width: 90ch;`,`}`,`a {`,`  color: var(--link);`,`}`,`code {`,`  font: 0.92em / 1.4 var(--mono);`,`  overflow-wrap: anywhere;`,`}`,`:focus-visible {`,`  outline: 2px solid var(--link);`,`  outline-offset: 2px;`,`}`,`.dim,`,`.detail,`,`.hint,`,`caption {`,`  color: var(--dim);`,`}`,`.hidden {`,`  position: absolute;`,`  width: 1px;`,`  height: 1px;`,`  margin: 0;`,`  overflow: hidden;`,`  clip-path: inset(50%);`,`}`,`[hidden] {`,`  display: none;`,`}`,`.skip {`,`  position: absolute;`,`  left: 0.5rem;`,`  top: -4rem;`,`  z-index: 9;`,`  padding: 0.5rem 1rem;`,`  background: var(--paper);`,`  border: 1px solid var(--line);`,`}`,`.skip:focus {`,`  top: 0.5rem;`,`}`,`.badge {`,`  display: inline-block;`,`  margin-left: 0.4rem;`,`  padding: 0.15rem 0.7rem;`,`  border-radius: 1rem;`,`  background: var(--tone);`,`  color: var(--paper);`,`  font-size: 0.95rem;`,`  vertical-align: 0.15em;`,`}`,`.notes {`,`  margin: 1rem 0 0;`,`  padding: 0.5rem 0.9rem;`,`  border-left: 4px solid var(--tone);`,`  border-radius: 0.25rem;`,`  background: var(--card);`,`}`,`.contents {`,`  position: sticky;`,`  top: 0;`,`  z-index: 2;`,`  margin: 0.75rem 0 0;`,`  background: var(--paper);`,`  border-bottom: 1px solid var(--line);`,`  overflow-x: auto;`,`  scrollbar-width: thin;`,`}`,`.contents ul {`,`  display: flex;`,`  gap: 1.1rem;`,`  margin: 0;`,`  padding: 0.5rem 0;`,`  list-style: none;`,`  font-size: 0.85rem;`,`  white-space: nowrap;`,`}`,`.contents a {`,`  text-decoration: none;`,`}`,`.contents a:hover {`,`  text-decoration: underline;`,`}`,`[id] {`,`  scroll-margin-top: 3.25rem;`,`}`,`.verdict {`,`  margin: 1rem 0 0;`,`  padding: 0.9rem 1.1rem 1rem;`,`  border: 1px solid var(--line);`,`  border-left: 6px solid var(--tone);`,`  border-radius: 0.4rem;`,`  background: var(--card);`,`}`,`.verdict .headline {`,`  font-size: 1.1rem;`,`  font-weight: 600;`,`}`,`h3 {`,`  margin: 0.9rem 0 0.2rem;`,`  font-size: 0.95rem;`,`}`,`.track {`,`  fill: var(--line);`,`}`,`.place {`,`  white-space: nowrap;`,`  overflow-wrap: normal;`,`}`,`.rehearsal {`,`  border-top: 0.5rem solid var(--plum);`,`}`,`.rehearsal .badge,`,`.rehearsed {`,`  --tone: var(--plum);`,`}`,`.alerts,`,`.note {`,`  padding: 0.4rem 0.8rem;`,`  border-left: 4px solid var(--amber);`,`  background: var(--card);`,`}`,`.all {`,`  --tone: var(--slate);`,`}`,`rect {`,`  fill: var(--tone);`,`}`,`.flow {`,`  display: block;`,`  width: 100%;`,`  min-width: 42rem;`,`  max-width: 68rem;`,`  margin-top: 0.75rem;`,`}`,`.flow text {`,`  fill: var(--ink);`,`  font-size: 14px;`,`  font-variant-numeric: tabular-nums;`,`}`,`.ribbon {`,`  fill-opacity: 0.22;`,`}`,`.tiles {`,`  display: flex;`,`  flex-wrap: wrap;`,`  gap: 0.5rem 1.6rem;`,`  margin: 0;`,`  padding: 0;`,`  list-style: none;`,`}`,`.tiles li {`,`  padding-left: 0.7rem;`,`  border-left: 4px solid var(--tone, var(--line));`,`}`,`.tiles b {`,`  display: block;`,`  font-size: 1.35rem;`,`  line-height: 1.2;`,`  font-variant-numeric: tabular-nums;`,`}`,`.tiles .dim {`,`  font-size: 0.85rem;`,`}`,`.outcome {`,`  color: var(--tone);`,`  font-weight: 600;`,`  white-space: nowrap;`,`}`,`.scroll {`,`  overflow-x: auto;`,`}`,`.scroll code {`,`  overflow-wrap: break-word;`,`}`,`header p {`,`  max-width: none;`,`}`,`table {`,`  width: 100%;`,`  border-collapse: separate;`,`  border-spacing: 0;`,`  font-size: 0.875rem;`,`}`,`th,`,`td {`,`  padding: 0.4rem 0.75rem 0.4rem 0;`,`  text-align: left;`,`  vertical-align: top;`,`  border-bottom: 1px solid var(--line);`,`}`,`th {`,`  background: var(--paper);`,`  border-bottom: 2px solid var(--line);`,`  color: var(--dim);`,`  font-weight: 600;`,`  white-space: nowrap;`,`}`,`td.number,`,`th.number {`,`  padding-right: 1.5rem;`,`  text-align: right;`,`  font-variant-numeric: tabular-nums;`,`  white-space: nowrap;`,`}`,`caption {`,`  padding: 0 0 0.4rem;`,`  text-align: left;`,`}`,`.share {`,`  display: block;`,`  width: 6rem;`,`  height: 0.25rem;`,`  margin: 0.2rem 0 0 auto;`,`}`,`.reasons td:last-child {`,`  width: 45%;`,`}`,`.detail,`,`.hint {`,`  font-size: 0.95em;`,`}`,`.in-message .hint {`,`  margin-top: 0.15rem;`,`}`,`.plots {`,`  display: grid;`,`  gap: 0.9rem;`,`  margin-top: 0.75rem;`,`}`,`figure {`,`  display: grid;`,`  grid-template-columns: 3.75rem 1fr;`,`  column-gap: 0.5rem;`,`  margin: 0;`,`}`,`figcaption {`,`  grid-column: 2;`,`  color: var(--dim);`,`  font-size: 0.85rem;`,`}`,`figcaption strong {`,`  margin-right: 0.75rem;`,`  color: var(--ink);`,`}`,`.key {`,`  margin-right: 0.6rem;`,`  white-space: nowrap;`,`}`,`.key::before {`,`  content: "";`,`  display: inline-block;`,`  width: 0.7em;`,`  height: 0.7em;`,`  margin-right: 0.35em;`,`  border-radius: 0.15em;`,`  background: var(--tone);`,`}`,`.p50 {`,`  --tone: var(--link);`,`}`,`.p95 {`,`  --tone: var(--grey);`,`}`,`.scale,`,`.ticks {`,`  display: flex;`,`  justify-content: space-between;`,`  margin: 0;`,`  padding: 0;`,`  list-style: none;`,`  color: var(--dim);`,`  font-size: 0.75rem;`,`  line-height: 1;`,`  font-variant-numeric: tabular-nums;`,`}`,`.scale {`,`  flex-direction: column;`,`  margin: -0.375rem 0;`,`  text-align: right;`,`}`,`.ticks {`,`  margin-left: 4.25rem;`,`}`,`figure svg {`,`  display: block;`,`  width: 100%;`,`  height: 6.5rem;`,`  overflow: visible;`,`}`,`figure.low svg {`,`  height: 2.5rem;`,`}`,`path,`,`polyline {`,`  fill: var(--tone);`,`  vector-effect: non-scaling-stroke;`,`}`,`polyline {`,`  fill: none;`,`  stroke: var(--tone);`,`  stroke-width: 1.5px;`,`  stroke-linejoin: round;`,`}`,`.charts path.created,`,`.charts path.failed {`,`  fill-opacity: 0.85;`,`}`,`figure.along svg {`,`  cursor: pointer;`,`  height: 4.5rem;`,`  border-bottom: 1px solid var(--line);`,`}`,`.places figure {`,`  margin: 0.75rem 0;`,`}`,`.places .ticks {`,`  grid-column: 2;`,`  margin: 0.3rem 0 0;`,`}`,`.places .scale {`,`  margin: 0;`,`}`,`.grid {`,`  fill: none;`,`  stroke: var(--line);`,`}`,`.limit {`,`  fill: none;`,`  stroke: var(--slate);`,`  stroke-width: 2px;`,`}`,`.cursor {`,`  stroke: var(--ink);`,`  vector-effect: non-scaling-stroke;`,`  visibility: hidden;`,`}`,`.pointed .cursor {`,`  visibility: visible;`,`}`,`.readout {`,`  min-height: 1.45em;`,`  margin: -0.4rem 0 0 4.25rem;`,`  font-size: 0.85rem;`,`}`,`summary {`,`  width: max-content;`,`  margin: 0.5rem 0;`,`  color: var(--link);`,`  cursor: pointer;`,`}`,`details .scroll {`,`  max-height: 24rem;`,`  overflow: auto;`,`}`,`details table {`,`  width: auto;`,`}`,`pre {`,`  max-height: 24rem;`,`  overflow: auto;`,`}`,`details th {`,`  position: sticky;`,`  top: 0;`,`}`,`button,`,`input,`,`select,`,`textarea {`,`  padding: 0.3rem 0.6rem;`,`  border: 1px solid var(--line);`,`  border-radius: 0.3rem;`,`  background: var(--card);`,`  color: inherit;`,`  font: inherit;`,`}`,`button {`,`  cursor: pointer;`,`}`,`button:hover {`,`  border-color: var(--dim);`,`}`,`button[aria-disabled="true"] {`,`  opacity: 0.4;`,`  cursor: default;`,`}`,`.filters,`,`.above {`,`  display: flex;`,`  flex-wrap: wrap;`,`  align-items: end;`,`  gap: 0.6rem 1rem;`,`  margin: 0.6rem 0;`,`}`,`.above {`,`  align-items: center;`,`  justify-content: flex-end;`,`  font-size: 0.9rem;`,`}`,`.above [role="status"] {`,`  flex: 1 0 auto;`,`  font-weight: 600;`,`}`,`.filters label > span:first-child,`,`legend {`,`  display: block;`,`  padding: 0;`,`  color: var(--dim);`,`  font-size: 0.8rem;`,`}`,`.filters .grow {`,`  flex: 1 1 18rem;`,`}`,`.wide {`,`  width: 100%;`,`}`,`.filters select {`,`  max-width: 18rem;`,`}`,`fieldset {`,`  display: flex;`,`  flex-wrap: wrap;`,`  gap: 0.35rem;`,`  margin: 0;`,`  padding: 0;`,`  border: 0;`,`}`,`fieldset label {`,`  padding: 0.3rem 0.6rem;`,`  border: 1px solid var(--line);`,`  border-radius: 0.3rem;`,`  background: var(--card);`,`  cursor: pointer;`,`}`,`fieldset label:has(:checked) {`,`  border-color: var(--tone);`,`  box-shadow: inset 0 0 0 1px var(--tone);`,`}`,`fieldset span {`,`  font-weight: 400;`,`  font-variant-numeric: tabular-nums;`,`}`,`fieldset input {`,`  margin: 0 0.4em 0 0;`,`  accent-color: var(--tone);`,`}`,`.pager {`,`  display: flex;`,`  align-items: center;`,`  gap: 0.3rem;`,`}`,`.pager input {`,`  width: 5rem;`,`  appearance: textfield;`,`  text-align: right;`,`}`,`.above label span {`,`  margin-right: 0.5rem;`,`}`,`.pager button {`,`  min-width: 2rem;`,`}`,`.rows {`,`  table-layout: fixed;`,`}`,`.rows th {`,`  position: sticky;`,`  top: 2.35rem;`,`  z-index: 1;`,`}`,`code.place span {`,`  display: inline-block;`,`  max-width: calc(100% - 7ch);`,`  overflow: hidden;`,`  text-overflow: ellipsis;`,`  vertical-align: bottom;`,`}`,`a code.place span {`,`  text-decoration: underline;`,`}`,`.elsewhere {`,`  font-size: 0.9rem;`,`}`,`.elsewhere:empty,`,`.printed {`,`  display: none;`,`}`,`.csv {`,`  flex: none;`,`}`,`.rows th button {`,`  padding: 0;`,`  border: 0;`,`  background: none;`,`  font-weight: 600;`,`}`,`.rows th button::after {`,`  content: "";`,`  display: inline-block;`,`  width: 0.9em;`,`  text-align: center;`,`}`,`.rows [aria-sort="ascending"] button::after {`,`  content: "▴" / "";`,`}`,`.rows [aria-sort="descending"] button::after {`,`  content: "▾" / "";`,`}`,`.rows [aria-sort="ascending"],`,`.rows [aria-sort="descending"] {`,`  color: var(--ink);`,`}`,`.rows tbody tr:hover > td {`,`  background: var(--card);`,`}`,`.in-row {`,`  width: 4.9rem;`,`}`,`td.in-row {`,`  padding-right: 1.65rem;`,`  text-align: right;`,`  font-variant-numeric: tabular-nums;`,`}`,`th.in-row {`,`  text-align: right;`,`}`,`.in-where {`,`  width: 11rem;`,`  overflow: hidden;`,`}`,`.in-outcome {`,`  width: 6.75rem;`,`}`,`.in-code {`,`  width: 9.75rem;`,`}`,`.in-user {`,`  width: 17.25rem;`,`}`,`.of-successes .in-where {`,`  width: 22rem;`,`}`,`.of-successes .in-outcome {`,`  width: 12rem;`,`}`,`.of-successes .in-user {`,`  width: auto;`,`}`,`.in-user code {`,`  display: inline-block;`,`  margin-right: 0.75rem;`,`}`,`.in-user .sub {`,`  display: block;`,`  margin: 0;`,`  color: var(--dim);`,`  font-size: 0.75rem;`,`}`,`.in-copy {`,`  width: 4.8rem;`,`}`,`td.in-copy {`,`  padding-right: 0;`,`}`,`.copy {`,`  padding: 0 0.45rem;`,`  background: none;`,`  color: var(--dim);`,`  font-size: 0.75rem;`,`  line-height: 1.5;`,`}`,`.in-copy .copy {`,`  display: block;`,`  width: 100%;`,`  margin-bottom: 0.15rem;`,`}`,`::highlight(found) {`,`  background-color: var(--mark);`,`  color: inherit;`,`}`,`dialog {`,`  border: 1px solid var(--line);`,`  border-radius: 0.4rem;`,`  background: var(--paper);`,`  color: var(--ink);`,`}`,`dialog textarea {`,`  display: block;`,`  width: min(40rem, 80vw);`,`  margin: 0.6rem 0;`,`}`,`.facts {`,`  display: grid;`,`  grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));`,`  gap: 0 3rem;`,`}`,`dl {`,`  margin: 0;`,`  font-size: 0.875rem;`,`}`,`dl div {`,`  display: grid;`,`  grid-template-columns: 9rem 1fr;`,`  padding: 0.35rem 0;`,`  border-bottom: 1px solid var(--line);`,`}`,`.limits div {`,`  grid-template-columns: minmax(0, 30rem) minmax(0, 1fr);`,`  padding: 0.25rem 0;`,`  border: 0;`,`}`,`.limits .share {`,`  display: inline-block;`,`  margin: 0 0 0.15rem 0.75rem;`,`  height: 0.35rem;`,`}`,`dt {`,`  color: var(--dim);`,`}`,`dd {`,`  margin: 0;`,`  overflow-wrap: anywhere;`,`}`,`.subs {`,`  max-height: 16rem;`,`  margin: 0;`,`  padding: 0;`,`  overflow: auto;`,`  list-style: none;`,`  font-size: 0.875rem;`,`}`,`.alerts {`,`  padding-left: 1.8rem;`,`}`,`@media screen and (max-width: 70rem) {`,`  .rows,`,`  .rows tbody {`,`    display: block;`,`  }`,`  .rows thead {`,`    display: block;`,`    padding: 0.3rem 0;`,`    border-bottom: 2px solid var(--line);`,`  }`,`  .rows th {`,`    position: static;`,`  }`,`  .rows thead tr {`,`    display: flex;`,`    flex-wrap: wrap;`,`    gap: 0 0.8rem;`,`  }`,`  .rows tbody tr {`,`    display: grid;`,`    grid-template-columns: max-content minmax(0, 1fr) max-content;`,`    gap: 0.15rem 0.9rem;`,`    padding: 0.6rem 0;`,`    border-bottom: 1px solid var(--line);`,`  }`,`  .rows th,`,`  .rows td {`,`    width: auto;`,`    padding: 0;`,`    border: 0;`,`    text-align: left;`,`  }`,`  .rows .in-where,`,`  .rows .in-outcome,`,`  .rows .in-user {`,`    width: auto;`,`  }`,`  td.in-row {`,`    font-weight: 600;`,`  }`,`  td.in-code {`,`    grid-column: 1 / 3;`,`  }`,`  td.in-code div {`,`    display: inline-block;`,`    margin-left: 0.6rem;`,`  }`,`  td.in-message {`,`    grid-column: 1 / 3;`,`  }`,`  td.in-user {`,`    grid-column: 1 / 4;`,`  }`,`  td.in-outcome {`,`    display: flex;`,`    flex-direction: row-reverse;`,`    gap: 0.75rem;`,`  }`,`  td.in-copy {`,`    grid-row: 2 / 4;`,`    grid-column: 3;`,`    justify-self: end;`,`  }`,`}`,`@media screen and (max-width: 48rem) {`,`  .contents {`,`    position: static;`,`  }`,`  .limits div {`,`    grid-template-columns: minmax(0, 1fr);`,`  }`,`  td.in-message {`,`    grid-column: 1 / 4;`,`  }`,`  td.in-copy {`,`    display: flex;`,`    grid-row: auto;`,`    grid-column: 1 / 4;`,`    gap: 0.4rem;`,`    justify-self: start;`,`  }`,`  .in-copy .copy {`,`    width: auto;`,`    margin: 0;`,`    padding: 0.1rem 0.7rem;`,`  }`,`  .scroll table {`,`    min-width: 36rem;`,`  }`,`  .reasons table,`,`  .verified table,`,`  .facts table {`,`    min-width: 0;`,`  }`,`  .reasons thead {`,`    display: none;`,`  }`,`  .reasons tr {`,`    display: grid;`,`    grid-template-columns: minmax(0, 1fr) max-content 6rem;`,`    gap: 0 0.9rem;`,`    padding: 0.5rem 0;`,`    border-bottom: 1px solid var(--line);`,`  }`,`  .reasons td,`,`  .reasons td:last-child {`,`    width: auto;`,`    padding: 0;`,`    border: 0;`,`  }`,`  .reasons td:nth-child(n + 4) {`,`    grid-column: 1 / 4;`,`  }`,`}`,`@media (prefers-reduced-motion: no-preference) {`,`  button,`,`  fieldset label {`,`    transition: border-color 0.12s;`,`  }`,`}`,`@page {`,`  size: A4;`,`  margin: 16mm 12mm 18mm;`,`  @top-left {`,`    content: "cidaas-migrate";`,`    color: #586174;`,`    font:`,`      8pt system-ui,`,`      sans-serif;`,`  }`,`  @bottom-right {`,`    content: counter(page) " / " counter(pages);`,`    color: #586174;`,`    font:`,`      8pt system-ui,`,`      sans-serif;`,`  }`,`}`,`@media print {`,`  :root {`,`    color-scheme: light;`,`  }`,`  body {`,`    padding: 0;`,`    font-size: 9.5pt;`,`  }`,`  .filters,`,`  .elsewhere,`,`  .pager,`,`  .copy,`,`  .csv,`,`  .contents,`,`  .rows .in-copy,`,`  .rows .hint,`,`  .skip,`,`  .readout,`,`  .above label,`,`  #successes,`,`  summary {`,`    display: none;`,`  }`,`  .printed:not(:empty) {`,`    display: block;`,`  }`,`  noscript tr:nth-child(n + 201) {`,`    display: none;`,`  }`,`  .flow {`,`    min-width: 0;`,`  }`,`  .scroll,`,`  .part,`,`  .contents {`,`    overflow: visible;`,`  }`,`  td,`,`  th {`,`    padding: 2pt 6pt 2pt 0;`,`  }`,`  .rows th {`,`    position: static;`,`  }`,`  thead {`,`    display: table-header-group;`,`  }`,`  h2,`,`  h3,`,`  caption {`,`    break-after: avoid;`,`  }`,`  tr,`,`  figure,`,`  .charts,`,`  .verdict,`,`  .tiles,`,`  .flow {`,`    break-inside: avoid;`,`  }`,`  table {`,`    font-size: 8pt;`,`  }`,`  .limits div {`,`    grid-template-columns: minmax(0, 17rem) minmax(0, 1fr);`,`  }`,`  .rows th button {`,`    display: contents;`,`  }`,`  .in-row {`,`    width: 32pt;`,`  }`,`  .in-where {`,`    width: 92pt;`,`  }`,`  .in-outcome {`,`    width: 54pt;`,`  }`,`  .in-code {`,`    width: 92pt;`,`  }`,`  .in-user {`,`    width: 112pt;`,`  }`,`  .in-user .sub {`,`    font-size: 6pt;`,`  }`,`  .badge,`,`  .share,`,`  .flow,`,`  figure svg,`,`  .key::before {`,`    print-color-adjust: exact;`,`  }`,`}`,``].join(`
`);
const PAGE_STYLE_HASH=`OfSpM7JoVHuc1NlVD4R2DIcRgA7Mt+Y/dOJ0TyZGqsM=`;
var text_escape=__webpack_require__(18944);
var explained_row=__webpack_require__(14912);
var words_of=__webpack_require__(51001);
var rehearsal=__webpack_require__(82377);
var arrivals_section=__webpack_require__(32943);
var canary_section=__webpack_require__(90721);
var check_section=__webpack_require__(20385);
var delta_section=__webpack_require__(89155);
var fleet_section=__webpack_require__(63245);
var left_out_section=__webpack_require__(16753);
var login_section=__webpack_require__(21800);
var missing_section=__webpack_require__(59881);
var password_section=__webpack_require__(10100);
var page_place=__webpack_require__(91725);
var page_table=__webpack_require__(69470);
var source_links=__webpack_require__(22233);
;
const MAX_CHARACTERS=300;
const MAX_JSON_CHARACTERS=2e4;
const MAX_ROWS=200;
function samplesHtml({samples=[]},words,links){
if(samples.length===0)return``;
return`<section>\n<h2>${words.text(`samples.title`)}</h2>\n${samples.map(user=>sampleHtml(user,words,links)).join(``)}</section>\n`}
function sampleHtml(user,words,links){
const{row,file,line,why,decision,cells,rules,warnings}=user;
const status=decision.status===null?``:`, ${(0,page_table.Qq)(decision.status.name,50)}`;
const values=cells.map(({name,line:at,value})=>[words.count(at),(0,page_table.aY)(name,100),(0,page_table.Qq)(value,MAX_CHARACTERS)]);
const steps=rules.map(rule=>[(0,page_table.aY)(rule.field,100),`<span class="place">${(0,page_place.r6)(rule.at,links,100)}</span>`,...way(rule,words)]);
const warned=warnings.map(one=>[(0,page_table.aY)(one.code,100),(0,page_table.Qq)(one.message,500),(0,page_table.Qq)(one.hint,500)]);
const json=(0,page_table.Qq)(JSON.stringify(user.user,null,2),MAX_JSON_CHARACTERS);
const columns={values:[`#${words.text(`samples.line`)}`,words.text(`samples.column`),words.text(`samples.value`)],rules:[words.text(`column.field`),words.text(`samples.rule`),words.text(`samples.read`),words.text(`samples.steps`),words.text(`samples.result`)],warnings:[words.text(`column.code`),words.text(`samples.meaning`),words.text(`column.to-do`)]};
const about={row,place:(0,page_place.ik)({file,line},source_links.EB),status,why:words.text(`samples.${why}`)};
return`<details>
<summary>${words.text(`samples.summary`,about)}</summary>
${(0,page_table.Yc)(words.text(`samples.export`,{row}),columns.values,values.slice(0,MAX_ROWS))}${(0,page_table.Yc)(words.text(`samples.rules`,{row}),columns.rules,steps.slice(0,MAX_ROWS))}${(0,page_table.Yc)(words.text(`samples.warnings`,{row}),columns.warnings,warned)}<h3>${words.text(`samples.sent`)}</h3>
<pre tabindex="0" role="region" aria-label="${words.text(`samples.json`,{row})}">${json}</pre>
</details>
`}
function way({applies,input,steps,result,problem},words){
if(!applies)return[``,``,`<span class="dim">${words.text(`samples.no-rule`)}</span>`];
const taken=steps.map(({name,result:made})=>`${(0,page_table.Qq)(name,30)}: ${(0,page_table.Qq)(made??`–`,MAX_CHARACTERS)}`);
const made=problem===null?(0,page_table.Qq)(result??`–`,MAX_CHARACTERS):(0,page_table.aY)(problem,100);
return[(0,page_table.Qq)(input??``,MAX_CHARACTERS),taken.join(`<br>`),made]}
var status_section=__webpack_require__(60719);
var undo_section=__webpack_require__(29899);
var unread_section=__webpack_require__(99278);
var verified_section=__webpack_require__(77533);
var shown_head=__webpack_require__(76890);
var shown_row=__webpack_require__(91602);
var text_chunks=__webpack_require__(92014);
var compare=__webpack_require__(21337);
var comparison_summary=__webpack_require__(148);
;
function comparisonHtml(comparison,links,words){
if(comparison===null)return``;
const{headline,alerts}=(0,comparison_summary.x)(comparison,words);
const alertItems=alerts.map(alert=>`<li>${(0,page_table.Qq)(alert,500)}</li>`).join(``);
return`<section aria-label="${words.text(`compared.title`)}">
<h2>${words.text(`compared.title`)}</h2>
<p>${(0,page_table.Qq)(headline,1e3)}</p>
${alertItems===``?``:`<ul class="alerts warn">${alertItems}</ul>\n`}</section>
${moves(comparison,links,words)}${fields(comparison,links,words)}${warnings(comparison,words)}`}
function moves(comparison,links,words){
const rows=comparison.moves.map(({kind,from,to,rows,first})=>{
const places=first.map(row=>(0,page_place.ik)(row,links));
return[words.count(rows),words.text(`move.${kind}`),end(from,words),end(to,words),places.join(` `)]});
const columns=[`#${words.text(`column.rows`)}`,words.text(`column.change`),words.text(`column.before`),words.text(`column.now`),words.text(`column.first`)];
return(0,page_table.Yc)(words.text(`compared.moves`),columns,rows)}
function fields(comparison,links,words){
const rows=comparison.fields.map(change=>{
const examples=change.examples.map(one=>example(one,links,words)).join(`<br>`);
const users=words.count((0,compare.bT)(change));
return[(0,page_table.aY)(change.field,200),users,(0,page_table.Qq)((0,comparison_summary.k)(change,words),300),examples]});
const columns=[words.text(`column.field`),`#${words.text(`column.users`)}`,words.text(`column.change`),words.text(`compared.values`)];
return(0,page_table.Yc)(words.text(`compared.fields`),columns,rows)}
function warnings(comparison,words){
const rows=comparison.warnings.map(({code:name,before,after})=>[(0,page_table.aY)(name,100),words.count(before),words.count(after)]);
const numbers=[`#${words.text(`compared.rows-before`)}`,`#${words.text(`column.now`)}`];
return(0,page_table.Yc)(words.text(`compared.warnings`),[words.text(`column.code`),...numbers],rows)}
function end(row,words){
if(row===null)return words.text(`compared.not-read`);
const field=row.field===null?``:` (${(0,page_table.aY)(row.field,200)})`;
const why=row.why===null?``:` ${(0,page_table.aY)(row.why,200)}${field}`;
const message=row.message===null?``:`<br><span class="hint">${(0,page_table.Qq)(row.message,300)}</span>`;
return`${words.text(`outcome.${row.outcome}`)}${why}${message}`}
function example({before,after,how,rows,first},links,words){
const shown=value=>value===null?`<i>${words.text(`compared.not-sent`)}</i>`:(0,page_table.aY)(value,200);
const way=how===null?``:`, ${(0,page_table.Qq)(how,100)}`;
return`${shown(before)} → ${shown(after)}${way} ${words.text(`compared.example`,{n:rows,place:(0,page_place.ik)(first,links)})}`}
;
function contentsBar(parts,label){
const links=parts.map(({id,title})=>`<li><a href="#${id}">${title}</a></li>`);
return`<nav class="contents" aria-label="${label}">\n<ul>${links.join(``)}</ul>\n</nav>\n`}
function partHtml({id,html}){
return`<div id="${id}" class="part">\n${html}</div>\n`}
var request_words=__webpack_require__(18047);
var page_row=__webpack_require__(35362);
;
const MAX_FILES=1e3;
function counts(title,column,rows,words){
const entries=Object.entries(rows).filter(([,number])=>number>0);
return(0,page_table.Yc)(title,[column,`#${words.text(`column.rows`)}`],entries.map(([key,number])=>[(0,page_table.Qq)(key,200),words.count(number)]))}
function warningCounts(warnings,listed,words){
const rows=Object.entries(warnings).map(([name,number])=>{
const shown=(0,page_table.aY)(name,page_row.y);
const meaning=(0,explained_row.p)(name,words.language)?.meaning;
const about=meaning===undefined?``:`<div class="hint">${(0,page_table.Qq)(meaning,500)}</div>`;
if(!Object.hasOwn(listed,name))return[shown+about,words.count(number)];
const view=new URLSearchParams({list:`warnings`,code:(0,text_escape.ml)(name,page_row.y)});
return[`<a href="#${(0,text_escape.ZD)(String(view))}">${shown}</a>${about}`,words.count(number)]});
const columns=[words.text(`column.code`),`#${words.text(`column.rows`)}`];
return(0,page_table.Yc)(words.text(`warnings.by-code`),columns,rows)}
function facts({tenant,mapping,planDigest,requests,run,tool,mode,resumed},links,words){
const rows=[];
if(tenant!==null)rows.push([words.text(`facts.tenant`),(0,page_table.aY)(tenant,300)]);
if(mapping!==null)rows.push([words.text(`facts.mapping`),fileName(mapping.name,links)]);
if(planDigest!==null)rows.push([words.text(`facts.digest`),(0,page_table.aY)(planDigest,1e3)]);
if(resumed!==null)rows.push([words.text(`facts.resumed`),words.text(`facts.settled`,{from:(0,page_table.aY)(resumed.from,300),n:resumed.rows})]);
if(mode===`apply`)rows.push(...requestFacts(requests,words));
if(run!==null){
const{attempt}=run;
const name=words.text(attempt>1?`facts.attempt`:`facts.run`,{id:(0,page_table.Qq)(run.id,50),attempt});
rows.push([words.text(`facts.workflow`),`${(0,page_table.Qq)(run.repository,200)}, ${page_facts_link(run.url,name)}, ${(0,page_table.Qq)(run.event,50)}`]);
rows.push([words.text(`facts.commit`),(0,page_table.aY)(run.sha,64)])}
rows.push([words.text(`facts.tool`),`${tool.name} ${(0,page_table.Qq)(tool.version,50)}`]);
const list=rows.map(([name,value])=>`<div><dt>${name}</dt><dd>${value}</dd></div>\n`);
return`<section>\n<h2>${words.text(`facts.title`)}</h2>\n<dl>\n${list.join(``)}</dl>\n</section>\n`}
function page_facts_link(address,name){
if(!/^https?:\/\/[!-~]+$/.test(address))return name;
return`<a href="${(0,page_table.Qq)(address,1e3)}" rel="noopener noreferrer">${name}</a>`}
function requestFacts(requests,words){
const{sent,byStatus,latencyMs}=requests;
const rows=[[words.text(`facts.requests`),(0,request_words.X)(requests,words)]];
if(sent===0)return rows;
const statuses=Object.entries(byStatus).map(([status,number])=>`${(0,page_table.Qq)(status,20)}: ${words.count(number)}`);
const{p50,p95,max}=latencyMs;
rows.push([words.text(`facts.statuses`),statuses.join(` · `)]);
const times={p50:words.duration(p50),p95:words.duration(p95),max:words.duration(max)};
rows.push([words.text(`facts.latency`),words.text(`facts.latencies`,times)]);
const found=(0,request_words.F)(requests,words);
if(found!==null)rows.push([words.text(`facts.concurrency`),found]);
return rows}
function exportTable(head,links,words){
const rows=head.export.files.slice(0,MAX_FILES).map(file=>{
const about=[(0,page_table.Qq)(file.format,20),(0,page_table.Qq)(file.encoding,20),words.size(file.bytes)];
return[fileName(file.name,links),...about,(0,page_table.aY)(file.sha256,64)]});
const[format,encoding]=[words.text(`column.format`),words.text(`column.encoding`)];
const columns=[words.text(`column.file`),format,encoding,`#${words.text(`column.size`)}`,`SHA-256`];
return(0,page_table.Yc)(words.text(`files.title`),columns,rows)}
function fileName(name,{files}){
return(0,page_place._o)(Object.hasOwn(files,name)?files[name]??null:null,(0,page_table.aY)(name,300))}
var outcome_text=__webpack_require__(57533);
var page_message=__webpack_require__(61533);
;
function*plainTable(rows,{name,all,rehearsed,links,words}){
const part=words.text(`list.${name}.of`,{selected:rows.length,n:all});
const more=[words.text(`plain.first`,{part}),words.text(`plain.script`),words.text(`list.${name}.all`)];
const columns=[`#${words.text(`list.row`)}`,words.text(`list.where`),words.text(`list.outcome`),...name===`successes`?[]:[words.text(`list.code`),words.text(`list.message`)],words.text(`list.user`)];
const caption=all>rows.length?more.join(` `):``;
yield(0,page_table.Pb)(words.text(`list.${name}.title`),columns,{heading:false,caption});
for(const row of rows){
yield(0,page_table.jD)(columns,[String(row.row),(0,page_place.ik)(row,links),`<span class="outcome ${row.outcome}">${(0,outcome_text.E)(row.outcome,rehearsed,words)}</span>`,...name===`successes`?[]:[inCode(row.code),explanation(row,links,words)],[row.email,row.username,row.mobile_number,row.sub].filter(id=>id!==null).map(inCode).join(`<br>`)])}
yield page_table.Pj}
function explanation({meaning,message,hint},links,words){
const placed=part=>(0,page_place.r6)(part,links,part.length);
const english=(0,page_message.U)(words);
const wrong=[...meaning===null?[]:[placed(meaning)],...message===null?[]:[english===``?placed(message):`<span${english}>${placed(message)}</span>`]].join(`<br>`);
return hint===null?wrong:`${wrong}<div class="hint"${meaning===null?english:``}>${placed(hint)}</div>`}
function inCode(value){
return value===null?``:`<code>${(0,text_escape.ZD)(value)}</code>`}
;
const BLOCK_ROWS=1e3;
function*listTable({name,rows,none,...style}){
yield`<section id="${name}" aria-labelledby="${name}-title">\n`;
yield`<h2 id="${name}-title" tabindex="-1">${style.words.text(`list.${name}.title`)}</h2>\n`;
if(rows.first.length===0)yield none;else{
yield`<div class="list" data-list="${name}"></div>\n<noscript>\n`;
const all=Object.values(rows.totals).reduce((sum,count)=>sum+count,0);
yield*plainTable(rows.first,{name,all,...style});
yield`</noscript>
`}
yield`</section>
`}
function*listData({name,rows}){
if(rows.first.length===0)return;
yield block((0,text_escape.eC)({list:name,totals:rows.totals}));
let lines=[];
let held=0;
for(const line of rows.lines){
lines.push(line);
held++;
if(lines.length<BLOCK_ROWS)continue;
yield block(`[\n${lines.join(`,
`)}\n]`);
lines=[]}
if(lines.length>0)yield block(`[\n${lines.join(`,
`)}\n]`);
yield block((0,text_escape.eC)({end:held}))}
function block(json){
return`<script type="application/json">${json}<\/script>\n`}
var row=__webpack_require__(99919);
var report_data=__webpack_require__(73211);
;
function svgNumber(value){
return String(Math.round(value*10)/10)}
;
const LEFT_OUT=[`unchanged`,`skipped`,`duplicate`,`invalid`];
const SENT=[`created`,`updated`,`unsent`,`unknown`,`failed`];
const[FIRST,NEXT]=[405,810];
const NODE=14;
const FULL=150;
const MIN=2;
const LABEL=20;
const TOP=12;
function flowPicture(head,words){
const{totals,mode}=head;
if(totals.rows===0)return``;
const rehearsed=(0,rehearsal.S)(head);
const node=(tone,label,rows)=>({tone,label:`${words.count(rows)} ${label}`,rows});
const ends=outcomes=>outcomes.filter(outcome=>totals[outcome]>0).map(outcome=>node(outcome,(0,outcome_text.E)(outcome,rehearsed,words),totals[outcome]));
const sent=mode===`apply`?ends(SENT):[];
const planned=totals.planned+SENT.reduce((sum,outcome)=>sum+totals[outcome],0);
const height=rows=>rows===0?0:Math.max(MIN,rows/totals.rows*FULL);
const read=placed([node(`all`,words.text(`flow.read`),totals.rows)],0,height)[0];
const second=placed([...planned===0?[]:[node(`planned`,words.text(`flow.sent`),planned)],...ends(LEFT_OUT)],sent.length===0?NEXT:FIRST,height);
const third=placed(sent,NEXT,height);
const from=second.find(({tone})=>tone===`planned`);
const links=[...read===undefined?[]:ribbons(read,second),...from===undefined?[]:ribbons(from,third)];
const nodes=[...read===undefined?[]:[read],...second,...third];
const bottom=Math.max(...nodes.map(({y,height})=>y+Math.max(height,LABEL)));
return`<div class="scroll" tabindex="0" role="region" aria-label="${words.text(`flow.title`)}">
<svg class="flow" viewBox="0 0 1000 ${Math.ceil(bottom+6)}" aria-hidden="true">${links.join(``)}${nodes.map(drawn).join(``)}</svg>
</div>
`}
function placed(nodes,x,height){
let y=TOP;
return nodes.map(node=>{
const at={...node,x,y,height:height(node.rows)};
y+=Math.max(at.height,LABEL)+6;
return at})}
function ribbons(from,to){
let at=from.y;
return to.map(end=>{
const part=end.rows/Math.max(1,from.rows)*from.height;
const[left,right]=[from.x+NODE,end.x];
const middle=(left+right)/2;
const path=[`M${left} ${svgNumber(at)}`,`C${middle} ${svgNumber(at)} ${middle} ${svgNumber(end.y)} ${right} ${svgNumber(end.y)}`,`V${svgNumber(end.y+end.height)}`,`C${middle} ${svgNumber(end.y+end.height)} ${middle} ${svgNumber(at+part)} ${left} ${svgNumber(at+part)}Z`];
at+=part;
return`<path class="ribbon ${end.tone}" d="${path.join(``)}"/>`})}
function drawn({tone,label,x,y,height}){
return`<rect class="${tone}" x="${x}" y="${svgNumber(y)}" width="${NODE}" height="${svgNumber(height)}"/><text x="${x+NODE+6}" y="${svgNumber(y+Math.min(Math.max(height/2,6),LABEL)+5)}">${label}</text>`}
;
function outcomeTotals(head,words){
const{totals}=head;
const rehearsed=(0,rehearsal.S)(head);
const ended=row.i.filter(outcome=>totals[outcome]>0);
const listed=(0,report_data.r)(head.mode);
const tiles=ended.map(outcome=>{
const name=(0,outcome_text.E)(outcome,rehearsed,words);
const share=shareOf(totals[outcome],totals.rows,words);
return`<li class="${outcome}"><b>${words.count(totals[outcome])}</b> ${linked(outcome,name,listed)} <span class="dim">${share}</span></li>`});
const rows=words.text(`outcomes.rows`,{n:totals.rows});
return`<section>
<h2 id="outcomes">${words.text(`flow.title`)}</h2>
<ul class="tiles"><li><b>${words.count(totals.rows)}</b> ${rows}</li>${tiles.join(``)}</ul>
${flowPicture(head,words)}</section>
`}
function linked(outcome,name,listed){
if(report_data.n.some(failure=>failure===outcome))return`<a href="#outcome=${outcome}">${name}</a>`;
if(listed.includes(outcome))return`<a href="#list=successes&#38;outcome=${outcome}">${name}</a>`;
return name}
function shareOf(rows,all,words){
const percent=rows/Math.max(1,all)*100;
if(percent<.1)return`&lt; ${percentText(.1,words)}`;
return percent>99.9&&rows<all?`&gt; ${percentText(99.9,words)}`:percentText(percent,words)}
function percentText(percent,words){
return words.text(`share.percent`,{percent:words.decimal(percent,1)})}
;
function period(from,to,words){
const[first,last]=[new Date(from),new Date(to)];
const isSameDay=from.slice(0,10)===to.slice(0,10);
const end=words.language===`en`?english(to,isSameDay):localized(last,isSameDay,words,to);
const start=words.language===`en`?english(from,false):localized(first,false,words,from);
return words.text(`page.period`,{from:time(from,start),to:time(to,end)})}
function time(iso,shown){
return`<time datetime="${(0,page_table.Qq)(iso,50)}">${(0,page_table.Qq)(shown,50)}</time>`}
function english(iso,timeOnly){
return timeOnly?iso.slice(11,19):`${iso.slice(0,10)} ${iso.slice(11,19)}`}
function localized(at,timeOnly,{language},iso){
if(Number.isNaN(at.getTime()))return iso;
const style=timeOnly?{timeStyle:`medium`}:{dateStyle:`medium`,timeStyle:`medium`};
return new Intl.DateTimeFormat(language,{...style,timeZone:`UTC`}).format(at)}
;
function linesAddress(file,lines,bar){
const name=file.split(/\s+/).at(-1)??``;
return`#${new URLSearchParams({q:`${name}:${bar*lines+1}-${(bar+1)*lines}`})}`}
;
const page_places_MAX_FILES=5;
const MIN_BINS=10;
function placesSection(files,fileNames,words){
const long=files.filter(({bins})=>bins.length>=MIN_BINS);
const shown=long.slice(0,page_places_MAX_FILES);
if(shown.length===0)return``;
const more=long.length-shown.length;
return`<section class="places">
<h2>${words.text(`places.title`)}</h2>
${shown.map(file=>figure(file,fileNames[file.file]??``,words)).join(``)}${more===0?``:`<p class="dim">${words.text(`places.files`,{n:more})}</p>\n`}</section>
`}
function figure({bins,lines},name,words){
const most=Math.max(...bins.map(({total})=>total));
const at=bins.findIndex(({total})=>total===most);
const range={from:at*lines+1,to:(at+1)*lines,n:most};
const width=1e3/bins.length;
const paths=report_data.n.map(outcome=>{
const bars=bins.map((bin,index)=>bar(bin,outcome,index*width,width,most)).join(``);
return bars===``?``:`<path class="${outcome}" d="${bars}"/>`});
const keys=report_data.n.filter(outcome=>bins.some(({counts})=>(counts[outcome]??0)>0)).map(outcome=>`<span class="key ${outcome}">${words.text(`outcome.${outcome}`)}</span>`);
const ticks=[1,bins.length*lines/2,bins.length*lines].map(line=>`<li>${words.count(line)}</li>`);
return`<figure class="along">
<figcaption>${(0,page_table.aY)(name,200)} ${words.text(`places.lines`,{n:lines})} <a href="${linesAddress(name,lines,at)}">${words.text(`places.most`,range)}</a> ${keys.join(` `)}</figcaption>
<ol class="scale" aria-hidden="true"><li>${words.count(most)}</li><li>0</li></ol>
<svg data-file="${(0,page_table.Qq)(name,1e3)}" data-lines="${lines}" data-bins="${bins.length}" viewBox="0 0 1000 100" preserveAspectRatio="none" aria-hidden="true">${paths.join(``)}</svg>
<ol class="ticks" aria-hidden="true">${ticks.join(``)}</ol>
</figure>
`}
function bar({counts},outcome,x,width,most){
const rows=counts[outcome]??0;
if(rows===0)return``;
const order=report_data.n;
const below=report_data.n.slice(0,order.indexOf(outcome));
const start=below.reduce((sum,one)=>sum+(counts[one]??0),0);
const y=count=>svgNumber(100-count/most*100);
return`M${svgNumber(x)} ${y(start)}V${y(start+rows)}H${svgNumber(x+width)}V${y(start)}Z`}
;
function reasons(groups,shown,links,words){
const most=groups[0]?.count??1;
const rows=groups.map(group=>{
const first=shown(group.first);
return[reason(group,first,links),`<span class="outcome ${group.outcome}">${words.text(`outcome.${group.outcome}`)}</span>`,`${words.count(group.count)}${page_reasons_bar(group,most)}`,(0,page_place.ik)(first,links),`<div class="hint"${first.meaning===null?(0,page_message.U)(words):``}>${(0,page_place.r6)(first.hint??``,links,500)}</div>`]});
const columns=[words.text(`column.code`),words.text(`column.outcome`),`#${words.text(`column.rows`)}`,words.text(`column.first`),words.text(`column.to-do`)];
return(0,page_table.Yc)(words.text(`reasons.title`),columns,rows,{className:`reasons`})}
function reason({code:name,field,outcome,first},{meaning},{rules}){
const shown=(0,page_table.aY)(name,page_row.y);
const rule=field!==null&&Object.hasOwn(rules,field)?rules[field]??null:null;
const about=field===null?``:` ${(0,page_place._o)(rule,(0,page_table.aY)(field,page_row.y))}`;
if(first.code!==name)return shown+about;
const address=`#outcome=${outcome}&code=${encodeURIComponent((0,text_escape._s)((0,text_escape.ml)(name,page_row.y)))}`;
const explained=meaning===null?``:`<div class="detail">${(0,page_table.Qq)(meaning,500)}</div>`;
return`<a href="${(0,text_escape.ZD)(address)}">${shown}</a>${about}${explained}`}
function page_reasons_bar({count:rows,outcome},most){
const width=Math.max(1,rows/most*100).toFixed(1);
return`<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="${outcome}" width="${width}" height="4"/></svg>`}
;
const MAX_BARS=120;
function throughputBars({buckets,bucketMs},spanMs){
const all=Math.ceil(spanMs/bucketMs);
const each=Math.ceil(all/MAX_BARS);
const bars=Array.from({length:Math.ceil(all/each)},()=>({settled:0,failed:0}));
for(const{ms,settled,failed}of buckets){
const bar=bars[Math.floor(ms/bucketMs/each)];
if(bar===undefined)continue;
const seconds=each*bucketMs/1e3;
bar.settled+=settled/seconds;
bar.failed+=failed/seconds}
return bars}
function throughputPlot(bars,words){
const top=roundTop(Math.max(...bars.map(({settled,failed})=>settled+failed)));
const width=1e3/bars.length;
const area=(from,to)=>bars.map((bar,index)=>{
const[low,high]=[100-from(bar)/top*100,100-to(bar)/top*100];
return low===high?``:`M${svgNumber(index*width)} ${svgNumber(low)}V${svgNumber(high)}H${svgNumber((index+1)*width)}V${svgNumber(low)}Z`}).join(``);
const settled=area(()=>0,bar=>bar.settled);
const failed=area(bar=>bar.settled,bar=>bar.settled+bar.failed);
const picture=`${grid(2)}<path class="created" d="${settled}"/><path class="failed" d="${failed}"/>`;
return{scale:[top,top/2,0].map(value=>chart_short(value,words)),picture}}
function latencyPlot({buckets,bucketMs},spanMs,words){
const answered=buckets.flatMap(({ms,p50,p95})=>p50===null||p95===null?[]:[{ms,p50,p95}]);
const power=latency=>Math.log10(Math.max(1,latency));
const lowest=Math.floor(power(Math.min(...answered.map(({p50})=>p50))));
const highest=Math.max(lowest+1,Math.ceil(power(Math.max(...answered.map(({p95})=>p95)))));
const line=of=>answered.map(bucket=>{
const x=(bucket.ms+bucketMs/2)/spanMs*1e3;
return`${svgNumber(x)},${svgNumber(100-(power(bucket[of])-lowest)/(highest-lowest)*100)}`}).join(` `);
const scale=Array.from({length:highest-lowest+1},(_,step)=>latency(10**(highest-step),words));
const lines=`<polyline class="p95" points="${line(`p95`)}"/><polyline class="p50" points="${line(`p50`)}"/>`;
return{scale,picture:`${grid(highest-lowest)}${lines}`}}
function limitPlot(limits,spanMs,words){
const top=Math.max(1,...limits.map(([,limit])=>limit));
const y=limit=>svgNumber(100-limit/top*100);
const steps=limits.filter(([ms])=>ms<spanMs).map(([ms,limit],index)=>index===0?`M0 ${y(limit)}`:`H${svgNumber(ms/spanMs*1e3)}V${y(limit)}`);
if(steps.length===0)steps.push(`M0 ${y(top)}`);
const line=`${steps.join(``)}H1000`;
return{scale:[words.count(top),`0`],picture:`${grid(1)}<path class="limit" d="${line}"/>`}}
function limitAt(limits,ms){
return limits.findLast(([since])=>since<=ms)?.[1]??limits[0]?.[1]??0}
function grid(steps){
const lines=Array.from({length:steps+1},(_,step)=>`M0 ${svgNumber(100/steps*step)}H1000`);
return`<path class="grid" d="${lines.join(``)}"/>`}
function roundTop(value){
const power=10**Math.floor(Math.log10(Math.max(value,.1)));
const step=[1,2,4,6,8].find(step=>value<=step*power)??10;
return step*power}
function chart_short(value,words){
return value<5?words.decimal(value,2):words.count(value)}
function latency(ms,words){
return ms<1e3?`${ms} ms`:`${words.count(ms/1e3)} s`}
;
const MIN_BUCKETS=3;
const TICK_INTERVALS=4;
function*timelineSection({requests},words){
const{timeline,limits}=requests;
const spanMs=timeline===null?0:spanOf(timeline);
if(timeline===null||spanMs<timeline.bucketMs*MIN_BUCKETS)return;
const bars=throughputBars(timeline,spanMs);
const ticks=Array.from({length:TICK_INTERVALS+1},(_,part)=>since(spanMs/TICK_INTERVALS*part,words));
const users=[key(`created`,words.text(`sending.settled`)),key(`failed`,words.text(`sending.failed`))];
const latencies=[key(`p95`,words.text(`sending.p95`)),key(`p50`,words.text(`sending.p50`)),words.text(`sending.log`)];
yield`<section class="charts" aria-labelledby="sending-title" data-span="${spanMs}" data-bucket="${timeline.bucketMs}">
<h2 id="sending-title">${words.text(`sending.title`)}</h2>
<p>${summary(timeline,spanMs,requests,words)}</p>
<div class="plots" aria-hidden="true">
${page_timeline_figure(words.text(`sending.users`),users,throughputPlot(bars,words))}
${page_timeline_figure(words.text(`sending.latency`),latencies,latencyPlot(timeline,spanMs,words))}
${page_timeline_figure(words.text(`sending.limit`),[],limitPlot(limits,spanMs,words),`low`)}
<ol class="ticks">${ticks.map(tick=>`<li>${tick}</li>`).join(``)}</ol>
<p class="readout dim">${words.text(`sending.point`)}</p>
</div>
<details>
<summary>${words.text(`sending.show`)}</summary>
`;
yield*numbers(timeline,limits,words);
yield`</details>
</section>
`}
function spanOf({buckets,bucketMs}){
return(buckets.at(-1)?.ms??0)+bucketMs}
function summary({startedAt,buckets},spanMs,{latencyMs},words){
const users=buckets.reduce((sum,{settled,failed})=>sum+settled+failed,0);
const rate=users/(spanMs/1e3);
return words.text(`sending.summary`,{n:users,at:(0,page_table.Qq)(startedAt.slice(11,19),8),took:words.duration(spanMs),rate:rateText(rate,words),p50:words.duration(latencyMs.p50),p95:words.duration(latencyMs.p95),max:words.duration(latencyMs.max)})}
function since(ms,words){
if(ms===0)return`0`;
return ms<6e4?`${words.decimal(ms/1e3,1)} s`:words.duration(ms)}
function rateText(rate,words){
return rate<10?words.decimal(rate,1,1):words.count(rate)}
function key(tone,name){
return`<span class="key ${tone}">${name}</span>`}
function page_timeline_figure(title,keys,{scale,picture},size=``){
const marks=scale.map(mark=>`<li>${mark}</li>`).join(``);
return`<figure${size===``?``:` class="${size}"`}>
<figcaption><strong>${title}</strong> ${keys.join(` `)}</figcaption>
<ol class="scale">${marks}</ol>
<svg viewBox="0 0 1000 100" preserveAspectRatio="none">${picture}<line class="cursor" y1="0" y2="100"/></svg>
</figure>`}
const COLUMNS=[`sending.column.time`,`sending.column.settled`,`sending.column.failed`,`sending.column.requests`,`sending.column.p50`,`sending.p95`,`sending.column.limit`];
function*numbers({buckets,bucketMs},limits,words){
const columns=COLUMNS.map(key=>`#${words.text(key)}`);
const caption=words.text(`sending.each`,{span:words.duration(bucketMs)});
yield(0,page_table.Pb)(words.text(`sending.values`),columns,{caption,heading:false});
for(const{ms,settled,failed,requests,p50,p95}of buckets){
const latencies=[p50,p95].map(latency=>latency===null?``:words.duration(latency));
const cells=[words.duration(ms),...[settled,failed,requests].map(words.count),...latencies];
yield(0,page_table.jD)(columns,[...cells,words.count(limitAt(limits,ms))],ms)}
yield page_table.Pj}
;
const TONES={succeeded:`good`,failed:`bad`,aborted:`bad`,cancelled:`warn`,error:`bad`};
const[WARN_ABOVE,BAD_ABOVE]=[.05,.5];
function runTone({outcome,totals}){
const share=problemsOf(totals)/Math.max(1,totals.rows);
if(outcome!==`succeeded`||share<=WARN_ABOVE)return TONES[outcome];
return share>BAD_ABOVE?`bad`:`warn`}
function problemsOf({invalid,failed,unknown}){
return invalid+failed+unknown}
function verdict(head,notes,limits,links,words){
const reasons=notes.map(note=>`<p${(0,page_message.U)(words)}>${(0,page_place.r6)(note,links,1e3)}</p>\n`).join(``);
return`<section id="result" class="verdict ${runTone(head)}" aria-labelledby="result-title">
<h2 id="result-title" class="hidden">${words.text(`verdict.title`)}</h2>
<p class="headline">${sentences(head,words).join(` `)}</p>
${reasons}<h3>${words.text(`verdict.next`)}</h3>
<p>${words.text(nextStep(head))}</p>
${limitList(limits,words)}</section>
`}
function sentences(head,words){
const{mode,outcome,totals,check,undo}=head;
if(mode===`check`&&totals.rows===0){
const n=(check?.findings??[]).filter(({severity})=>severity===`error`).length;
return[words.text(`verdict.findings`,{n})]}
if(mode===`undo`)return undo===undefined?[]:[words.text(`verdict.undone`,{n:undo.undone,all:undo.total})];
if(totals.rows===0)return[words.text(outcome===`error`?`verdict.unread`:`page.no-rows`)];
const problems=problemsOf(totals);
return[arrived(head,words),problems===0?words.text(`verdict.fine`):words.text(mode===`plan`?`verdict.invalid`:`verdict.problems`,{n:problems}),...totals.unsent===0?[]:[words.text(`verdict.unsent`,{n:totals.unsent})],...totals.unchanged===0?[]:[words.text(`verdict.unchanged`,{n:totals.unchanged})]]}
function arrived(head,words){
const{mode,totals}=head;
const rows=words.text(`rows`,{n:totals.rows});
if(mode!==`apply`)return words.text(`verdict.planned`,{n:totals.planned,rows});
const n=totals.created+totals.updated;
if(n===0)return words.text(`verdict.nothing`);
return words.text((0,rehearsal.S)(head)?`verdict.rehearsed`:`verdict.imported`,{n,rows})}
function nextStep(head){
const{mode,outcome,totals,undo}=head;
const hasProblems=problemsOf(totals)>0;
switch(outcome){case`error`:return`next.error`;case`cancelled`:return mode===`apply`?`next.cancelled`:`next.error`;case`aborted`:return head.requests.sent===0?`next.aborted-before`:`next.aborted`;case`failed`:if(mode===`check`)return`next.check`;if(mode===`undo`)return`next.undo`;if(!hasProblems)return`next.error`;return mode===`plan`?`next.failed-plan`:`next.failed`;case`succeeded`:if(mode===`undo`)return(undo?.planned??0)>0?`next.undo-planned`:`next.done`;if(mode===`plan`)return plannedStep(totals,hasProblems);if(mode===`check`)return`next.done`;if((0,rehearsal.S)(head)&&!hasProblems)return`next.rehearsed`;if(totals.unsent>0)return`next.pilot`;return hasProblems?`next.imported-some`:`next.done`}}
function plannedStep({planned},hasProblems){
if(hasProblems)return`next.planned-some`;
return planned===0?`next.nothing-planned`:`next.planned`}
function limitList(limits,words){
if(limits.length===0)return``;
const items=limits.map(({kind,limit,used,allowed})=>{
const width=Math.min(100,used/Math.max(1,allowed)*100).toFixed(1);
const tone=used>allowed?`bad`:used>allowed*.8&&used>0?`warn`:`good`;
const bar=`<svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true"><rect class="track" width="100" height="4"/><rect class="${tone}" width="${width}" height="4"/></svg>`;
const name=words.text(`limit.${kind}`,{limit:(0,page_table.Qq)(limit,20)});
return`<div><dt>${name}</dt><dd>${words.text(`limit.used`,{used,allowed})}${bar}</dd></div>\n`});
return`<h3>${words.text(`limit.title`)}</h3>\n<dl class="limits">\n${items.join(``)}</dl>\n`}
;
function reportHtml(page){
return(0,text_chunks.m)(pieces(page))}
function*pieces(given){
const{level,words,notes,limits,links}=given;
const page={...given,head:(0,shown_head.q)(given.head,level)};
const{head}=page;
const parts=partsOf(page).filter(({html})=>html!==``);
const lists=listsOf(page);
const titles=lists.map(({name})=>({id:name,title:words.text(`list.${name}.title`)}));
yield*opening(page);
const top={id:`result`,title:words.text(`page.top`)};
const details={id:`details`,title:words.text(`facts.title`)};
yield contentsBar([top,...parts,...titles,details],words.text(`page.contents`));
yield verdict(head,notes,limits,links,words);
for(const part of parts)yield partHtml(part);
for(const list of lists)yield*listTable(list);
yield`<div id="details" class="facts">
`;
yield facts(head,links,words);
yield(0,delta_section.b)(head,words);
yield warningCounts(head.warnings,given.lists.warnings.totals,words);
yield counts(words.text(`skipped.title`),words.text(`column.rule`),head.skippedBy,words);
yield`</div>
`;
yield exportTable(head,links,words);
const{language}=words;
yield`</main>\n<script type="application/json">${(0,text_escape.eC)({language,texts:(0,words_of.k)(language),links})}<\/script>\n`;
yield`<script>${PAGE_SCRIPT}<\/script>\n`;
for(const list of lists)yield*listData(list);
yield`</body>
</html>
`}
function partsOf({head,level,groups,places,fileNames,links,words}){
const part=(id,title,html)=>({id,title:words.text(title),html});
const explained=row=>(0,explained_row.V)((0,shown_row.St)(row,level,fileNames),words.language);
return[part(`flow`,`flow.title`,hasRows(head)?outcomeTotals(head,words):``),part(`check`,`check.title`,(0,check_section.D)(head,words)),part(`arrivals`,`arrivals.title`,(0,arrivals_section.T)(head,words)),part(`comparison`,`compared.title`,comparisonHtml(head.comparison,links,words)),part(`reasons`,`reasons.title`,reasons(groups,explained,links,words)),part(`places`,`places.title`,placesSection(places,fileNames,words)),part(`canary`,`canary.title`,(0,canary_section.j)(head,words)),part(`login`,`login.title`,(0,login_section.S)(head,words)),part(`passwords`,`passwords.title`,(0,password_section.y)(head,words)),part(`statuses`,`statuses.title`,(0,status_section.X)(head,words)),part(`left-out`,`left-out.title`,(0,left_out_section.E)(head,words,links)),part(`unread`,`unread.title`,(0,unread_section.m)(head,words)),part(`samples`,`samples.title`,samplesHtml(head,words,links)),part(`verified`,`verified.title`,(0,verified_section.V)(head,words)),part(`missing`,`missing.title`,(0,missing_section.b)(head,words)),part(`undo`,`undo.title`,(0,undo_section.fT)(head,words)),part(`sending`,`sending.title`,[...timelineSection(head,words)].join(``)),part(`fleet`,`fleet.title`,(0,fleet_section.d)(head,words))]}
function listsOf({head,lists,links,words}){
const{created,updated,planned,rows}=head.totals;
const none=`<p class="dim">${words.text(rows===0?`page.no-rows`:`page.none`)}</p>\n`;
const list=name=>({...{name,rows:lists[name],rehearsed:(0,rehearsal.S)(head),links,words},none:name===`failures`?none:``});
return[...hasRows(head)?[list(`failures`)]:[],...Object.keys(lists.warnings.totals).length>0?[list(`warnings`)]:[],...created+updated+planned>0?[list(`successes`)]:[]]}
function hasRows({mode,totals}){
return mode!==`check`&&mode!==`undo`||totals.rows>0}
const POLICY=[`default-src 'none'`,`script-src 'sha256-${PAGE_SCRIPT_HASH}'`,`style-src 'sha256-${PAGE_STYLE_HASH}'`,`connect-src 'none'`,`img-src 'none'`,`base-uri 'none'`,`form-action 'none'`,`require-trusted-types-for 'script'`,`trusted-types 'none'`].join(`; `);
function*opening(page){
const{head,words}=page;
const what=(0,rehearsal.r)(head,words);
const outcome=words.text(`run.${head.outcome}`);
const skip=hasRows(head)?`<a class="skip" href="#failures">${words.text(`page.skip`)}</a>\n`:``;
yield`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${what}: ${outcome}</title>
<style>${PAGE_STYLE}</style>
</head>
<body${(0,rehearsal.S)(head)?` class="rehearsal"`:``}>
${skip}<main>
<header>
<h1>${what} <span class="badge ${runTone(head)}">${outcome}</span></h1>
<p class="dim">${aboutRun(page).join(` · `)}</p>
</header>
`;
if((0,rehearsal.S)(head))yield`<p class="notes rehearsed">${words.text(`rehearsal.note`)}</p>\n`}
function aboutRun({head,words}){
const{tenant,totals,startedAt,finishedAt,durationMs}=head;
const{files}=head.export;
const more=files.length>1?words.text(`more.files`,{n:files.length-1}):``;
return[...tenant===null?[]:[(0,page_table.Qq)(tenant,300)],...files[0]===undefined?[]:[`${(0,page_table.Qq)(files[0].name,200)}${more}`],...hasRows(head)?[words.text(`rows`,{n:totals.rows})]:[],`${period(startedAt,finishedAt,words)}, ${words.duration(durationMs)}<span class="local"></span>`]}})};