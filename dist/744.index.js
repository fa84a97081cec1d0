export const id = 744;
export const ids = [744,996];
export const modules = {

/***/ 79996:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  STATE: () => (/* binding */ STATE),
  publish: () => (/* binding */ publish),
  readInputs: () => (/* binding */ readInputs),
  readRun: () => (/* binding */ readRun),
  resumeOptions: () => (/* binding */ resumeOptions),
  runAction: () => (/* binding */ runAction)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ../../work/main/node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(39779);
// EXTERNAL MODULE: ./lib/canary-input.js + 1 modules
var canary_input = __webpack_require__(27220);
// EXTERNAL MODULE: ./lib/input-error.js
var input_error = __webpack_require__(55479);
// EXTERNAL MODULE: ./lib/inputs.js
var inputs = __webpack_require__(99475);
// EXTERNAL MODULE: ./lib/interrupt.js
var lib_interrupt = __webpack_require__(74635);
// EXTERNAL MODULE: ./lib/job.js + 29 modules
var job = __webpack_require__(72910);
// EXTERNAL MODULE: ./lib/publish/action-log.js
var action_log = __webpack_require__(68271);
;// CONCATENATED MODULE: ./lib/publish/job-summary.js

/** Appends to the step's summary. A runner that shows none (or a full disk) is a notice, never a failure. */
async function writeJobSummary(markdown, log) {
    try {
        await core/* summary */.z.addRaw(markdown, true).write();
    }
    catch (cause) {
        core/* summary */.z.emptyBuffer();
        log.notice(`The job summary could not be written: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
}

;// CONCATENATED MODULE: ./lib/publish/outputs.js

/** The outputs that the contract names, from the report; an output without a value is empty. */
function reportOutputs(head, places) {
    const totals = Object.fromEntries(Object.entries(head.totals).map(([name, rows]) => [name, String(rows)]));
    return {
        outcome: head.outcome,
        ...totals,
        'plan-digest': head.planDigest ?? '',
        'report-path': places.path,
        'report-artifact-id': places.artifactId === null ? '' : String(places.artifactId),
        'report-url': places.url ?? '',
    };
}
/** Hands the outputs to the runner. */
function setOutputs(outputs) {
    for (const [name, value] of Object.entries(outputs))
        core/* setOutput */.uH(name, value);
}

// EXTERNAL MODULE: ./lib/publish/progress-log.js + 1 modules
var progress_log = __webpack_require__(59223);
// EXTERNAL MODULE: ./lib/publish/artifact-upload.js
var artifact_upload = __webpack_require__(42952);
;// CONCATENATED MODULE: ./lib/publish/publish-report.js

const TEN_MINUTES = 10 * 60 * 1000;
/**
 * Uploads the report: all files zipped as `name`, and the page alone un-zipped as `name.html`, so that a click opens it.
 * What goes wrong is said in the log and the notes, never thrown: the files on disk are the report.
 */
async function publishReport({ name, retentionDays }, report, { env, log, uploadTimeoutMs = TEN_MINUTES }) {
    const to = { env, log, timeoutMs: uploadTimeoutMs };
    const notes = [];
    const all = await (0,artifact_upload/* uploadArtifact */.m)(name, [report.json, report.csv, report.html], { retentionDays }, to);
    tell(all, name, report.dir, log, notes);
    // A service that is not there, or hangs, need not be asked twice.
    if (all.kind !== 'uploaded')
        return { artifactId: null, url: null, links: [], notes };
    const page = await (0,artifact_upload/* uploadArtifact */.m)(`${name}.html`, [report.html], { retentionDays, skipArchive: true }, to);
    tell(page, `${name}.html`, report.dir, log, notes);
    const links = [...publish_report_link('Open the report', page, env), ...publish_report_link('all files (zip)', all, env)];
    return { artifactId: all.id, url: all.url, links, notes };
}
function tell(upload, name, dir, log, notes) {
    switch (upload.kind) {
        case 'uploaded':
            log.info(`Artifact ${upload.name}: ${upload.url}`);
            break;
        case 'unavailable':
            notes.push(`The report is not uploaded: ${upload.reason}. Its files are in ${dir}.`);
            log.notice(notes.at(-1) ?? '');
            break;
        case 'failed':
            notes.push(`The artifact ${name} could not be uploaded: ${upload.reason}. The files are in ${dir}.`);
            log.warning(notes.at(-1) ?? '');
            break;
    }
}
/**
 * The last parts of the address relative to the run's page: the whole one would hold owner and repository, and breaks where
 * one of them is also the value of a secret and so is masked in the summary.
 */
function publish_report_link(name, upload, env) {
    return upload.kind === 'uploaded' ? [{ name, url: `./${env.GITHUB_RUN_ID}/artifacts/${upload.id}` }] : [];
}

// EXTERNAL MODULE: ./lib/publish/resume-artifact.js
var resume_artifact = __webpack_require__(57508);
// EXTERNAL MODULE: ./lib/plan/problem-codes.js
var problem_codes = __webpack_require__(57342);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(56200);
// EXTERNAL MODULE: ./lib/report/number-text.js
var number_text = __webpack_require__(8624);
// EXTERNAL MODULE: ./lib/report/shown-row.js
var shown_row = __webpack_require__(5099);
;// CONCATENATED MODULE: ./lib/report/annotations.js




/** GitHub shows ten of each kind a step; the error that fails the step is one of them, and the log needs some warnings. */
const LIMITS = { error: 9, warning: 7, notice: 7 };
const MESSAGE_CHARACTERS = 4096;
/**
 * One annotation for each reason that rows failed for, largest first, then one for each kind of warning; what does not
 * fit GitHub's limits is summed up in the last one of its kind.
 */
function annotations(head, groups, level, fileNames) {
    const byReason = groups.map((group) => groupAnnotation(head, group, level, fileNames));
    // It counts paths and not rows, and each was said when the plan was made.
    const ofRows = Object.entries(head.warnings).filter(([code]) => code !== 'path.unseen');
    const byWarning = ofRows.map(([code, rows]) => {
        return annotation('warning', code, `${(0,number_text/* counted */.hS)(rows, 'row')}, sent all the same${explained(code)}`);
    });
    const all = [...byReason, ...byWarning];
    return ['error', 'warning', 'notice'].flatMap((kind) => limited(all.filter((one) => one.level === kind), kind));
}
function groupAnnotation(head, group, level, fileNames) {
    const first = (0,shown_row/* shownRow */.St)(group.first, level, fileNames);
    const place = `${first.file}:${first.line}${first.field === null ? '' : ` (${first.field})`}`;
    const said = [first.message, first.hint].filter((text) => text !== null).join(' ');
    const rows = (0,number_text/* counted */.hS)(group.count, `${group.outcome} row`);
    const message = `${rows}, first at ${place}${said === '' ? '' : `: ${said}`}`;
    return annotation(severity(group.outcome, head), group.code, message);
}
/** A run that succeeded tolerated these rows: nothing in it is an error. */
function severity(outcome, head) {
    switch (outcome) {
        case 'invalid':
        case 'failed':
        case 'unknown':
            return head.outcome === 'succeeded' ? 'warning' : 'error';
        case 'duplicate':
            return 'warning';
        default:
            return 'notice';
    }
}
/** What the code of a warning means, and what to do. */
function explained(code) {
    const entry = Object.hasOwn(problem_codes/* PROBLEM_CODES */.z, code) ? problem_codes/* PROBLEM_CODES */.z[code] : null;
    return entry === null ? '' : `: ${entry.meaning} ${entry.hint}`;
}
function annotation(level, code, message) {
    return { level, title: (0,report_escape/* visible */.RK)((0,report_escape/* shorten */.ml)(code, 100)), message: (0,report_escape/* shorten */.ml)((0,report_escape/* visible */.RK)(message), MESSAGE_CHARACTERS) };
}
function limited(all, level) {
    const limit = LIMITS[level];
    if (all.length <= limit)
        return all;
    const shown = all.slice(0, limit - 1);
    const rest = all.length - shown.length;
    return [
        ...shown,
        { level, title: 'More', message: `${(0,number_text/* count */.U9)(rest)} more kinds of ${level}; the report has them all` },
    ];
}

// EXTERNAL MODULE: ./lib/report/closing-lines.js
var closing_lines = __webpack_require__(47182);
;// CONCATENATED MODULE: ./lib/report/failed-start.js

/**
 * The summary of a run without a report: every problem, so that one correction is enough. A run that broke may have sent
 * users before.
 */
function failedStart(problems, couldStart) {
    return [
        '## 💥 cidaas migration: error',
        '',
        couldStart ? 'The run broke; the log says where.' : 'Nothing was sent.',
        '',
        ...problems.map((problem) => `- ${(0,report_escape/* escapeMarkdown */.FV)(problem)}`),
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./lib/ledger/row.js
var row = __webpack_require__(75904);
// EXTERNAL MODULE: ./lib/report/canary-section.js
var canary_section = __webpack_require__(56893);
// EXTERNAL MODULE: ./lib/report/check-section.js
var check_section = __webpack_require__(76341);
;// CONCATENATED MODULE: ./lib/report/markdown-budget.js
/**
 * The document within `budget` bytes of UTF-8. When it is too long, items go from the end of the last section first (a
 * section without items goes whole), and a closing line names what is missing; `head` is cut at a line only when it alone is
 * too long.
 */
function fitMarkdown(head, sections, budget) {
    const whole = markdown_budget_document(head, sections, []);
    if (bytes(whole) <= budget)
        return whole;
    const kept = sections.map((section) => ({ ...section, items: [...section.items] }));
    const cut = () => sections.flatMap(({ name, items }, index) => {
        const missing = items.length - (kept[index]?.items.length ?? 0);
        return missing === 0 ? [] : [`${missing} of ${items.length} ${name}`];
    });
    const longestNote = note(sections.map(({ name, items }) => `${items.length} of ${items.length} ${name}`));
    let excess = bytes(whole) + bytes(longestNote) + 2 - budget;
    for (const section of kept.toReversed()) {
        while (excess > 0 && section.items.length > 0)
            excess -= bytes(section.items.pop() ?? '') + 1;
        if (section.items.length === 0)
            excess -= bytes([...section.head, ...(section.tail ?? []), ''].join('\n'));
    }
    const shortened = markdown_budget_document(head, kept, [note(cut())]);
    return bytes(shortened) <= budget ? shortened : cutAtLine(markdown_budget_document(head, [], [note(cut())]), budget);
}
const note = (cut) => `_Shortened to what GitHub shows. Not here: ${cut.join(', ')}. The files of the report have everything._`;
function markdown_budget_document(head, sections, end) {
    const shown = sections.filter(({ items }) => items.length > 0);
    const parts = [head, ...shown.map(({ head: top, items, tail = [] }) => [...top, ...items, ...tail]), end];
    return parts
        .filter((lines) => lines.length > 0)
        .map((lines) => `${lines.join('\n')}\n`)
        .join('\n');
}
function cutAtLine(text, budget) {
    const lines = [];
    let left = budget;
    for (const line of text.split('\n')) {
        left -= bytes(line) + 1;
        if (left < 0)
            break;
        lines.push(line);
    }
    return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}
function bytes(text) {
    return Buffer.byteLength(text);
}

;// CONCATENATED MODULE: ./lib/report/summary.js







/** GitHub shows no summary of a step above 1 MiB. */
const SUMMARY_BYTES = 1_048_576;
const FIRST_FAILURES = 20;
const LISTED = 50;
/** The job summary as GitHub's markdown, at most `budget` bytes of UTF-8. */
function jobSummary(input, budget = SUMMARY_BYTES) {
    const { head, failures, level, fileNames } = input;
    const first = failures.first().slice(0, FIRST_FAILURES);
    const sections = [
        totals(head),
        (0,check_section/* checkSection */.U)(head),
        (0,canary_section/* canarySection */.g)(head),
        reasons(failures.groups(), level, fileNames),
        facts(head),
        tally('skip rules', 'Left out by skip rules', 'Rule', head.skippedBy),
        tally('kinds of warning', 'Warnings', 'Code', head.warnings),
        firstFailures(first.map((row) => (0,shown_row/* shownRow */.St)(row, level, fileNames)), failures.groups().reduce((sum, group) => sum + group.count, 0)),
        files(head),
    ];
    return fitMarkdown(opening(input), sections, budget);
}
const SIGNS = {
    succeeded: '✅',
    failed: '❌',
    aborted: '⛔',
    cancelled: '⏹️',
    error: '💥',
};
function opening({ head, links, notes }) {
    const what = head.mode === 'apply' ? 'cidaas migration' : `cidaas migration ${head.mode}`;
    const lines = [`## ${SIGNS[head.outcome]} ${what}: ${head.outcome}`];
    for (const note of notes)
        lines.push('', (0,report_escape/* escapeMarkdown */.FV)((0,report_escape/* shorten */.ml)(note, 1000)));
    if (links.length > 0)
        lines.push('', `Report: ${links.map(({ name, url }) => (0,report_escape/* markdownLink */.iQ)(name, url)).join(' · ')}`);
    if (head.planDigest !== null)
        lines.push('', `Plan digest: ${(0,report_escape/* markdownCode */.D9)(head.planDigest)}`);
    return lines;
}
function totals(head) {
    const ended = row/* OUTCOMES */.i.filter((outcome) => head.totals[outcome] > 0);
    return {
        name: 'outcomes',
        head: ['| Outcome | Rows |', '| --- | ---: |'],
        items: [
            ...ended.map((outcome) => `| ${outcome} | ${(0,number_text/* count */.U9)(head.totals[outcome])} |`),
            `| **rows** | **${(0,number_text/* count */.U9)(head.totals.rows)}** |`,
        ],
    };
}
function reasons(groups, level, fileNames) {
    const items = groups.slice(0, LISTED).map((group) => {
        const first = (0,shown_row/* shownRow */.St)(group.first, level, fileNames);
        return `| ${(0,report_escape/* markdownCode */.D9)((0,report_escape/* shorten */.ml)(group.code, 100))} | ${group.outcome} | ${(0,number_text/* count */.U9)(group.count)} | ${place(first)} | ${cell(first.hint)} |`;
    });
    if (groups.length > LISTED)
        items.push(`| and ${(0,number_text/* count */.U9)(groups.length - LISTED)} more | | | | |`);
    return {
        name: 'reasons',
        head: [
            '### Why rows did not make it',
            '',
            '| Code | Outcome | Rows | First | What to do |',
            '| --- | --- | ---: | --- | --- |',
        ],
        items,
    };
}
function firstFailures(rows, all) {
    const title = all > rows.length ? `### The first ${(0,number_text/* counted */.hS)(rows.length, 'failure')}` : '### Failures';
    return {
        name: 'failures',
        head: [title, '', '| Row | Where | Outcome | User | What is wrong |', '| ---: | --- | --- | --- | --- |'],
        items: rows.map((row) => {
            const user = Object.values(row.user).map((value) => (0,report_escape/* markdownCode */.D9)((0,report_escape/* shorten */.ml)(value, 100)));
            const what = row.message ?? row.code;
            return `| ${(0,number_text/* count */.U9)(row.row)} | ${place(row)} | ${row.outcome} | ${user.join('<br>')} | ${cell(what)} |`;
        }),
    };
}
function tally(name, title, column, counts) {
    const entries = Object.entries(counts).filter(([, rows]) => rows > 0);
    const items = entries.slice(0, LISTED).map(([key, rows]) => `| ${cell(key)} | ${(0,number_text/* count */.U9)(rows)} |`);
    if (entries.length > LISTED)
        items.push(`| and ${(0,number_text/* count */.U9)(entries.length - LISTED)} more | |`);
    return { name, head: [`### ${title}`, '', `| ${column} | Rows |`, '| --- | ---: |'], items };
}
function facts({ tenant, mapping, durationMs, requests, mode }) {
    const items = [`| Took | ${(0,number_text/* duration */.p0)(durationMs)} |`];
    if (tenant !== null)
        items.unshift(`| Tenant | ${(0,report_escape/* markdownCode */.D9)(tenant)} |`);
    if (mapping !== null)
        items.push(`| Mapping | ${(0,report_escape/* markdownCode */.D9)(mapping.name)} |`);
    if (mode === 'apply') {
        const { p50, p95 } = requests.latencyMs;
        const pace = requests.sent === 0 ? '' : `, half of them within ${(0,number_text/* duration */.p0)(p50)}, 95 % within ${(0,number_text/* duration */.p0)(p95)}`;
        const repeated = requests.retried === 0 ? '' : `, ${(0,number_text/* count */.U9)(requests.retried)} of them repeated`;
        items.push(`| Requests | ${(0,number_text/* count */.U9)(requests.sent)}${repeated}${pace} |`);
    }
    return { name: 'facts', head: ['### The run', '', '| | |', '| --- | --- |'], items };
}
function files(head) {
    const all = head.export.files;
    const items = all.slice(0, LISTED).map((file) => {
        return `| ${(0,report_escape/* markdownCode */.D9)((0,report_escape/* shorten */.ml)(file.name, 200))} | ${file.format} | ${file.encoding} | ${(0,number_text/* size */.Ej)(file.bytes)} | ${(0,report_escape/* markdownCode */.D9)(file.sha256.slice(0, 12))} |`;
    });
    if (all.length > LISTED)
        items.push(`| and ${(0,number_text/* count */.U9)(all.length - LISTED)} more | | | | |`);
    return {
        name: 'files',
        head: ['### The export', '', '| File | Format | Encoding | Size | SHA-256 |', '| --- | --- | --- | ---: | --- |'],
        items,
    };
}
function place(row) {
    return (0,report_escape/* markdownCode */.D9)(`${(0,report_escape/* shorten */.ml)(row.file, 100)}:${row.line}`);
}
function cell(text) {
    return text === null ? '' : (0,report_escape/* escapeMarkdown */.FV)((0,report_escape/* shorten */.ml)(text, 300));
}

// EXTERNAL MODULE: ./lib/settings.js + 3 modules
var settings = __webpack_require__(66145);
// EXTERNAL MODULE: ./lib/tool-version.js
var tool_version = __webpack_require__(76913);
;// CONCATENATED MODULE: ./lib/action.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});




















/** What the post step has to know, by name. */
const STATE = { folder: 'folder', pid: 'pid', published: 'published' };
/** The entry of the action. Returns the exit code of the step: 0 only when the outcome is `succeeded`. */
async function runAction(env) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const log = (0,action_log/* actionLog */.Z)();
        const interrupt = __addDisposableResource(env_1, (0,lib_interrupt/* listenForInterrupts */.v)(), false);
        try {
            const settings = readInputs(log);
            interrupt.limitTime(settings.timeLimitMs);
            const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(env.RUNNER_TEMP ?? process.cwd(), 'cidaas-migrate-'));
            (0,core/* saveState */.LZ)(STATE.folder, folder);
            (0,core/* saveState */.LZ)(STATE.pid, process.pid);
            let kept = false;
            const surroundings = {
                cwd: env.GITHUB_WORKSPACE ?? process.cwd(),
                folder,
                env,
                log,
                progress: (0,progress_log/* progressLog */.m)(log, Date.now),
                stop: interrupt.stop,
                cut: interrupt.cut,
                run: readRun(env),
                toolVersion: tool_version/* TOOL_VERSION */.w,
                onSecret: log.secret,
                workflow: env.GITHUB_WORKFLOW ?? '',
                store: (0,resume_artifact/* resumeArtifacts */.d)(resumeOptions(settings, env, folder, log)),
            };
            const { head } = await (0,job/* runJob */.b5)(settings, surroundings, async (result, memory) => {
                kept = await publish(settings, result, memory, env, log);
            });
            // Otherwise the post step finds the ledger and tries again.
            if (kept) {
                await (0,job/* removeFolder */.v$)(folder);
                (0,core/* saveState */.LZ)(STATE.published, 'true');
            }
            return head.outcome === 'succeeded' ? 0 : 1;
        }
        catch (error) {
            const problems = error instanceof input_error/* InputError */.d ? error.problems : [messageOf(error)];
            for (const problem of problems)
                log.error(problem);
            if (!(error instanceof input_error/* InputError */.d) && error instanceof Error)
                log.info(error.stack ?? '');
            setOutputs({ outcome: 'error' });
            await writeJobSummary(failedStart(problems, !(error instanceof input_error/* InputError */.d)), log);
            return 1;
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** Reads the inputs, and makes every secret unreadable before anything else is said. */
function readInputs(log) {
    for (const name of Object.keys(inputs/* SECRETS */.cW)) {
        for (const text of (0,canary_input/* secretTexts */.V)(name, (0,core/* getInput */.V4)(name)))
            log.secret(text);
    }
    return (0,settings/* readSettings */.sb)((name) => (0,core/* getInput */.V4)(name, { trimWhitespace: false }));
}
/**
 * Artifact, outputs, summary, annotations: what people and later steps see of the report; then the memory for later
 * attempts. True when nothing is left for the post step to try again.
 */
async function publish(settings, { head, report }, memory, env, log) {
    for (const line of (0,closing_lines/* closingLines */.P)(head, report.failures.groups(), report.json))
        log.info(line);
    const published = await publishReport(settings.report, report, { env, log });
    setOutputs(reportOutputs(head, { path: report.json, artifactId: published.artifactId, url: published.url }));
    const fileNames = head.export.files.map(({ name }) => name);
    const level = settings.report.identifiers;
    const notes = [...(0,job/* notesOf */.h$)(head), ...published.notes];
    await writeJobSummary(jobSummary({ head, failures: report.failures, level, fileNames, links: published.links, notes }), log);
    for (const one of annotations(head, report.failures.groups(), level, fileNames))
        log.annotate(one);
    return memory === null || memory.keep();
}
/** What tells this step's resume artifacts from those of another migration in the same run. */
function resumeOptions(settings, env, folder, log) {
    const { tenant, report, resume } = settings;
    const parts = [JSON.stringify(tenant), env.GITHUB_JOB ?? '', env.GITHUB_ACTION ?? '', report.name];
    return { env, log, token: (0,core/* getInput */.V4)('github-token'), runId: resume.runId, parts, folder };
}
function readRun(env) {
    const id = env.GITHUB_RUN_ID;
    const repository = env.GITHUB_REPOSITORY;
    if (id === undefined || repository === undefined)
        return null;
    return {
        id,
        attempt: Number(env.GITHUB_RUN_ATTEMPT ?? '1'),
        url: `${env.GITHUB_SERVER_URL ?? 'https://github.com'}/${repository}/actions/runs/${id}`,
        repository,
        event: env.GITHUB_EVENT_NAME ?? '',
        sha: env.GITHUB_SHA ?? '',
    };
}
function messageOf(error) {
    return error instanceof Error ? error.message : String(error);
}


/***/ }),

/***/ 65744:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(39779);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(79996);
/* harmony import */ var _draft_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(43955);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(72910);
/* harmony import */ var _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(65933);
/* harmony import */ var _publish_action_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(68271);
/* harmony import */ var _publish_resume_artifact_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(57508);
/* harmony import */ var _sending_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(23589);









/** How long a main step that still runs may take to end by itself; its signals may never have reached it (containers). */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 250;
const ENDED = {
    outcome: 'cancelled',
    message: 'The main step ended before it could close the run; this report was written from its ledger.',
};
/**
 * The entry of the post step: closes and publishes a run that its main step could not, then removes what holds users' data.
 * Never fails the job: what goes wrong is a warning.
 */
async function runPost(env) {
    const log = (0,_publish_action_log_js__WEBPACK_IMPORTED_MODULE_6__/* .actionLog */ .Z)();
    const folder = (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)(_action_js__WEBPACK_IMPORTED_MODULE_2__.STATE.folder);
    try {
        if (folder === '' || (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)(_action_js__WEBPACK_IMPORTED_MODULE_2__.STATE.published) === 'true' || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(folder))
            return 0;
        await mainStepEnded(Number((0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)(_action_js__WEBPACK_IMPORTED_MODULE_2__.STATE.pid)), log);
        // A main step that was only slow may have published meanwhile, and removed the folder.
        if ((0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)((0,_job_js__WEBPACK_IMPORTED_MODULE_4__/* .ledgerPath */ .tf)(folder)))
            await takeOver(folder, env, log);
    }
    catch (error) {
        log.warning(`The report of the cancelled run could not be published: ${error instanceof Error ? error.message : String(error)}`);
    }
    finally {
        if (folder !== '')
            await (0,_job_js__WEBPACK_IMPORTED_MODULE_4__/* .removeFolder */ .v$)(folder).catch((error) => log.warning(`${folder} could not be removed and holds users' data: ${String(error)}`));
    }
    return 0;
}
async function takeOver(folder, env, log) {
    const settings = (0,_action_js__WEBPACK_IMPORTED_MODULE_2__.readInputs)(log);
    const ledger = new _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_5__/* .Ledger */ .O((0,_job_js__WEBPACK_IMPORTED_MODULE_4__/* .ledgerPath */ .tf)(folder));
    try {
        const draft = (0,_draft_js__WEBPACK_IMPORTED_MODULE_3__/* .loadDraft */ .C_)(ledger);
        if (draft === undefined)
            return;
        const run = (0,_action_js__WEBPACK_IMPORTED_MODULE_2__.readRun)(env);
        const head = (0,_draft_js__WEBPACK_IMPORTED_MODULE_3__/* .closeRun */ .Ql)(ledger, draft, ENDED, Date.now());
        const report = await (0,_job_js__WEBPACK_IMPORTED_MODULE_4__/* .writeReportOf */ .pT)(settings, env.GITHUB_WORKSPACE ?? process.cwd(), head, ledger);
        const store = (0,_publish_resume_artifact_js__WEBPACK_IMPORTED_MODULE_7__/* .resumeArtifacts */ .d)((0,_action_js__WEBPACK_IMPORTED_MODULE_2__.resumeOptions)(settings, env, folder, log));
        const memory = (0,_job_js__WEBPACK_IMPORTED_MODULE_4__/* .openMemory */ .uZ)(settings, { folder, workflow: env.GITHUB_WORKFLOW ?? '', run, store }, ledger);
        await (0,_action_js__WEBPACK_IMPORTED_MODULE_2__.publish)(settings, { head, report }, (0,_sending_js__WEBPACK_IMPORTED_MODULE_8__/* .hasSent */ .z)(ledger) ? memory : null, env, log);
    }
    finally {
        ledger.close();
    }
}
/** Waits for the main step's process, and ends it when it will not: only one may write to the ledger. */
async function mainStepEnded(pid, log) {
    for (let waited = 0; isRunning(pid); waited += LOOK_EVERY_MS) {
        if (waited >= PATIENCE_MS) {
            log.warning(`The main step (process ${pid}) still ran ${PATIENCE_MS / 1_000} s after it was ended; it is stopped now.`);
            process.kill(pid, 'SIGKILL');
            return;
        }
        if (waited === 0)
            signal(pid, 'SIGTERM');
        await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
}
function isRunning(pid) {
    return signal(pid, 0);
}
function signal(pid, what) {
    if (!Number.isInteger(pid) || pid <= 1)
        return false;
    try {
        return process.kill(pid, what);
    }
    catch {
        return false;
    }
}


/***/ }),

/***/ 68271:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ actionLog)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(39779);
/* harmony import */ var _report_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(56200);


/** GitHub shows no more of a kind for a step; what comes after them is a plain line of the log. */
const SHOWN = 10;
/** The log of the action, through the runner's commands. */
function actionLog() {
    const show = { error: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3, warning: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e, notice: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm };
    const shown = { error: 0, warning: 0, notice: 0 };
    const say = (level, message, title) => {
        // core escapes line ends and per cent signs of commands; the rest of what steers a terminal is ours to show.
        if (shown[level]++ < SHOWN)
            show[level]((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .visible */ .RK)(message), title === undefined ? {} : { title });
        else
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .logLine */ .BP)(`${level}: ${message}`));
    };
    return {
        info: (message) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .logLine */ .BP)(message)),
        notice: (message) => say('notice', message),
        warning: (message) => say('warning', message),
        error: (message) => say('error', message),
        annotate: ({ level, title, message }) => say(level, message, title),
        group: (title, work) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .group */ .Os((0,_report_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .logLine */ .BP)(title), work),
        secret: (value) => {
            if (value !== '')
                _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(value);
        },
    };
}


/***/ }),

/***/ 42952:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ uploadArtifact)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _artifact_service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46166);




/** Enough for anybody who runs the action several times in one job. */
const MAX_COUNTER = 50;
/**
 * Uploads files of one folder as the artifact `name`. A name that is taken in this run gets a counter (`-2`, `-3` …), with a
 * notice.
 */
async function uploadArtifact(name, files, options, { env, log, timeoutMs }) {
    const unavailable = (0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__/* .noRuntime */ .uB)(env);
    if (unavailable !== null)
        return { kind: 'unavailable', reason: unavailable };
    try {
        const { id, name: given } = await (0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__/* .inTime */ .RN)(`Uploading the artifact ${name}`, timeoutMs, async (gone) => firstFreeName(await (0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__/* .loadArtifactClient */ .AX)(), name, files, options, env, gone));
        if (given !== name)
            log.notice(`The artifact name ${name} is taken in this run: uploaded as ${given}.`);
        const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
        const url = `${server}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}/artifacts/${id}`;
        return { kind: 'uploaded', id, url, name: given };
    }
    catch (error) {
        return { kind: 'failed', reason: (0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__/* .reasonFor */ .qo)(error) };
    }
}
async function firstFreeName(client, name, files, options, env, gone) {
    for (let counter = 1;; counter++) {
        const candidate = counted(name, counter, options.skipArchive === true);
        try {
            return { id: await uploadAs(client, candidate, files, options, env), name: candidate };
        }
        catch (error) {
            const taken = error instanceof Error && error.message.includes('(409)');
            if (!taken || counter === MAX_COUNTER || gone.aborted)
                throw error;
        }
    }
}
async function uploadAs(client, name, files, { retentionDays = 0, skipArchive = false }, env) {
    const [first = ''] = files;
    if (!skipArchive)
        return upload(client, name, files, { retentionDays });
    // The client names an un-zipped artifact after its file, so the file is given that name; it must not lead elsewhere.
    if (/[/\\]/.test(name))
        throw new Error('the name of an artifact cannot hold a slash');
    const folder = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(), 'cidaas-migrate-upload-'));
    try {
        const named = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, name);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(first, named);
        return await upload(client, name, [named], { retentionDays, skipArchive });
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(folder, { recursive: true, force: true });
    }
}
async function upload(client, name, files, options) {
    const { id } = await client.uploadArtifact(name, [...files], (0,node_path__WEBPACK_IMPORTED_MODULE_2__.dirname)(files[0] ?? ''), options);
    if (id === undefined)
        throw new Error('the artifact service gave the artifact no id');
    return id;
}
/** `report` as `report-2`; `report.html`, whose ending says what it is, as `report-2.html`. */
function counted(name, counter, isFile) {
    if (counter === 1)
        return name;
    const ending = isFile ? (0,node_path__WEBPACK_IMPORTED_MODULE_2__.extname)(name) : '';
    return `${(0,node_path__WEBPACK_IMPORTED_MODULE_2__.basename)(name, ending)}-${counter}${ending}`;
}


/***/ }),

/***/ 57508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ resumeArtifacts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _artifact_download_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(46857);
/* harmony import */ var _artifact_upload_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(42952);





const PREFIX = 'cidaas-migrate-resume-';
const TIMEOUT_MS = 10 * 60 * 1000;
/** Long enough to come back after a holiday weekend; the file is of no use after the go-live. */
const RETENTION_DAYS = 14;
/** Resume files as artifacts of the run: cumulative, so that the newest is the one that counts. */
function resumeArtifacts(options) {
    const { env, log, token, runId, parts, folder } = options;
    const scope = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
    const prefix = `${PREFIX}${scope}`;
    const edges = { env, timeoutMs: TIMEOUT_MS };
    const isLaterAttempt = Number(env.GITHUB_RUN_ATTEMPT ?? '1') > 1;
    return {
        async fetch() {
            if (runId === null && !isLaterAttempt)
                return null;
            const found = await findNewest(prefix, { runId, repository: null, token }, edges, log);
            if (found === null) {
                log.warning('No resume artifact of the run to continue was found: every planned user is sent again, settled ones too. That is safe, and takes the whole time.');
                return null;
            }
            const to = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'resume-artifact');
            await (0,_artifact_download_js__WEBPACK_IMPORTED_MODULE_3__/* .downloadArtifact */ .bk)(found, to, edges);
            const [file] = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(to)).filter((name) => name.endsWith('.bin'));
            return file === undefined ? null : { path: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(to, file), name: found.name };
        },
        async put(path) {
            const uploaded = await (0,_artifact_upload_js__WEBPACK_IMPORTED_MODULE_4__/* .uploadArtifact */ .m)(`${prefix}-${env.GITHUB_RUN_ATTEMPT ?? '1'}`, [path], { retentionDays: RETENTION_DAYS }, { env, log: { ...log, notice: () => undefined }, timeoutMs: TIMEOUT_MS });
            if (uploaded.kind === 'uploaded')
                return true;
            const say = uploaded.kind === 'unavailable' ? log.info : log.warning;
            say(`The resume artifact is not kept: ${uploaded.reason}. A later attempt would send every planned user again, which is safe.`);
            return uploaded.kind === 'unavailable';
        },
    };
}
/** The runtime service first, which needs no permission; then REST, which still knows what earlier attempts uploaded. */
async function findNewest(prefix, place, edges, log) {
    const ways = place.token === '' ? ['any'] : ['any', 'rest'];
    for (const way of ways) {
        try {
            const artifacts = await (0,_artifact_download_js__WEBPACK_IMPORTED_MODULE_3__/* .listArtifacts */ .wn)(place, edges, way);
            const ours = artifacts.filter(({ name }) => name.startsWith(`${prefix}-`)).sort((a, b) => b.id - a.id);
            if (ours[0] !== undefined)
                return ours[0];
        }
        catch (error) {
            if (!(error instanceof _artifact_download_js__WEBPACK_IMPORTED_MODULE_3__/* .ArtifactProblem */ .w))
                throw error;
            log.warning(`Looking for a resume artifact: ${error.message}`);
        }
    }
    return null;
}


/***/ })

};
