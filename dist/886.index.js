export const id=886;
export const ids=[886];
export const modules={12886:((__unused_webpack___webpack_module__,__webpack_exports__,__webpack_require__)=>{
__webpack_require__.d(__webpack_exports__,{reportHtml:()=>reportHtml});
;
const PAGE_SCRIPT=[``,`(function() {`,`	function chartCursor() {`,`		const section = document.querySelector(".charts");`,`		const plots = section?.querySelector(".plots");`,`		const readout = section?.querySelector(".readout");`,`		if (!section || !plots || !readout) return;`,`		const spanMs = Number(section.dataset.span);`,`		const bucketMs = Number(section.dataset.bucket);`,`		const names = Array.from(section.querySelectorAll("th"), (header) => header.textContent ?? "");`,`		const lines = new Map();`,`		for (const row of section.querySelectorAll("tr[data-ms]")) {`,'			const filled = Array.from(row.children, (cell, index) => [names[index], cell.textContent ?? ""]).filter(([, value]) => value !== "").map(([name, value]) => `${name} ${value}`);',`			lines.set(Number(row.dataset.ms), filled.join(" · "));`,`		}`,`		const initialText = readout.textContent;`,`		const cursors = [...plots.querySelectorAll(".cursor")];`,`		plots.addEventListener("pointermove", (event) => {`,`			const box = plots.querySelector("svg")?.getBoundingClientRect();`,`			if (box === void 0 || box.width === 0) return;`,`			const share = Math.min(.9999, Math.max(0, (event.clientX - box.left) / box.width));`,`			const ms = Math.floor(share * spanMs / bucketMs) * bucketMs;`,`			readout.textContent = lines.get(ms) ?? "No activity here.";`,`			for (const cursor of cursors) {`,`				cursor.setAttribute("x1", String(share * 1e3));`,`				cursor.setAttribute("x2", String(share * 1e3));`,`			}`,`			plots.classList.add("pointed");`,`		});`,`		plots.addEventListener("pointerleave", () => {`,`			plots.classList.remove("pointed");`,`			readout.textContent = initialText;`,`		});`,`	}`,`	function element(tag, attributes = {}, ...children) {`,`		const made = document.createElement(tag);`,`		for (const [name, value] of Object.entries(attributes)) if (value !== null && value !== false) made.setAttribute(name, value === true ? "" : String(value));`,`		made.append(...children);`,`		return made;`,`	}`,`	function copyButton(name, label, text) {`,`		const button = element("button", {`,`			type: "button",`,`			class: "copy",`,`			"aria-label": label,`,`			title: label`,`		}, name);`,`		button.addEventListener("click", async () => {`,`			if (!await copied(text())) return;`,`			button.textContent = "Copied";`,`			button.setAttribute("aria-label", "Copied");`,`			setTimeout(() => {`,`				button.textContent = name;`,`				button.setAttribute("aria-label", label);`,`			}, 1500);`,`		});`,`		return button;`,`	}`,`	async function copied(text) {`,`		try {`,`			await navigator.clipboard.writeText(text);`,`			return true;`,`		} catch {`,`			return copiedFromBox(text);`,`		}`,`	}`,`	function copiedFromBox(text) {`,`		const box = element("textarea", {`,`			readonly: true,`,`			rows: 10,`,`			"aria-label": "Text to copy"`,`		});`,`		box.value = text;`,`		const close = element("button", { type: "button" }, "Close");`,`		const dialog = element("dialog", {}, element("p", {}, "Press Ctrl+C (⌘C) to copy:"), box, close);`,`		close.addEventListener("click", () => dialog.close());`,`		dialog.addEventListener("close", () => dialog.remove());`,`		document.body.append(dialog);`,`		dialog.showModal();`,`		box.select();`,`		let done = false;`,`		try {`,`			done = document.execCommand("copy");`,`		} catch {}`,`		if (done) dialog.close();`,`		return done;`,`	}`,`	function count(value) {`,`		return String(Math.round(value)).replace(/\\B(?=(?:\\d{3})+$)/g, ",");`,`	}`,"	function counted(value, one, many = `${one}s`) {","		return `${count(value)} ${value === 1 ? one : many}`;",`	}`,`	const LIST_WORDS = {`,`		failures: {`,`			title: "Failures",`,`			noun: "failure",`,`			all: "failures.csv and report.json list all failures.",`,`			kind: "outcome"`,`		},`,`		warnings: {`,`			title: "Warnings",`,`			noun: "warning",`,`			all: "warnings.csv lists all warnings.",`,`			kind: "code"`,`		}`,`	};`,`	function outcomeWords(outcome, rehearsed) {`,'		return rehearsed && (outcome === "created" || outcome === "updated") ? `would be ${outcome}` : outcome;',`	}`,`	function outcomeLabel(outcome) {`,`		return outcomeWords(outcome, document.body.classList.contains("rehearsal"));`,`	}`,`	const SORT_COLUMNS = [`,`		"row",`,`		"where",`,`		"outcome",`,`		"code",`,`		"message",`,`		"user"`,`	];`,`	const PAGE_SIZES = [`,`		25,`,`		50,`,`		100,`,`		250`,`	];`,`	const FIRST_VIEW = {`,`		list: "failures",`,`		text: "",`,`		outcomes: [],`,`		code: null,`,`		sort: "row",`,`		descending: false,`,`		page: 1,`,`		size: 50`,`	};`,`	function readView(hash) {`,`		const named = new URLSearchParams(hash.replace(/^#/, ""));`,`		const sort = named.get("sort") ?? "";`,`		const column = SORT_COLUMNS.find((name) => name === sort.replace(/^-/, ""));`,`		const size = PAGE_SIZES.find((rows) => String(rows) === named.get("size"));`,`		const page = Number(named.get("page"));`,`		const list = named.get("list") ?? "";`,`		return {`,`			list: isList(list) ? list : FIRST_VIEW.list,`,`			text: named.get("q") ?? FIRST_VIEW.text,`,`			outcomes: (named.get("outcome") ?? "").split(",").filter((outcome) => outcome !== ""),`,`			code: named.get("code"),`,`			sort: column ?? FIRST_VIEW.sort,`,`			descending: column !== void 0 && sort.startsWith("-"),`,`			page: Number.isSafeInteger(page) && page > 0 ? page : FIRST_VIEW.page,`,`			size: size ?? FIRST_VIEW.size`,`		};`,`	}`,`	function isList(name) {`,`		return Object.hasOwn(LIST_WORDS, name);`,`	}`,`	function writeView({ list, text, outcomes, code, sort, descending, page, size }) {`,`		const named = new URLSearchParams();`,`		if (list !== FIRST_VIEW.list) named.set("list", list);`,`		if (text !== "") named.set("q", text);`,`		if (outcomes.length > 0) named.set("outcome", outcomes.join(","));`,`		if (code !== null) named.set("code", code);`,'		if (sort !== FIRST_VIEW.sort || descending) named.set("sort", `${descending ? "-" : ""}${sort}`);',`		if (page !== FIRST_VIEW.page) named.set("page", String(page));`,`		if (size !== FIRST_VIEW.size) named.set("size", String(size));`,"		return `#${named}`;",`	}`,`	const TYPING_MS = 120;`,`	function filters(title, rows, change) {`,`		const search = element("input", {`,`			type: "search",`,`			class: "wide",`,`			placeholder: "row, file:line, code, message, sub, user",`,`			autocomplete: "off",`,`			spellcheck: "false"`,`		});`,`		let typing;`,`		search.addEventListener("input", () => {`,`			clearTimeout(typing);`,`			typing = setTimeout(() => change({ text: search.value.trim() }), TYPING_MS);`,`		});`,`		const code = element("select", {}, element("option", { value: "" }, "all"));`,'		for (const [name, number] of tally(rows, "code")) code.append(element("option", { value: name }, `${name} (${count(number)})`));',`		code.addEventListener("change", () => change({ code: code.value === "" ? null : code.value }));`,`		const boxes = tally(rows, "outcome").map(([outcome, number]) => {`,`			const box = element("input", {`,`				type: "checkbox",`,`				value: outcome`,`			});`,`			box.addEventListener("change", () => change({ outcomes: checked() }));`,`			return {`,`				box,`,'				label: element("label", { class: `outcome ${outcome}` }, box, outcomeLabel(outcome), " ", element("span", {}, count(number)))',`			};`,`		});`,`		const checked = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);`,`		const outcomes = element("fieldset", {}, element("legend", {}, "Outcome"), ...boxes.map(({ label }) => label));`,`		const size = element("select", {}, ...PAGE_SIZES.map((rows) => element("option", {}, String(rows))));`,`		size.addEventListener("change", () => change({ size: Number(size.value) }));`,`		const clear = element("button", { type: "button" }, "Clear");`,`		clear.addEventListener("click", () => {`,`			change({`,`				text: "",`,`				outcomes: [],`,`				code: null`,`			});`,`			search.focus();`,`		});`,`		return {`,`			form: element("search", {`,`				class: "filters",`,`				"aria-label": title`,`			}, element("label", { class: "grow" }, element("span", {}, "Search"), search), element("label", {}, element("span", {}, "Code"), code), outcomes, clear),`,`			sizes: element("label", {}, element("span", {}, "Rows per page"), size),`,`			show(view) {`,`				if (search.value.trim() !== view.text) search.value = view.text;`,`				code.value = view.code ?? "";`,`				size.value = String(view.size);`,`				for (const { box } of boxes) box.checked = view.outcomes.includes(box.value);`,`				clear.hidden = view.text === FIRST_VIEW.text && view.outcomes.length === 0 && view.code === null;`,`			}`,`		};`,`	}`,`	function tally(rows, column) {`,`		const counts = new Map();`,`		for (const row of rows) {`,`			const value = row[column];`,`			if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);`,`		}`,`		return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1));`,`	}`,`	function rowText(row, outcome = row.outcome) {`,'		const code = row.code === null || row.code === row.outcome ? "" : ` (${row.code})`;',"		return `${[","			`Row ${row.row}, ${row.file}:${row.line}: ${outcome}${code}`,",`			line("Field", row.field),`,`			line("Message", row.message),`,`			line("Hint", row.hint),`,`			line("Same user as row", row.duplicateOf),`,`			line("sub", row.sub),`,`			line("email", row.email),`,`			line("username", row.username),`,`			line("mobile_number", row.mobile_number),`,`			line("Requests", row.attempts === 0 ? null : row.attempts)`,'		].filter((text) => text !== "").join("\\n")}\\n`;',`	}`,`	function line(name, value) {`,'		return value === null ? "" : `${name}: ${value}`;',`	}`,`	const TITLES = {`,`		row: "Row",`,`		where: "Where",`,`		outcome: "Outcome",`,`		code: "Code",`,`		message: "What is wrong and what to do",`,`		user: "User"`,`	};`,`	const COLUMNS = Object.keys(TITLES);`,`	function listTable(name, onSort) {`,`		const headers = COLUMNS.map((column) => header(column, onSort));`,`		const last = element("th", {`,`			scope: "col",`,`			role: "columnheader",`,`			class: "in-copy"`,`		}, "Copy");`,`		const head = element("tr", {`,`			role: "row",`,`			"aria-rowindex": 1`,`		}, ...headers, last);`,`		const body = element("tbody", { role: "rowgroup" });`,`		const table = element("table", {`,`			class: "rows",`,`			role: "table",`,'			"aria-labelledby": `${name}-title`',`		}, element("thead", { role: "rowgroup" }, head), body);`,`		function show({ rows, from, selected, view }) {`,`			for (const [index, column] of COLUMNS.entries()) {`,`				const direction = view.descending ? "descending" : "ascending";`,`				headers[index]?.setAttribute("aria-sort", view.sort === column ? direction : "none");`,`			}`,`			table.setAttribute("aria-rowcount", String(selected + 1));`,`			body.replaceChildren(...rows.map((row, index) => tableRow(row, from + index + 2)));`,`		}`,`		return {`,`			table,`,`			body,`,`			show`,`		};`,`	}`,`	function header(column, onSort) {`,`		const button = element("button", { type: "button" }, TITLES[column]);`,`		button.addEventListener("click", () => onSort(column));`,`		return element("th", {`,`			scope: "col",`,`			role: "columnheader",`,"			class: `in-${column}`",`		}, button);`,`	}`,`	function tableRow(row, index) {`,`		const { outcome, code, field, attempts } = row;`,`		return element("tr", {`,`			role: "row",`,`			"aria-rowindex": index`,'		}, cell("row", String(row.row)), cell("where", element("code", {}, `${row.file}:${row.line}`)), cell("outcome", element("span", { class: `outcome ${outcome}` }, outcomeLabel(outcome)), ...attempts > 1 ? [detail(`${attempts} requests`)] : []), cell("code", ...code === null ? [] : [element("code", {}, code)], ...field === null ? [] : [detail(field)]), cell("message", ...explanation(row)), cell("user", ...identifiers(row)), cell("copy", ...copies(row)));',`	}`,`	function explanation({ message, hint }) {`,`		const parts = [];`,`		if (message !== null) parts.push(element("div", {}, message));`,`		if (hint !== null) parts.push(element("div", { class: "hint" }, hint));`,`		return parts;`,`	}`,`	function identifiers({ sub, email, username, mobile_number }) {`,`		return Object.entries({`,`			email,`,`			username,`,`			mobile_number,`,`			sub`,`		}).flatMap(([name, value]) => value === null ? [] : [element("code", {`,`			class: name,`,`			title: name`,`		}, value)]);`,`	}`,`	function copies(row) {`,`		const { hint } = row;`,'		const copyRow = copyButton("Row", `Copy row ${row.row} as text`, () => rowText(row, outcomeLabel(row.outcome)));','		return hint === null ? [copyRow] : [copyRow, copyButton("Hint", `Copy the hint for row ${row.row}`, () => hint)];',`	}`,`	function cell(column, ...children) {`,`		return element("td", {`,`			role: "cell",`,"			class: `in-${column}`",`		}, ...children);`,`	}`,`	function detail(text) {`,`		return element("div", { class: "detail" }, text);`,`	}`,`	function pager(label, go) {`,`		let current = 1;`,`		let last = 1;`,`		const input = element("input", {`,`			type: "number",`,`			min: 1,`,`			inputmode: "numeric",`,`			"aria-label": "Page"`,`		});`,`		const total = element("span");`,`		const steps = [`,`			step("First page", "«", () => 1),`,`			step("Previous page", "‹", () => current - 1),`,`			step("Next page", "›", () => current + 1),`,`			step("Last page", "»", () => last)`,`		];`,`		const [first, previous, next, end] = steps.map(({ button }) => button);`,`		const nav = element("nav", {`,`			class: "pager",`,`			"aria-label": label`,`		});`,`		nav.append(...[`,`			first,`,`			previous,`,`			input,`,`			total,`,`			next,`,`			end`,`		].filter((part) => part !== void 0));`,`		input.addEventListener("change", () => go(Math.min(last, Math.max(1, Math.round(Number(input.value)) || current))));`,`		function step(name, sign, target) {`,`			const button = element("button", {`,`				type: "button",`,`				"aria-label": name,`,`				title: name`,`			}, sign);`,`			button.addEventListener("click", () => {`,`				const page = target();`,`				if (page !== current && page >= 1 && page <= last) go(page);`,`			});`,`			return {`,`				button,`,`				target`,`			};`,`		}`,`		return {`,`			nav,`,`			show(page, pages) {`,`				current = page;`,`				last = pages;`,`				input.value = String(page);`,`				input.max = String(pages);`,"				total.textContent = `of ${count(pages)}`;",`				for (const { button, target } of steps) {`,`					const there = target();`,`					button.setAttribute("aria-disabled", String(there === current || there < 1 || there > last));`,`				}`,`			}`,`		};`,`	}`,`	function rowSearch(rows) {`,`		const places = [];`,`		const texts = [];`,`		function prepare(more = SLICE) {`,`			for (const row of rows.slice(places.length, places.length + more)) {`,`				places.push(placeOf(row));`,`				texts.push(textOf(row));`,`			}`,`			return places.length < rows.length;`,`		}`,`		function finder(text) {`,`			const words = text.toLowerCase().split(/\\s+/).filter(Boolean).map(searchWord);`,`			if (words.length > 0) prepare(rows.length);`,`			return (index) => words.every((word) => word.isIn(texts[index] ?? "") || places[index]?.includes(word.place));`,`		}`,`		return {`,`			prepare,`,`			finder`,`		};`,`	}`,`	const SLICE = 500;`,`	const BORDER = "\\n";`,`	function searchWord(word) {`,`		const isNumber = /^\\d+$/.test(word);`,"		const place = isNumber ? `${BORDER}${word}${BORDER}` : /:\\d+$/.test(word) ? `${word}${BORDER}` : word;",`		if (!isNumber || word.length > 4) return {`,`			place,`,`			isIn: (text) => text.includes(word)`,`		};`,"		const whole = new RegExp(`(?<![\\\\da-z])${word}(?![\\\\da-z])`);",`		return {`,`			place,`,`			isIn: (text) => whole.test(text)`,`		};`,`	}`,`	function placeOf({ row, file, line }) {`,`		return [`,`			"",`,`			row,`,`			line,`,"			`${file}:${line}`,",`			""`,`		].join(BORDER).toLowerCase();`,`	}`,`	function textOf({ outcome, code, field, message, hint, sub, email, username, mobile_number }) {`,`		return [`,`			outcome,`,`			code,`,`			field,`,`			message,`,`			hint,`,`			sub,`,`			email,`,`			username,`,`			mobile_number`,`		].join(BORDER).toLowerCase();`,`	}`,`	function rowOrder(rows) {`,`		const known = new Map();`,`		return (column) => {`,`			const order = known.get(column) ?? sorted(rows, column);`,`			known.set(column, order);`,`			return order;`,`		};`,`	}`,`	function sorted(rows, column) {`,`		const order = Uint32Array.from(rows, (_, index) => index);`,`		if (column === "row") return order;`,`		const keys = rows.map((row) => sortKey(row, column));`,`		return order.sort((a, b) => {`,`			const left = keys[a] ?? "";`,`			const right = keys[b] ?? "";`,`			return left < right ? -1 : left > right ? 1 : a - b;`,`		});`,`	}`,`	function sortKey(row, column) {`,`		switch (column) {`,`			case "row": return "";`,'			case "where": return `${row.file}:${String(row.line).padStart(10, "0")}`;',`			case "outcome": return row.outcome;`,`			case "code": return row.code ?? LAST;`,`			case "message": return row.message?.toLowerCase() ?? LAST;`,`			case "user": return (row.email ?? row.username ?? row.mobile_number ?? row.sub)?.toLowerCase() ?? LAST;`,`		}`,`	}`,`	const LAST = "￿";`,`	function rowSelection(rows, { finder }) {`,`		const order = rowOrder(rows);`,`		return ({ text, outcomes, code, sort, descending }) => {`,`			const matches = finder(text);`,`			const wanted = new Set(outcomes);`,`			const selected = order(sort).filter((index) => {`,`				const row = rows[index];`,`				if (row === void 0) return false;`,`				if (wanted.size > 0 && !wanted.has(row.outcome)) return false;`,`				if (code !== null && row.code !== code) return false;`,`				return matches(index);`,`			});`,`			return descending ? selected.reverse() : selected;`,`		};`,`	}`,`	const HIGHLIGHT = "found";`,`	function highlightMatches(inside, text) {`,`		if (!("highlights" in CSS)) return;`,`		CSS.highlights.delete(HIGHLIGHT);`,`		const words = text.toLowerCase().split(/\\s+/).filter(Boolean);`,`		if (words.length === 0) return;`,`		const found = new Highlight();`,`		const nodes = document.createTreeWalker(inside, NodeFilter.SHOW_TEXT);`,`		for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {`,`			const content = node.textContent?.toLowerCase() ?? "";`,`			for (const word of words) for (let at = content.indexOf(word); at >= 0; at = content.indexOf(word, at + word.length)) {`,`				const range = new Range();`,`				range.setStart(node, at);`,`				range.setEnd(node, Math.min(at + word.length, node.textContent?.length ?? 0));`,`				found.add(range);`,`			}`,`		}`,`		CSS.highlights.set(HIGHLIGHT, found);`,`	}`,`	function showList(host, list) {`,`		const { name, rows } = list;`,`		const words = LIST_WORDS[name];`,`		const search = rowSearch(rows);`,`		const select = rowSelection(rows, search);`,`		const { form, sizes, show: showFilters } = filters(words.title, rows, (change) => changeView({`,`			...change,`,`			page: 1`,`		}));`,`		const { table, body, show: showTable } = listTable(name, (column) => changeView({`,`			sort: column,`,`			descending: view.sort === column && !view.descending,`,`			page: 1`,`		}));`,`		const status = element("p", { role: "status" });`,"		const pagers = [`Pages of ${name}`, `Pages of ${name}, below`].map((label) => pager(label, (page) => {",`			changeView({ page });`,`			if (table.getBoundingClientRect().top < 0) table.scrollIntoView();`,`		}));`,`		const [above, below] = pagers.map(({ nav }) => nav);`,`		const notes = limitations(list, words).map((text) => element("p", { class: "note" }, text));`,`		host.replaceChildren(...notes, form, element("div", { class: "above" }, status, sizes, above ?? ""), table, element("div", { class: "above" }, below ?? ""));`,`		let view = ownView() ?? {`,`			...FIRST_VIEW,`,`			list: name`,`		};`,`		render();`,`		whenIdle(() => search.prepare());`,`		addEventListener("hashchange", () => {`,`			if (location.hash !== "" && !location.hash.includes("=")) return;`,`			view = ownView() ?? view;`,`			render();`,`		});`,`		function ownView() {`,`			const found = readView(location.hash);`,`			return found.list === name ? found : null;`,`		}`,`		function changeView(change) {`,`			view = {`,`				...view,`,`				...change`,`			};`,`			render();`,`			try {`,`				history.replaceState(null, "", writeView(view));`,`			} catch {}`,`		}`,`		function render() {`,`			const selected = select(view);`,`			const pages = Math.max(1, Math.ceil(selected.length / view.size));`,`			if (view.page > pages) view = {`,`				...view,`,`				page: pages`,`			};`,`			const from = (view.page - 1) * view.size;`,`			const shown = Array.from(selected.subarray(from, from + view.size), (index) => rows[index]);`,`			showFilters(view);`,`			showTable({`,`				rows: shown.filter((row) => row !== void 0),`,`				from,`,`				selected: selected.length,`,`				view`,`			});`,`			highlightMatches(body, view.text);`,`			for (const { show } of pagers) show(view.page, pages);`,`			status.textContent = statusText(words.noun, selected.length, from, shown.length, rows.length);`,`		}`,`	}`,`	function statusText(noun, selected, from, shown, all) {`,"		if (selected === 0) return `No ${noun}s match (${count(all)} in total).`;","		const which = selected === all ? counted(all, noun) : `${count(selected)} of ${counted(all, noun)}`;","		return shown === selected ? which : `${which}, ${count(from + 1)} to ${count(from + shown)} shown`;",`	}`,`	function limitations({ name, rows, totals, isComplete }, { kind, all: where }) {`,"		if (!isComplete) return [`This file is incomplete: part of the page is missing. Download it again, or open ${name}.csv.`];",`		const parts = Object.entries(totals).flatMap(([value, all]) => {`,`			const held = rows.filter((row) => row[kind] === value).length;`,"			return held < all ? [`the first ${count(held)} of ${count(all)} ${value} rows`] : [];",`		});`,`		if (parts.length === 0) return [];`,'		return [`To keep the page usable, this table holds only ${parts.join(", ")}. ${where}`];',`	}`,`	function whenIdle(work) {`,`		globalThis.requestIdleCallback?.((deadline) => {`,`			let hasMore = true;`,`			while (hasMore && deadline.timeRemaining() > 2) hasMore = work();`,`			if (hasMore) whenIdle(work);`,`		});`,`	}`,`	const MAX_WORDS = 2e3;`,`	function pageRowReader() {`,`		const word = wordReader();`,`		const message = wordReader();`,`		return (cells) => {`,`			const [row, line, file, outcome, code, field, text, hint, duplicateOf, attempts, ...ids] = cells;`,`			const [sub, email, username, mobile] = ids;`,`			return {`,`				row: Number(row),`,`				line: Number(line),`,`				file: word(file) ?? "",`,`				outcome: word(outcome),`,`				code: word(code),`,`				field: word(field),`,`				message: message(text),`,`				hint: word(hint),`,`				duplicateOf: typeof duplicateOf === "number" ? duplicateOf : null,`,`				attempts: Number(attempts),`,`				sub: textOrNull(sub),`,`				email: textOrNull(email),`,`				username: textOrNull(username),`,`				mobile_number: textOrNull(mobile)`,`			};`,`		};`,`	}`,`	function wordReader() {`,`		const words = [];`,`		return (cell) => {`,`			if (typeof cell === "number") return words[cell] ?? null;`,`			if (typeof cell === "string" && words.length < MAX_WORDS) words.push(cell);`,`			return cell ?? null;`,`		};`,`	}`,`	function textOrNull(cell) {`,`		return typeof cell === "string" ? cell : null;`,`	}`,`	function readPageData() {`,`		const lists = new Map();`,`		let read = pageRowReader();`,`		let rows = [];`,`		let list = null;`,`		for (const script of document.querySelectorAll("script[type=\\"application/json\\"]")) {`,`			const block = parsed(script.textContent);`,`			script.remove();`,`			if (block === null) break;`,`			if ("list" in block) {`,`				read = pageRowReader();`,`				rows = [];`,`				list = {`,`					name: block.list,`,`					rows,`,`					totals: block.totals,`,`					isComplete: false`,`				};`,`				lists.set(list.name, list);`,`			} else if ("end" in block) {`,`				if (list !== null) lists.set(list.name, {`,`					...list,`,`					isComplete: block.end === rows.length`,`				});`,`			} else for (const cells of block) rows.push(read(cells));`,`		}`,`		return (name) => lists.get(name) ?? {`,`			name,`,`			rows: [],`,`			totals: {},`,`			isComplete: false`,`		};`,`	}`,`	function parsed(json) {`,`		try {`,`			return JSON.parse(json ?? "");`,`		} catch {`,`			return null;`,`		}`,`	}`,`	const hosts = document.querySelectorAll(".list");`,`	for (const host of hosts) host.textContent = "Loading rows …";`,`	document.addEventListener("DOMContentLoaded", () => {`,`		chartCursor();`,`		for (const hint of document.querySelectorAll(".reasons .hint")) {`,`			const text = hint.textContent ?? "";`,`			if (text !== "") hint.append(" ", copyButton("Copy", "Copy the hint", () => text));`,`		}`,`		if (hosts.length === 0) return;`,`		const listOf = readPageData();`,`		for (const host of hosts) showList(host, listOf(host.dataset.list));`,`		const toList = (view) => {`,`			const name = view.includes("=") ? readView(view).list : view.slice(1);`,"			const title = document.getElementById(`${name}-title`);",`			title?.scrollIntoView();`,`			title?.focus({ preventScroll: true });`,`		};`,`		if (location.hash.includes("=")) toList(location.hash);`,`		document.addEventListener("click", (event) => {`,`			const link = event.target instanceof Element ? event.target.closest("a[href^=\\"#\\"]") : null;`,`			if (link === null) return;`,`			const view = link.getAttribute("href") ?? "";`,`			if (!view.includes("=")) event.preventDefault();`,`			setTimeout(() => toList(view));`,`		});`,`	});`,`})();`,``].join(`
`);
const PAGE_SCRIPT_HASH=`RZpCdXHe84Wj6RFwz3Opd/wk/sqG1Cc0xT9E2J6KqfI=`;
const PAGE_STYLE=[``,`:root {`,`  color-scheme: light dark;`,`  --paper: #fff;`,`  --card: #f6f7f9;`,`  --line: #dfe3ea;`,`  --ink: #1b2230;`,`  --dim: #586174;`,`  --link: #0b5cad;`,`  --mark: #ffe58f;`,`  --green: #1a7f4b;`,`  --teal: #2a8f9c;`,`  --grey: #737d8f;`,`  --slate: #5a6b87;`,`  --amber: #a05f00;`,`  --red: #c0312b;`,`  --plum: #8d3b8f;`,`  --orange: #b8480f;`,`  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace;`,`}`,`@media (prefers-color-scheme: dark) {`,`  :root {`,`    --paper: #11151c;`,`    --card: #191f29;`,`    --line: #2d3544;`,`    --ink: #e4e8f0;`,`    --dim: #98a3b6;`,`    --link: #74b4ff;`,`    --mark: #6b5310;`,`    --green: #46b981;`,`    --teal: #4fb6c3;`,`    --grey: #8d98ab;`,`    --slate: #8ba0c4;`,`    --amber: #e0a145;`,`    --red: #f5746b;`,`    --plum: #cf8ad1;`,`    --orange: #f0905a;`,`  }`,`}`,`.created,`,`.planned,`,`.good {`,`  --tone: var(--green);`,`}`,`.updated {`,`  --tone: var(--teal);`,`}`,`.unchanged,`,`.skipped,`,`.calm {`,`  --tone: var(--grey);`,`}`,`.duplicate,`,`.warn {`,`  --tone: var(--amber);`,`}`,`.unsent {`,`  --tone: var(--slate);`,`}`,`.invalid {`,`  --tone: var(--orange);`,`}`,`.failed,`,`.bad {`,`  --tone: var(--red);`,`}`,`.unknown {`,`  --tone: var(--plum);`,`}`,`* {`,`  box-sizing: border-box;`,`}`,`body {`,`  margin: 0;`,`  padding: 1.75rem clamp(0.75rem, 3vw, 2.5rem) 3rem;`,`  background: var(--paper);`,`  color: var(--ink);`,`  font:`,`    15px / 1.45 system-ui,`,`    -apple-system,`,`    "Segoe UI",`,`    Roboto,`,`    "Noto Sans",`,`    sans-serif;`,`}`,`main {`,`  max-width: 86rem;`,`  margin: 0 auto;`,`}`,`h1 {`,`  margin: 0 0 0.3rem;`,`  font-size: 1.6rem;`,`  line-height: 1.2;`,`}`,`h2 {`,`  margin: 2.25rem 0 0.6rem;`,`  font-size: 1.1rem;`,`}`,`ul {`,`  margin: 0.5rem 0;`,`  padding-left: 1.2rem;`,`}`,`h2:focus {`,`  outline: none;`,`}`,`p {`,`  margin: 0.25rem 0;`,`  max-width: 90ch;`,`}`,`a {`,`  color: var(--link);`,`}`,`code {`,`  font: 0.92em / 1.4 var(--mono);`,`  overflow-wrap: anywhere;`,`}`,`:focus-visible {`,`  outline: 2px solid var(--link);`,`  outline-offset: 2px;`,`}`,`.dim,`,`.detail,`,`.hint,`,`caption {`,`  color: var(--dim);`,`}`,`.hidden {`,`  position: absolute;`,`  width: 1px;`,`  height: 1px;`,`  margin: 0;`,`  overflow: hidden;`,`  clip-path: inset(50%);`,`}`,`[hidden] {`,`  display: none;`,`}`,`.skip {`,`  position: absolute;`,`  left: 0.5rem;`,`  top: -4rem;`,`  z-index: 9;`,`  padding: 0.5rem 1rem;`,`  background: var(--paper);`,`  border: 1px solid var(--line);`,`}`,`.skip:focus {`,`  top: 0.5rem;`,`}`,`.badge {`,`  display: inline-block;`,`  margin-left: 0.4rem;`,`  padding: 0.15rem 0.7rem;`,`  border-radius: 1rem;`,`  background: var(--tone);`,`  color: var(--paper);`,`  font-size: 0.95rem;`,`  vertical-align: 0.15em;`,`}`,`.notes {`,`  margin: 1rem 0 0;`,`  padding: 0.5rem 0.9rem;`,`  border-left: 4px solid var(--tone);`,`  border-radius: 0.25rem;`,`  background: var(--card);`,`}`,`.rehearsal {`,`  border-top: 0.5rem solid var(--plum);`,`}`,`.rehearsal .badge,`,`.rehearsed {`,`  --tone: var(--plum);`,`}`,`.alerts,`,`.note {`,`  padding: 0.4rem 0.8rem;`,`  border-left: 4px solid var(--amber);`,`  background: var(--card);`,`}`,`.bar {`,`  display: block;`,`  width: 100%;`,`  height: 0.85rem;`,`  margin: 1.25rem 0 0.75rem;`,`  border-radius: 0.3rem;`,`}`,`rect {`,`  fill: var(--tone);`,`}`,`.bar rect {`,`  stroke: var(--paper);`,`  stroke-width: 1px;`,`  vector-effect: non-scaling-stroke;`,`}`,`.tiles {`,`  display: flex;`,`  flex-wrap: wrap;`,`  gap: 0.5rem 1.6rem;`,`  margin: 0;`,`  padding: 0;`,`  list-style: none;`,`}`,`.tiles li {`,`  padding-left: 0.7rem;`,`  border-left: 4px solid var(--tone, var(--line));`,`}`,`.tiles b {`,`  display: block;`,`  font-size: 1.35rem;`,`  line-height: 1.2;`,`  font-variant-numeric: tabular-nums;`,`}`,`.tiles .dim {`,`  font-size: 0.85rem;`,`}`,`.outcome {`,`  color: var(--tone);`,`  font-weight: 600;`,`  white-space: nowrap;`,`}`,`.scroll {`,`  overflow-x: auto;`,`}`,`table {`,`  width: 100%;`,`  border-collapse: separate;`,`  border-spacing: 0;`,`  font-size: 0.875rem;`,`}`,`th,`,`td {`,`  padding: 0.4rem 0.75rem 0.4rem 0;`,`  text-align: left;`,`  vertical-align: top;`,`  border-bottom: 1px solid var(--line);`,`}`,`th {`,`  background: var(--paper);`,`  border-bottom: 2px solid var(--line);`,`  color: var(--dim);`,`  font-weight: 600;`,`  white-space: nowrap;`,`}`,`td.number,`,`th.number {`,`  padding-right: 1.5rem;`,`  text-align: right;`,`  font-variant-numeric: tabular-nums;`,`  white-space: nowrap;`,`}`,`caption {`,`  padding: 0 0 0.4rem;`,`  text-align: left;`,`}`,`.share {`,`  display: block;`,`  width: 6rem;`,`  height: 0.25rem;`,`  margin: 0.2rem 0 0 auto;`,`}`,`.reasons td:last-child {`,`  width: 45%;`,`}`,`.detail,`,`.hint {`,`  font-size: 0.95em;`,`}`,`.plots {`,`  display: grid;`,`  gap: 0.9rem;`,`  margin-top: 0.75rem;`,`}`,`figure {`,`  display: grid;`,`  grid-template-columns: 3.75rem 1fr;`,`  column-gap: 0.5rem;`,`  margin: 0;`,`}`,`figcaption {`,`  grid-column: 2;`,`  color: var(--dim);`,`  font-size: 0.85rem;`,`}`,`figcaption strong {`,`  margin-right: 0.75rem;`,`  color: var(--ink);`,`}`,`.key {`,`  margin-right: 0.6rem;`,`  white-space: nowrap;`,`}`,`.key::before {`,`  content: "";`,`  display: inline-block;`,`  width: 0.7em;`,`  height: 0.7em;`,`  margin-right: 0.35em;`,`  border-radius: 0.15em;`,`  background: var(--tone);`,`}`,`.p50 {`,`  --tone: var(--link);`,`}`,`.p95 {`,`  --tone: var(--grey);`,`}`,`.scale,`,`.ticks {`,`  display: flex;`,`  justify-content: space-between;`,`  margin: 0;`,`  padding: 0;`,`  list-style: none;`,`  color: var(--dim);`,`  font-size: 0.75rem;`,`  line-height: 1;`,`  font-variant-numeric: tabular-nums;`,`}`,`.scale {`,`  flex-direction: column;`,`  margin: -0.375rem 0;`,`  text-align: right;`,`}`,`.ticks {`,`  margin-left: 4.25rem;`,`}`,`figure svg {`,`  display: block;`,`  width: 100%;`,`  height: 6.5rem;`,`  overflow: visible;`,`}`,`figure.low svg {`,`  height: 2.5rem;`,`}`,`path,`,`polyline {`,`  fill: var(--tone);`,`  vector-effect: non-scaling-stroke;`,`}`,`polyline {`,`  fill: none;`,`  stroke: var(--tone);`,`  stroke-width: 1.5px;`,`  stroke-linejoin: round;`,`}`,`path.created,`,`path.failed {`,`  fill-opacity: 0.85;`,`}`,`.grid {`,`  fill: none;`,`  stroke: var(--line);`,`}`,`.limit {`,`  fill: none;`,`  stroke: var(--slate);`,`  stroke-width: 2px;`,`}`,`.cursor {`,`  stroke: var(--ink);`,`  vector-effect: non-scaling-stroke;`,`  visibility: hidden;`,`}`,`.pointed .cursor {`,`  visibility: visible;`,`}`,`.readout {`,`  min-height: 1.45em;`,`  margin: -0.4rem 0 0 4.25rem;`,`  font-size: 0.85rem;`,`}`,`summary {`,`  width: max-content;`,`  margin: 0.5rem 0;`,`  color: var(--link);`,`  cursor: pointer;`,`}`,`details .scroll {`,`  max-height: 24rem;`,`  overflow: auto;`,`}`,`details table {`,`  width: auto;`,`}`,`pre {`,`  max-height: 24rem;`,`  overflow: auto;`,`}`,`details th {`,`  position: sticky;`,`  top: 0;`,`}`,`button,`,`input,`,`select,`,`textarea {`,`  padding: 0.3rem 0.6rem;`,`  border: 1px solid var(--line);`,`  border-radius: 0.3rem;`,`  background: var(--card);`,`  color: inherit;`,`  font: inherit;`,`}`,`button {`,`  cursor: pointer;`,`}`,`button:hover {`,`  border-color: var(--dim);`,`}`,`button[aria-disabled="true"] {`,`  opacity: 0.4;`,`  cursor: default;`,`}`,`.filters,`,`.above {`,`  display: flex;`,`  flex-wrap: wrap;`,`  align-items: end;`,`  gap: 0.6rem 1rem;`,`  margin: 0.6rem 0;`,`}`,`.above {`,`  align-items: center;`,`  justify-content: flex-end;`,`  font-size: 0.9rem;`,`}`,`.above [role="status"] {`,`  flex: 1 0 auto;`,`  font-weight: 600;`,`}`,`.filters label > span:first-child,`,`legend {`,`  display: block;`,`  padding: 0;`,`  color: var(--dim);`,`  font-size: 0.8rem;`,`}`,`.filters .grow {`,`  flex: 1 1 18rem;`,`}`,`.wide {`,`  width: 100%;`,`}`,`.filters select {`,`  max-width: 18rem;`,`}`,`fieldset {`,`  display: flex;`,`  flex-wrap: wrap;`,`  gap: 0.35rem;`,`  margin: 0;`,`  padding: 0;`,`  border: 0;`,`}`,`fieldset label {`,`  padding: 0.3rem 0.6rem;`,`  border: 1px solid var(--line);`,`  border-radius: 0.3rem;`,`  background: var(--card);`,`  cursor: pointer;`,`}`,`fieldset label:has(:checked) {`,`  border-color: var(--tone);`,`  box-shadow: inset 0 0 0 1px var(--tone);`,`}`,`fieldset span {`,`  font-weight: 400;`,`  font-variant-numeric: tabular-nums;`,`}`,`fieldset input {`,`  margin: 0 0.4em 0 0;`,`  accent-color: var(--tone);`,`}`,`.pager {`,`  display: flex;`,`  align-items: center;`,`  gap: 0.3rem;`,`}`,`.pager input {`,`  width: 5rem;`,`  appearance: textfield;`,`  text-align: right;`,`}`,`.above label span {`,`  margin-right: 0.5rem;`,`}`,`.pager button {`,`  min-width: 2rem;`,`}`,`.rows {`,`  table-layout: fixed;`,`}`,`.rows th {`,`  position: sticky;`,`  top: 0;`,`  z-index: 1;`,`}`,`.rows th button {`,`  padding: 0;`,`  border: 0;`,`  background: none;`,`  font-weight: 600;`,`}`,`.rows th button::after {`,`  content: "";`,`  display: inline-block;`,`  width: 0.9em;`,`  text-align: center;`,`}`,`.rows [aria-sort="ascending"] button::after {`,`  content: "▴" / "";`,`}`,`.rows [aria-sort="descending"] button::after {`,`  content: "▾" / "";`,`}`,`.rows [aria-sort="ascending"],`,`.rows [aria-sort="descending"] {`,`  color: var(--ink);`,`}`,`.rows tbody tr:hover > td {`,`  background: var(--card);`,`}`,`.in-row {`,`  width: 4.9rem;`,`}`,`td.in-row {`,`  padding-right: 1.65rem;`,`  text-align: right;`,`  font-variant-numeric: tabular-nums;`,`}`,`th.in-row {`,`  text-align: right;`,`}`,`.in-where {`,`  width: 10rem;`,`}`,`.in-outcome {`,`  width: 6.75rem;`,`}`,`.in-code {`,`  width: 9.75rem;`,`}`,`.in-user {`,`  width: 17.25rem;`,`}`,`.in-user code {`,`  display: inline-block;`,`  margin-right: 0.75rem;`,`}`,`.in-user .sub {`,`  display: block;`,`  margin: 0;`,`  color: var(--dim);`,`  font-size: 0.75rem;`,`}`,`.in-copy {`,`  width: 4.1rem;`,`}`,`td.in-copy {`,`  padding-right: 0;`,`}`,`.copy {`,`  padding: 0 0.45rem;`,`  background: none;`,`  color: var(--dim);`,`  font-size: 0.75rem;`,`  line-height: 1.5;`,`}`,`.in-copy .copy {`,`  display: block;`,`  width: 100%;`,`  margin-bottom: 0.15rem;`,`}`,`::highlight(found) {`,`  background-color: var(--mark);`,`  color: inherit;`,`}`,`dialog {`,`  border: 1px solid var(--line);`,`  border-radius: 0.4rem;`,`  background: var(--paper);`,`  color: var(--ink);`,`}`,`dialog textarea {`,`  display: block;`,`  width: min(40rem, 80vw);`,`  margin: 0.6rem 0;`,`}`,`.facts {`,`  display: grid;`,`  grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr));`,`  gap: 0 3rem;`,`}`,`dl {`,`  margin: 0;`,`  font-size: 0.875rem;`,`}`,`dl div {`,`  display: grid;`,`  grid-template-columns: 9rem 1fr;`,`  padding: 0.35rem 0;`,`  border-bottom: 1px solid var(--line);`,`}`,`dt {`,`  color: var(--dim);`,`}`,`dd {`,`  margin: 0;`,`  overflow-wrap: anywhere;`,`}`,`.subs {`,`  max-height: 16rem;`,`  margin: 0;`,`  padding: 0;`,`  overflow: auto;`,`  list-style: none;`,`  font-size: 0.875rem;`,`}`,`.alerts {`,`  padding-left: 1.8rem;`,`}`,`@media (max-width: 70rem) {`,`  .rows,`,`  .rows tbody {`,`    display: block;`,`  }`,`  .rows thead {`,`    display: block;`,`    position: sticky;`,`    top: 0;`,`    z-index: 1;`,`    padding: 0.3rem 0;`,`    border-bottom: 2px solid var(--line);`,`    background: var(--paper);`,`  }`,`  .rows thead tr {`,`    display: flex;`,`    flex-wrap: wrap;`,`    gap: 0 0.8rem;`,`  }`,`  .rows tbody tr {`,`    display: grid;`,`    grid-template-columns: max-content minmax(0, 1fr) max-content;`,`    gap: 0.15rem 0.9rem;`,`    padding: 0.6rem 0;`,`    border-bottom: 1px solid var(--line);`,`  }`,`  .rows th,`,`  .rows td {`,`    width: auto;`,`    padding: 0;`,`    border: 0;`,`    text-align: left;`,`  }`,`  td.in-row {`,`    font-weight: 600;`,`  }`,`  td.in-code {`,`    grid-column: 1 / 3;`,`  }`,`  td.in-code div {`,`    display: inline-block;`,`    margin-left: 0.6rem;`,`  }`,`  td.in-message {`,`    grid-column: 1 / 3;`,`  }`,`  td.in-user {`,`    grid-column: 1 / 4;`,`  }`,`  td.in-outcome {`,`    display: flex;`,`    flex-direction: row-reverse;`,`    gap: 0.75rem;`,`  }`,`  td.in-copy {`,`    grid-row: 2 / 4;`,`    grid-column: 3;`,`    justify-self: end;`,`  }`,`}`,`@media (max-width: 48rem) {`,`  .scroll table {`,`    min-width: 36rem;`,`  }`,`  .reasons table,`,`  .verified table,`,`  .facts table {`,`    min-width: 0;`,`  }`,`  .reasons thead {`,`    display: none;`,`  }`,`  .reasons tr {`,`    display: grid;`,`    grid-template-columns: minmax(0, 1fr) max-content 6rem;`,`    gap: 0 0.9rem;`,`    padding: 0.5rem 0;`,`    border-bottom: 1px solid var(--line);`,`  }`,`  .reasons td,`,`  .reasons td:last-child {`,`    width: auto;`,`    padding: 0;`,`    border: 0;`,`  }`,`  .reasons td:nth-child(n + 4) {`,`    grid-column: 1 / 4;`,`  }`,`}`,`@media (prefers-reduced-motion: no-preference) {`,`  button,`,`  fieldset label {`,`    transition: border-color 0.12s;`,`  }`,`}`,`@media print {`,`  body {`,`    padding: 0;`,`    font-size: 11px;`,`  }`,`  .filters,`,`  .pager,`,`  .copy,`,`  .rows .in-copy,`,`  .skip,`,`  .readout,`,`  .above label,`,`  summary {`,`    display: none;`,`  }`,`  .scroll {`,`    overflow: visible;`,`  }`,`  .rows th,`,`  .rows thead {`,`    position: static;`,`  }`,`  tr,`,`  figure {`,`    break-inside: avoid;`,`  }`,`  .bar,`,`  .badge,`,`  .share,`,`  figure svg,`,`  .key::before {`,`    print-color-adjust: exact;`,`  }`,`}`,``].join(`
`);
const PAGE_STYLE_HASH=`u2/ytcJ01B/0nKZH9xMPw5fQNwySYCY0OPeVu9nygxw=`;
var number_text=__webpack_require__(95064);
var rehearsal=__webpack_require__(82377);
var report_data=__webpack_require__(73211);
var arrivals_section=__webpack_require__(32943);
var canary_section=__webpack_require__(90721);
var check_section=__webpack_require__(20385);
var delta_section=__webpack_require__(89155);
var fleet_section=__webpack_require__(63245);
var left_out_section=__webpack_require__(16753);
var login_section=__webpack_require__(21800);
var missing_section=__webpack_require__(59881);
var password_section=__webpack_require__(10100);
var page_table=__webpack_require__(69470);
;
const MAX_CHARACTERS=300;
const MAX_JSON_CHARACTERS=2e4;
const MAX_ROWS=200;
const REASONS={"no warning":`a user without a warning`,"most warnings":`the user with most warnings`,status:`a user with this status`};
function samplesHtml({samples=[]}){
if(samples.length===0)return``;
return`<section>\n<h2>Users as they arrive</h2>\n${samples.map(sampleHtml).join(``)}</section>\n`}
function sampleHtml(user){
const{row,file,line,why,decision,cells,rules,warnings}=user;
const status=decision.status===null?``:`, ${(0,page_table.Qq)(decision.status.name,50)}`;
const values=cells.map(({name,line:at,value})=>[(0,number_text.U9)(at),(0,page_table.aY)(name,100),(0,page_table.Qq)(value,MAX_CHARACTERS)]);
const steps=rules.map(rule=>[(0,page_table.aY)(rule.field,100),(0,page_table.Qq)(rule.at,100),...way(rule)]);
const warned=warnings.map(one=>[(0,page_table.aY)(one.code,100),(0,page_table.Qq)(one.message,500),(0,page_table.Qq)(one.hint,500)]);
const json=(0,page_table.Qq)(JSON.stringify(user.user,null,2),MAX_JSON_CHARACTERS);
return`<details>
<summary>Row ${(0,number_text.U9)(row)}, ${(0,page_table.aY)(`${file}:${line}`,300)}${status}: ${REASONS[why]}</summary>
${(0,page_table.Yc)(`Row ${(0,number_text.U9)(row)} in the export`,[`#Line`,`Column`,`Value`],values.slice(0,MAX_ROWS))}${(0,page_table.Yc)(`Rules for row ${(0,number_text.U9)(row)}`,[`Field`,`Rule`,`Read`,`Steps`,`Result`],steps.slice(0,MAX_ROWS))}${(0,page_table.Yc)(`Warnings of row ${(0,number_text.U9)(row)}`,[`Code`,`What it means`,`What to do`],warned)}<h3>Sent to cidaas</h3>
<pre tabindex="0" role="region" aria-label="Row ${(0,number_text.U9)(row)} as JSON">${json}</pre>
</details>
`}
function way({applies,input,steps,result,problem}){
if(!applies)return[``,``,`<span class="dim">not for this record</span>`];
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
;
function*allowedRows(rows,kindOf,totals,most){
const given=allowances(Object.values(totals),most);
const allowed=new Map(Object.keys(totals).map((kind,index)=>[kind,given[index]??0]));
let left=given.reduce((sum,count)=>sum+count,0);
if(left===0)return;
for(const row of rows){
const kind=kindOf(row);
const count=allowed.get(kind)??0;
if(count===0)continue;
allowed.set(kind,count-1);
yield row;
if(--left===0)return}}
function allowances(wanted,most){
const given=wanted.map(()=>0);
const rarestFirst=[...wanted.entries()].sort(([,a],[,b])=>a-b);
let left=most;
for(const[place,[kind,rows]]of rarestFirst.entries()){
const share=Math.min(rows,Math.floor(left/(wanted.length-place)));
given[kind]=share;
left-=share}
return given}
var compare=__webpack_require__(21337);
var comparison_summary=__webpack_require__(148);
;
function comparisonHtml(comparison){
if(comparison===null)return``;
const{headline,alerts}=(0,comparison_summary.x)(comparison);
const alertItems=alerts.map(alert=>`<li>${(0,page_table.Qq)(alert,500)}</li>`).join(``);
return`<section aria-label="What this mapping changes">
<h2>What this mapping changes</h2>
<p>${(0,page_table.Qq)(headline,1e3)}</p>
${alertItems===``?``:`<ul class="alerts warn">${alertItems}</ul>\n`}</section>
${moves(comparison)}${fields(comparison)}${warnings(comparison)}`}
function moves(comparison){
const rows=comparison.moves.map(({kind,from,to,rows,first})=>{
const places=first.map(({file,line})=>(0,page_table.aY)(`${file}:${line}`,250));
return[(0,number_text.U9)(rows),kind,end(from),end(to),places.join(` `)]});
return(0,page_table.Yc)(`Rows with a different outcome`,[`#Rows`,`Change`,`Before`,`Now`,`First`],rows)}
function fields(comparison){
const rows=comparison.fields.map(change=>{
const examples=change.examples.map(example).join(`<br>`);
return[(0,page_table.aY)(change.field,200),(0,number_text.U9)((0,compare.bT)(change)),(0,page_table.Qq)((0,comparison_summary.k)(change),300),examples]});
return(0,page_table.Yc)(`Fields sent differently`,[`Field`,`#Users`,`Change`,`Before → now`],rows)}
function warnings(comparison){
const rows=comparison.warnings.map(({code:name,before,after})=>[(0,page_table.aY)(name,100),(0,number_text.U9)(before),(0,number_text.U9)(after)]);
return(0,page_table.Yc)(`More or fewer warnings`,[`Code`,`#Rows before`,`#Now`],rows)}
function end(row){
if(row===null)return`not read`;
const field=row.field===null?``:` (${(0,page_table.aY)(row.field,200)})`;
const why=row.why===null?``:` ${(0,page_table.aY)(row.why,200)}${field}`;
const message=row.message===null?``:`<br><span class="hint">${(0,page_table.Qq)(row.message,300)}</span>`;
return`${row.outcome}${why}${message}`}
function example({before,after,how,rows,first}){
const shown=value=>value===null?`<i>not sent</i>`:(0,page_table.aY)(value,200);
const words=how===null?``:`, ${(0,page_table.Qq)(how,100)}`;
return`${shown(before)} → ${shown(after)}${words} (${(0,number_text.hS)(rows,`user`)}, first ${(0,page_table.aY)(`${first.file}:${first.line}`,250)})`}
var text_escape=__webpack_require__(18944);
var request_words=__webpack_require__(18047);
;
const MAX_CODE_CHARACTERS=100;
function pageRow({user,file,code,field,message,hint,...row}){
return{...row,file:line(file,200),code:lineOrNull(code,MAX_CODE_CHARACTERS),field:lineOrNull(field,100),message:lineOrNull(message,1e3),hint:lineOrNull(hint,500),sub:lineOrNull(user.sub??null,200),email:lineOrNull(user.email??null,200),username:lineOrNull(user.username??null,200),mobile_number:lineOrNull(user.mobile_number??null,200)}}
function lineOrNull(text,characters){
return text===null?null:line(text,characters)}
function line(text,characters){
return(0,text_escape._s)((0,text_escape.ml)(text,characters))}
;
const MAX_FILES=1e3;
function counts(title,column,rows){
const entries=Object.entries(rows).filter(([,number])=>number>0);
return(0,page_table.Yc)(title,[column,`#Rows`],entries.map(([key,number])=>[(0,page_table.Qq)(key,200),(0,number_text.U9)(number)]))}
function warningCounts(warnings,listed){
const rows=Object.entries(warnings).map(([name,number])=>{
const shown=(0,page_table.aY)(name,MAX_CODE_CHARACTERS);
if(!Object.hasOwn(listed,name))return[shown,(0,number_text.U9)(number)];
const view=new URLSearchParams({list:`warnings`,code:(0,text_escape.ml)(name,MAX_CODE_CHARACTERS)});
return[`<a href="#${(0,text_escape.ZD)(String(view))}">${shown}</a>`,(0,number_text.U9)(number)]});
return(0,page_table.Yc)(`Warnings by code`,[`Code`,`#Rows`],rows)}
function facts({tenant,mapping,planDigest,requests,run,tool,mode,resumed}){
const rows=[];
if(tenant!==null)rows.push([`Tenant`,(0,page_table.aY)(tenant,300)]);
if(mapping!==null)rows.push([`Mapping`,(0,page_table.aY)(mapping.name,300)]);
if(planDigest!==null)rows.push([`Plan digest`,(0,page_table.aY)(planDigest,1e3)]);
if(resumed!==null)rows.push([`Resumed from`,`${(0,page_table.aY)(resumed.from,300)}, ${(0,number_text.hS)(resumed.rows,`row`)} already settled`]);
if(mode===`apply`)rows.push(...requestFacts(requests));
if(run!==null){
const attempt=run.attempt>1?`, attempt ${(0,number_text.U9)(run.attempt)}`:``;
const name=`run ${(0,page_table.Qq)(run.id,50)}${attempt}`;
rows.push([`Workflow`,`${(0,page_table.Qq)(run.repository,200)}, ${page_facts_link(run.url,name)}, ${(0,page_table.Qq)(run.event,50)}`]);
rows.push([`Commit`,(0,page_table.aY)(run.sha,64)])}
rows.push([`Tool`,`${tool.name} ${(0,page_table.Qq)(tool.version,50)}`]);
const list=rows.map(([name,value])=>`<div><dt>${name}</dt><dd>${value}</dd></div>\n`);
return`<section>\n<h2>Run details</h2>\n<dl>\n${list.join(``)}</dl>\n</section>\n`}
function page_facts_link(address,name){
if(!/^https?:\/\/[!-~]+$/.test(address))return name;
return`<a href="${(0,page_table.Qq)(address,1e3)}" rel="noopener noreferrer">${name}</a>`}
function requestFacts(requests){
const{sent,byStatus,latencyMs}=requests;
const rows=[[`Requests`,(0,request_words.X)(requests)]];
if(sent===0)return rows;
const statuses=Object.entries(byStatus).map(([status,number])=>`${(0,page_table.Qq)(status,20)}: ${(0,number_text.U9)(number)}`);
const{p50,p95,max}=latencyMs;
rows.push([`Responses by status`,statuses.join(` · `)]);
const times=`median ${(0,number_text.p0)(p50)}, 95th percentile ${(0,number_text.p0)(p95)}, longest ${(0,number_text.p0)(max)}`;
rows.push([`Response time`,times]);
return rows}
function exportTable(head){
const rows=head.export.files.slice(0,MAX_FILES).map(file=>{
const name=(0,page_table.aY)(file.name,300);
return[name,(0,page_table.Qq)(file.format,20),(0,page_table.Qq)(file.encoding,20),(0,number_text.Ej)(file.bytes),(0,page_table.aY)(file.sha256,64)]});
return(0,page_table.Yc)(`Export files`,[`File`,`Format`,`Encoding`,`#Size`,`SHA-256`],rows)}
;
const LIST_WORDS={failures:{title:`Failures`,noun:`failure`,all:`failures.csv and report.json list all failures.`,kind:`outcome`},warnings:{title:`Warnings`,noun:`warning`,all:`warnings.csv lists all warnings.`,kind:`code`}};
var outcome_words=__webpack_require__(6210);
;
const COLUMNS=[`#Row`,`Where`,`Outcome`,`Code`,`What is wrong and what to do`,`User`];
function*plainTable(rows,all,words,rehearsed){
const more=`The first ${(0,number_text.U9)(rows.length)} of ${(0,number_text.U9)(all)} ${words.noun}s. With JavaScript, this table holds more of them and can be searched, filtered and sorted. ${words.all}`;
yield(0,page_table.Pb)(words.title,COLUMNS,{heading:false,caption:all>rows.length?more:``});
for(const row of rows){
yield(0,page_table.jD)(COLUMNS,[String(row.row),inCode(`${row.file}:${row.line}`),`<span class="outcome ${row.outcome}">${(0,outcome_words.w)(row.outcome,rehearsed)}</span>`,inCode(row.code),explanation(row),[row.email,row.username,row.mobile_number,row.sub].filter(id=>id!==null).map(inCode).join(`<br>`)])}
yield page_table.Pj}
function explanation({message,hint}){
const parts=[message??``,hint??``].map(text_escape.ZD);
return hint===null?parts[0]??``:`${parts[0]}<div class="hint">${parts[1]}</div>`}
function inCode(value){
return value===null?``:`<code>${(0,text_escape.ZD)(value)}</code>`}
;
const MAX_WORDS=2e3;
function pageRowWriter(){
const word=wordWriter();
const message=wordWriter();
return row=>{
const cells=[row.row,row.line,word(row.file),word(row.outcome),word(row.code),word(row.field),message(row.message),word(row.hint),row.duplicateOf,row.attempts,row.sub,row.email,row.username,row.mobile_number];
while(cells.at(-1)===null)cells.pop();
return(0,text_escape.eC)(cells)}}
function pageRowReader(){
const word=wordReader();
const message=wordReader();
return cells=>{
const[row,line,file,outcome,code,field,text,hint,duplicateOf,attempts,...ids]=cells;
const[sub,email,username,mobile]=ids;
return{row:Number(row),line:Number(line),file:word(file)??``,outcome:word(outcome),code:word(code),field:word(field),message:message(text),hint:word(hint),duplicateOf:typeof duplicateOf===`number`?duplicateOf:null,attempts:Number(attempts),sub:textOrNull(sub),email:textOrNull(email),username:textOrNull(username),mobile_number:textOrNull(mobile)}}}
function wordWriter(){
const places=new Map;
return word=>{
if(word===null)return null;
const place=places.get(word);
if(place===undefined&&places.size<MAX_WORDS)places.set(word,places.size);
return place??word}}
function wordReader(){
const words=[];
return cell=>{
if(typeof cell===`number`)return words[cell]??null;
if(typeof cell===`string`&&words.length<MAX_WORDS)words.push(cell);
return cell??null}}
function textOrNull(cell){
return typeof cell===`string`?cell:null}
;
const PAGE_BOUNDS={failures:{rows:2e5,characters:64e6},warnings:{rows:5e4,characters:16e6}};
const MAX_PLAIN_ROWS=1e3;
const BLOCK_ROWS=1e3;
function pageList({name,rows,totals,maxCharacters,none,rehearsed}){
const words=LIST_WORDS[name];
const first=[];
function*table(){
while(first.length<MAX_PLAIN_ROWS){
const next=rows.next();
if(next.done)break;
first.push(next.value)}
yield`<section id="${name}" aria-labelledby="${name}-title">\n`;
yield`<h2 id="${name}-title" tabindex="-1">${words.title}</h2>\n`;
if(first.length===0)yield none;else{
yield`<div class="list" data-list="${name}"></div>\n<noscript>\n`;
const all=Object.values(totals).reduce((sum,count)=>sum+count,0);
yield*plainTable(first,all,words,rehearsed);
yield`</noscript>
`}
yield`</section>
`}
function*data(){
if(first.length===0)return;
yield block((0,text_escape.eC)({list:name,totals}));
const write=pageRowWriter();
let lines=[];
let held=0;
let characters=0;
for(const row of allRows()){
const line=write(row);
lines.push(line);
held++;
characters+=line.length;
if(lines.length===BLOCK_ROWS){
yield block(`[\n${lines.join(`,
`)}\n]`);
lines=[]}
if(characters>maxCharacters)break}
if(lines.length>0)yield block(`[\n${lines.join(`,
`)}\n]`);
yield block((0,text_escape.eC)({end:held}))}
function*allRows(){
yield*first;
for(let next=rows.next();!next.done;next=rows.next())yield next.value}
return{table,data}}
function block(json){
return`<script type="application/json">${json}<\/script>\n`}
var row=__webpack_require__(99919);
;
const MIN_WIDTH=5;
const BAR=1e3;
function outcomeTotals(head){
const{totals}=head;
const rehearsed=(0,rehearsal.SK)(head);
const ended=row.i.filter(outcome=>totals[outcome]>0);
const widths=barWidths(ended.map(outcome=>totals[outcome]));
let at=0;
const bars=ended.map((outcome,index)=>{
const width=widths[index]??0;
const bar=`<rect class="${outcome}" x="${at.toFixed(1)}" width="${width.toFixed(1)}" height="10"/>`;
at+=width;
return bar});
const tiles=ended.map(outcome=>tile(outcome,(0,outcome_words.w)(outcome,rehearsed),totals[outcome],totals.rows));
return`<section aria-labelledby="outcomes">
<h2 id="outcomes" class="hidden">Outcomes</h2>
<svg class="bar" viewBox="0 0 ${BAR} 10" preserveAspectRatio="none" aria-hidden="true">${bars.join(``)}</svg>
<ul class="tiles"><li><b>${(0,number_text.U9)(totals.rows)}</b> ${totals.rows===1?`row`:`rows`}</li>${tiles.join(``)}</ul>
</section>
`}
function tile(outcome,words,rows,all){
const isFailure=report_data.n.some(failure=>failure===outcome);
const name=isFailure?`<a href="#outcome=${outcome}">${words}</a>`:words;
return`<li class="${outcome}"><b>${(0,number_text.U9)(rows)}</b> ${name} <span class="dim">${share(rows,all)}</span></li>`}
function share(rows,all){
const percent=rows/Math.max(1,all)*100;
if(percent<.1)return`&lt; 0.1%`;
return percent>99.9&&rows<all?`&gt; 99.9%`:`${Number(percent.toFixed(1))}%`}
function barWidths(counts){
const all=Math.max(1,counts.reduce((sum,rows)=>sum+rows,0));
const widths=counts.map(rows=>Math.max(MIN_WIDTH,rows/all*BAR));
const excess=widths.reduce((sum,width)=>sum+width,0)-BAR;
const widest=widths.indexOf(Math.max(...widths));
return widths.map((width,index)=>index===widest?Math.max(MIN_WIDTH,width-excess):width)}
;
function reasons(groups,level,fileNames){
const most=groups[0]?.count??1;
const rows=groups.map(group=>{
const first=(0,shown_row.St)(group.first,level,fileNames);
return[reason(group),`<span class="outcome ${group.outcome}">${group.outcome}</span>`,`${(0,number_text.U9)(group.count)}${bar(group,most)}`,(0,page_table.aY)(`${(0,text_escape.ml)(first.file,200)}:${first.line}`,250),`<div class="hint">${(0,page_table.Qq)(first.hint??``,500)}</div>`]});
const columns=[`Code`,`Outcome`,`#Rows`,`First`,`What to do`];
return(0,page_table.Yc)(`Failures by reason`,columns,rows,{className:`reasons`})}
function reason({code:name,field,outcome,first}){
const shown=(0,page_table.aY)(name,MAX_CODE_CHARACTERS);
const about=field===null?``:` ${(0,page_table.aY)(field,MAX_CODE_CHARACTERS)}`;
if(first.code!==name)return shown+about;
const address=`#outcome=${outcome}&code=${encodeURIComponent((0,text_escape._s)((0,text_escape.ml)(name,MAX_CODE_CHARACTERS)))}`;
return`<a href="${(0,text_escape.ZD)(address)}">${shown}</a>${about}`}
function bar({count:rows,outcome},most){
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
function throughputPlot(bars){
const top=roundTop(Math.max(...bars.map(({settled,failed})=>settled+failed)));
const width=1e3/bars.length;
const area=(from,to)=>bars.map((bar,index)=>{
const[low,high]=[100-from(bar)/top*100,100-to(bar)/top*100];
return low===high?``:`M${n(index*width)} ${n(low)}V${n(high)}H${n((index+1)*width)}V${n(low)}Z`}).join(``);
const settled=area(()=>0,bar=>bar.settled);
const failed=area(bar=>bar.settled,bar=>bar.settled+bar.failed);
const picture=`${grid(2)}<path class="created" d="${settled}"/><path class="failed" d="${failed}"/>`;
return{scale:[top,top/2,0].map(chart_short),picture}}
function latencyPlot({buckets,bucketMs},spanMs){
const answered=buckets.flatMap(({ms,p50,p95})=>p50===null||p95===null?[]:[{ms,p50,p95}]);
const power=latency=>Math.log10(Math.max(1,latency));
const lowest=Math.floor(power(Math.min(...answered.map(({p50})=>p50))));
const highest=Math.max(lowest+1,Math.ceil(power(Math.max(...answered.map(({p95})=>p95)))));
const line=of=>answered.map(bucket=>{
const x=(bucket.ms+bucketMs/2)/spanMs*1e3;
return`${n(x)},${n(100-(power(bucket[of])-lowest)/(highest-lowest)*100)}`}).join(` `);
const scale=Array.from({length:highest-lowest+1},(_,step)=>latency(10**(highest-step)));
const lines=`<polyline class="p95" points="${line(`p95`)}"/><polyline class="p50" points="${line(`p50`)}"/>`;
return{scale,picture:`${grid(highest-lowest)}${lines}`}}
function limitPlot(limits,spanMs){
const top=Math.max(1,...limits.map(([,limit])=>limit));
const y=limit=>n(100-limit/top*100);
const steps=limits.filter(([ms])=>ms<spanMs).map(([ms,limit],index)=>index===0?`M0 ${y(limit)}`:`H${n(ms/spanMs*1e3)}V${y(limit)}`);
if(steps.length===0)steps.push(`M0 ${y(top)}`);
const line=`${steps.join(``)}H1000`;
return{scale:[(0,number_text.U9)(top),`0`],picture:`${grid(1)}<path class="limit" d="${line}"/>`}}
function limitAt(limits,ms){
return limits.findLast(([since])=>since<=ms)?.[1]??limits[0]?.[1]??0}
function grid(steps){
const lines=Array.from({length:steps+1},(_,step)=>`M0 ${n(100/steps*step)}H1000`);
return`<path class="grid" d="${lines.join(``)}"/>`}
function roundTop(value){
const power=10**Math.floor(Math.log10(Math.max(value,.1)));
const step=[1,2,4,6,8].find(step=>value<=step*power)??10;
return step*power}
function chart_short(value){
return value<5?String(Number(value.toFixed(2))):(0,number_text.U9)(value)}
function latency(ms){
return ms<1e3?`${ms} ms`:`${(0,number_text.U9)(ms/1e3)} s`}
function n(value){
return String(Math.round(value*10)/10)}
;
const MIN_BUCKETS=3;
const TICK_INTERVALS=4;
function*timelineSection({requests}){
const{timeline,limits}=requests;
const spanMs=timeline===null?0:spanOf(timeline);
if(timeline===null||spanMs<timeline.bucketMs*MIN_BUCKETS)return;
const bars=throughputBars(timeline,spanMs);
const ticks=Array.from({length:TICK_INTERVALS+1},(_,part)=>since(spanMs/TICK_INTERVALS*part));
yield`<section class="charts" aria-labelledby="sending" data-span="${spanMs}" data-bucket="${timeline.bucketMs}">
<h2 id="sending">Sending over time</h2>
<p>${summary(timeline,spanMs,requests)}</p>
<div class="plots" aria-hidden="true">
${figure(`Users per second`,[key(`created`,`created or updated`),key(`failed`,`failed or unanswered`)],throughputPlot(bars))}
${figure(`Response time`,[key(`p95`,`95th percentile`),key(`p50`,`median`),`logarithmic scale`],latencyPlot(timeline,spanMs))}
${figure(`Limit on concurrent requests`,[],limitPlot(limits,spanMs),`low`)}
<ol class="ticks">${ticks.map(tick=>`<li>${tick}</li>`).join(``)}</ol>
<p class="readout dim">Time since sending began. Point at a chart to see its values.</p>
</div>
<details>
<summary>Show the values as a table</summary>
`;
yield*numbers(timeline,limits);
yield`</details>
</section>
`}
function spanOf({buckets,bucketMs}){
return(buckets.at(-1)?.ms??0)+bucketMs}
function summary({startedAt,buckets},spanMs,{latencyMs}){
const users=buckets.reduce((sum,{settled,failed})=>sum+settled+failed,0);
const rate=users/(spanMs/1e3);
const began=(0,page_table.Qq)(startedAt.slice(11,19),8);
return`Sending began at ${began} UTC and took ${(0,number_text.p0)(spanMs)}: ${(0,number_text.hS)(users,`user`)}, ${rateText(rate)} per second on average. Half of the requests were answered within ${(0,number_text.p0)(latencyMs.p50)}, 95% within ${(0,number_text.p0)(latencyMs.p95)}, the slowest after ${(0,number_text.p0)(latencyMs.max)}.`}
function since(ms){
if(ms===0)return`0`;
return ms<6e4?`${Number((ms/1e3).toFixed(1))} s`:(0,number_text.p0)(ms)}
function rateText(rate){
return rate<10?rate.toFixed(1):(0,number_text.U9)(rate)}
function key(tone,name){
return`<span class="key ${tone}">${name}</span>`}
function figure(title,keys,{scale,picture},size=``){
const marks=scale.map(mark=>`<li>${mark}</li>`).join(``);
return`<figure${size===``?``:` class="${size}"`}>
<figcaption><strong>${title}</strong> ${keys.join(` `)}</figcaption>
<ol class="scale">${marks}</ol>
<svg viewBox="0 0 1000 100" preserveAspectRatio="none">${picture}<line class="cursor" y1="0" y2="100"/></svg>
</figure>`}
const page_timeline_COLUMNS=[`#Time`,`#Settled`,`#Failed`,`#Requests`,`#Median`,`#95th percentile`,`#Request limit`];
function*numbers({buckets,bucketMs},limits){
const caption=`Each row covers ${(0,number_text.p0)(bucketMs)}; rows without activity are left out.`;
yield(0,page_table.Pb)(`Values of the charts`,page_timeline_COLUMNS,{caption,heading:false});
for(const{ms,settled,failed,requests,p50,p95}of buckets){
const latencies=[p50,p95].map(latency=>latency===null?``:(0,number_text.p0)(latency));
const cells=[(0,number_text.p0)(ms),(0,number_text.U9)(settled),(0,number_text.U9)(failed),(0,number_text.U9)(requests),...latencies];
yield(0,page_table.jD)(page_timeline_COLUMNS,[...cells,(0,number_text.U9)(limitAt(limits,ms))],ms)}
yield page_table.Pj}
;
function reportHtml(page,bounds=PAGE_BOUNDS){
return(0,text_chunks.m)(pieces(page,bounds))}
function*pieces(page,bounds){
const{groups,level,fileNames,notes,warnings}=page;
const head=(0,shown_head.q)(page.head,level);
const failures=failureList(page,bounds.failures);
const warned=warningList(page,bounds.warnings);
const hasWarnings=Object.keys(warnings.byCode).length>0;
yield*opening(head,notes);
const showsRows=hasRows(head);
if(showsRows)yield outcomeTotals(head);
yield(0,check_section.D)(head);
yield(0,canary_section.j)(head);
yield(0,login_section.S)(head);
yield(0,password_section.y)(head);
yield(0,status_section.X)(head);
yield(0,arrivals_section.T)(head);
yield samplesHtml(head);
yield(0,left_out_section.E)(head);
yield(0,unread_section.m)(head);
yield(0,verified_section.V)(head);
yield(0,missing_section.b)(head);
yield(0,undo_section.f)(head);
yield comparisonHtml(head.comparison);
yield reasons(groups,level,fileNames);
yield*timelineSection(head);
yield(0,fleet_section.d)(head);
if(showsRows)yield*failures.table();
if(hasWarnings)yield*warned.table();
yield`<div class="facts">
`;
yield facts(head);
yield(0,delta_section.b)(head);
yield warningCounts(head.warnings,warnings.byCode);
yield counts(`Left out by skip rules`,`Rule`,head.skippedBy);
yield`</div>
`;
yield exportTable(head);
yield`</main>\n<script>${PAGE_SCRIPT}<\/script>\n`;
yield*failures.data();
yield*warned.data();
yield`</body>
</html>
`}
function failureList({head,failures,level,fileNames},bounds){
const totals=Object.fromEntries(report_data.n.map(outcome=>[outcome,head.totals[outcome]]));
const allowed=allowedRows(failures,({outcome})=>outcome,totals,bounds.rows);
const none=`<p class="dim">${head.totals.rows===0?`No row was read.`:`None.`}</p>\n`;
const rows=pageRows(allowed,row=>(0,shown_row.St)(row,level,fileNames));
return pageList({name:`failures`,rows,totals,maxCharacters:bounds.characters,none,rehearsed:(0,rehearsal.SK)(head)})}
function warningList({head,warnings,level,fileNames},bounds){
const allowed=allowedRows(warnings.rows(),({code})=>code,warnings.byCode,bounds.rows);
const rows=pageRows(allowed,row=>(0,shown_row.s6)(row,level,fileNames));
return pageList({name:`warnings`,rows,totals:warnings.byCode,maxCharacters:bounds.characters,none:``,rehearsed:(0,rehearsal.SK)(head)})}
function*pageRows(rows,shown){
for(const row of rows)yield pageRow(shown(row))}
function hasRows({mode,totals}){
return mode!==`check`&&mode!==`undo`||totals.rows>0}
const POLICY=[`default-src 'none'`,`script-src 'sha256-${PAGE_SCRIPT_HASH}'`,`style-src 'sha256-${PAGE_STYLE_HASH}'`,`connect-src 'none'`,`img-src 'none'`,`base-uri 'none'`,`form-action 'none'`,`require-trusted-types-for 'script'`,`trusted-types 'none'`].join(`; `);
function*opening(head,notes){
const what=(0,rehearsal.r4)(head);
yield`<!doctype html>
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
<body${(0,rehearsal.SK)(head)?` class="rehearsal"`:``}>
${hasRows(head)?`<a class="skip" href="#failures">Skip to failures</a>
`:``}<main>
<header>
<h1>${what} <span class="badge ${TONES[head.outcome]}">${head.outcome}</span></h1>
<p class="dim">${aboutRun(head).join(` · `)}</p>
</header>
`;
if((0,rehearsal.SK)(head))yield`<p class="notes rehearsed">${rehearsal.dG}</p>\n`;
if(notes.length===0)return;
yield`<div class="notes ${TONES[head.outcome]}">\n`;
for(const note of notes)yield`<p>${(0,page_table.Qq)(note,1e3)}</p>\n`;
yield`</div>
`}
const TONES={succeeded:`good`,failed:`bad`,aborted:`bad`,cancelled:`warn`,error:`bad`};
function aboutRun(head){
const{tenant,totals,startedAt,finishedAt,durationMs}=head;
const{files}=head.export;
const more=files.length>1?` and ${(0,number_text.hS)(files.length-1,`more file`)}`:``;
return[...tenant===null?[]:[(0,page_table.Qq)(tenant,300)],...files[0]===undefined?[]:[`${(0,page_table.Qq)(files[0].name,200)}${more}`],...hasRows(head)?[(0,number_text.hS)(totals.rows,`row`)]:[],`${period((0,page_table.Qq)(startedAt,50),(0,page_table.Qq)(finishedAt,50))}, ${(0,number_text.p0)(durationMs)}`]}
function period(from,to){
const[firstDay,first]=[from.slice(0,10),from.slice(11,19)];
const[lastDay,last]=[to.slice(0,10),to.slice(11,19)];
return`${firstDay} ${first} to ${firstDay===lastDay?``:`${lastDay} `}${last} UTC`}})};