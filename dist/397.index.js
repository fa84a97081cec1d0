export const id = 397;
export const ids = [397];
export const modules = {

/***/ 8397:
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
  runAction: () => (/* binding */ runAction),
  workspaceOf: () => (/* binding */ workspaceOf)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 11 modules
var core = __webpack_require__(91659);
// EXTERNAL MODULE: ./lib/ledger/run-folder.js
var run_folder = __webpack_require__(87533);
// EXTERNAL MODULE: ./lib/publish/action-log.js
var action_log = __webpack_require__(74958);
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

// EXTERNAL MODULE: ./lib/publish/artifact-upload.js
var artifact_upload = __webpack_require__(86959);
;// CONCATENATED MODULE: ./lib/publish/publish-report.js

const TEN_MINUTES = 10 * 60 * 1000;
/**
 * Uploads the report: all files zipped as `name`, and the page alone un-zipped as `name.html`, so that a click opens it.
 * What goes wrong is said in the log and the notes, never thrown: the files on disk are the report.
 */
async function publishReport({ name, retentionDays }, report, { env, log, folder, uploadTimeoutMs = TEN_MINUTES }) {
    const to = { env, log, timeoutMs: uploadTimeoutMs, ...(folder === undefined ? {} : { folder }) };
    const notes = [];
    const all = await (0,artifact_upload/* uploadArtifact */.m)(name, [report.json, report.csv, report.html], { retentionDays }, to);
    tell(all, name, report.dir, log, notes);
    // A service that is not there, or hangs, need not be asked twice.
    if (all.kind !== 'uploaded')
        return { isDone: all.kind === 'unavailable', artifactId: null, url: null, links: [], notes };
    const page = await (0,artifact_upload/* uploadArtifact */.m)(`${name}.html`, [report.html], { retentionDays, skipArchive: true }, to);
    tell(page, `${name}.html`, report.dir, log, notes);
    const links = [...publish_report_link('Open the report', page, env), ...publish_report_link('all files (zip)', all, env)];
    return { isDone: true, artifactId: all.id, url: all.url, links, notes };
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

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./lib/publish/repository-places.js


/** Compressed or encrypted, a file has no lines that a page could show. */
const WITHOUT_LINES = /\.(?:gz|zst|age)$/i;
/** What of the named files lies in the repository that is checked out in (or below) `workspace`. */
function repositoryPlaces(workspace, { mapping, exportIsArtifact }, ruleLines) {
    return {
        mapping: mapping === null ? null : pathInRepository(workspace, mapping),
        ruleLines,
        exported: (name) => (exportIsArtifact || WITHOUT_LINES.test(name) ? null : pathInRepository(workspace, name)),
    };
}
/** Finds the place that a sentence begins with: `mapping.yml:12: …`, perhaps after the file it is about (`users.csv: …`). */
function placeOfMessage(workspace, { mapping, exportIsArtifact }, text) {
    const [, , name, line] = /^(?:([^:]+): )?([^:]+(?::[\\/][^:]+)?):(\d+): /.exec(text) ?? [];
    if (name === undefined || (name !== mapping && (exportIsArtifact || WITHOUT_LINES.test(name))))
        return null;
    const file = pathInRepository(workspace, name);
    return file === null ? null : { file, line: Number(line) };
}
/** From the root of the checkout that the file lies in: `actions/checkout` may have been given a `path`. */
function pathInRepository(workspace, name) {
    const top = (0,external_node_path_.resolve)(workspace);
    const path = (0,external_node_path_.resolve)(top, name);
    const inside = (0,external_node_path_.relative)(top, path);
    if (inside === '' || inside.startsWith('..') || (0,external_node_path_.isAbsolute)(inside) || !(0,external_node_fs_.existsSync)(path))
        return null;
    let root = (0,external_node_path_.dirname)(path);
    while (root !== top && !(0,external_node_fs_.existsSync)((0,external_node_path_.join)(root, '.git')))
        root = (0,external_node_path_.dirname)(root);
    return (0,external_node_path_.relative)(root, path).split(external_node_path_.sep).join('/');
}

// EXTERNAL MODULE: ./lib/publish/resume-artifact.js
var resume_artifact = __webpack_require__(4899);
// EXTERNAL MODULE: ./lib/publish/artifact-download.js
var artifact_download = __webpack_require__(12862);
// EXTERNAL MODULE: ./lib/publish/artifact-service.js
var artifact_service = __webpack_require__(38135);
// EXTERNAL MODULE: ./lib/publish/github-client.js
var github_client = __webpack_require__(9258);
;// CONCATENATED MODULE: ./lib/publish/state-artifact.js







const PREFIX = 'cidaas-migrate-state-';
const TIMEOUT_MS = 10 * 60 * 1000;
/** What GitHub lists at most at a time. */
const PAGE = 100;
/** States as artifacts of the runs of this workflow on this branch of this repository; never of pull requests or forks. */
function stateArtifacts(options) {
    const { env, log, token, parts, folder, retentionDays } = options;
    const scope = (0,external_node_crypto_.createHash)('sha256').update(parts.join('\n')).digest('hex').slice(0, 12);
    const name = `${PREFIX}${scope}`;
    let fetched = 0;
    async function* fetchAll() {
        for await (const runId of runsWithState(name, env, token)) {
            const place = { runId, repository: null, token };
            const ports = { env, timeoutMs: TIMEOUT_MS };
            const ours = (await (0,artifact_download/* listArtifacts */.wn)(place, ports, 'rest')).filter((one) => isNamed(one.name, name));
            for (const artifact of ours.sort((a, b) => b.id - a.id)) {
                const to = (0,external_node_path_.join)(folder, `state-${++fetched}`);
                try {
                    await (0,artifact_download/* downloadArtifact */.bk)(artifact, to, ports);
                }
                catch (error) {
                    if (!(error instanceof artifact_download/* DamagedArtifact */.eD))
                        throw error;
                    log.warning(`The state ${artifact.name} of run ${runId} is not used: ${error.message}`);
                    continue;
                }
                const file = (await (0,promises_.readdir)(to)).find((entry) => entry.endsWith('.bin'));
                if (file !== undefined)
                    yield { path: (0,external_node_path_.join)(to, file), name: `${artifact.name} of run ${runId}` };
            }
        }
    }
    return {
        async *candidates() {
            try {
                yield* fetchAll();
            }
            catch (error) {
                // A full sync can go on without; a delta then says that it has nothing to compare with.
                log.warning(`The last state could not be fetched: ${(0,artifact_service/* reasonFor */.qo)(error)}. It needs \`permissions: actions: read\` and \`github-token\`.`);
            }
        },
        async put(path) {
            const uploaded = await (0,artifact_upload/* uploadArtifact */.m)(name, [path], { retentionDays }, { env, log, timeoutMs: TIMEOUT_MS });
            if (uploaded.kind === 'uploaded')
                return true;
            const say = uploaded.kind === 'unavailable' ? log.notice : log.warning;
            say(`The state is not kept: ${uploaded.reason}. The next delta compares with the state before this run, and sends these users again.`);
            return uploaded.kind === 'unavailable';
        },
    };
}
/** A name that was taken in its run bears a counter. */
function isNamed(found, name) {
    return found === name || (found.startsWith(`${name}-`) && /^\d+$/.test(found.slice(name.length + 1)));
}
/** Runs that hold a state, newest first, from all pages of the repository's artifacts. */
async function* runsWithState(name, env, token) {
    const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
    const branch = branchOf(env);
    const { rest } = await (0,github_client/* connectGitHub */.U)(token, env);
    // One deadline a request: in between, whoever asked fetches artifacts.
    const deadline = () => ({ signal: AbortSignal.timeout(TIMEOUT_MS) });
    const seen = new Set();
    for (let page = 1;; page++) {
        const place = { owner, repo, per_page: PAGE, page };
        const { data } = await rest.actions.listArtifactsForRepo({ ...place, request: deadline() });
        for (const artifact of data.artifacts) {
            const run = artifact.workflow_run;
            if (!isNamed(artifact.name, name) || artifact.expired || typeof run?.id !== 'number' || seen.has(run.id))
                continue;
            seen.add(run.id);
            if (run.head_branch !== branch || run.head_repository_id !== run.repository_id)
                continue;
            const { data: details } = await rest.actions.getWorkflowRun({ owner, repo, run_id: run.id, request: deadline() });
            if (isSameWorkflow(details.path, env) && !details.event.startsWith('pull_request'))
                yield run.id;
        }
        if (data.artifacts.length < PAGE)
            return;
    }
}
/** The branch that states are bound to; empty for a tag. */
function branchOf({ GITHUB_REF = '' }) {
    return GITHUB_REF.startsWith('refs/heads/') ? GITHUB_REF.slice('refs/heads/'.length) : '';
}
/** `.github/workflows/sync.yml`, which a reference of another repository's workflow may follow with `@ref`. */
function isSameWorkflow(path, { GITHUB_WORKFLOW_REF = '', GITHUB_REPOSITORY = '' }) {
    const own = GITHUB_WORKFLOW_REF.slice(GITHUB_REPOSITORY.length + 1).split('@')[0];
    return own !== '' && path.split('@')[0] === own;
}

;// CONCATENATED MODULE: ./lib/publish/pull-request.js

/** The pull request whose event started this run; null for other events. */
async function pullRequestOfEvent({ GITHUB_EVENT_PATH: path, GITHUB_REPOSITORY: own, }) {
    const event = await readEvent(path);
    const pull = property(event, 'pull_request');
    const number = property(pull, 'number');
    if (typeof number !== 'number')
        return null;
    const from = property(property(property(pull, 'head'), 'repo'), 'full_name');
    return { number, fromFork: typeof from !== 'string' || from.toLowerCase() !== own?.toLowerCase() };
}
/** The newest open pull request that this run's commit belongs to; null when there is none. */
async function pullRequestOfCommit(client, { GITHUB_REPOSITORY: repository = '', GITHUB_SHA: commit_sha = '' }, signal) {
    const [owner = '', repo = ''] = repository.split('/');
    const { data } = await client.rest.repos.listPullRequestsAssociatedWithCommit({
        owner,
        repo,
        commit_sha,
        request: { signal },
    });
    const open = data.filter(({ state }) => state === 'open').sort((a, b) => b.number - a.number)[0];
    if (open === undefined)
        return null;
    return { number: open.number, fromFork: open.head.repo?.full_name.toLowerCase() !== repository.toLowerCase() };
}
async function readEvent(path) {
    try {
        return JSON.parse(await (0,promises_.readFile)(path ?? '', 'utf8'));
    }
    catch {
        // Not there or no JSON: then this is no event of a pull request either.
        return null;
    }
}
function property(value, name) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

;// CONCATENATED MODULE: ./lib/publish/sticky-comment.js



const TWO_MINUTES = 2 * 60 * 1000;
/**
 * Keeps one comment on the pull request of this run up to date. `auto` only looks at the event; `always` also asks whether
 * the commit belongs to an open pull request. What goes wrong is said and never thrown: the summary says the same.
 */
async function publishComment(comment, when, { env, log, token, timeoutMs = TWO_MINUTES }) {
    if (when === 'never')
        return;
    const ofEvent = await pullRequestOfEvent(env);
    if (ofEvent === null && when === 'auto')
        return;
    if (token === '')
        return log.notice('No comment on the pull request: there is no `github-token`.');
    let pull = ofEvent;
    try {
        await (0,artifact_service/* inTime */.RN)('Commenting on the pull request', timeoutMs, async (signal) => {
            const client = await (0,github_client/* connectGitHub */.U)(token, env);
            pull ??= await pullRequestOfCommit(client, env, signal);
            if (pull === null)
                return log.notice('No comment: this commit belongs to no open pull request.');
            log.info(await upsert(client, env, pull, comment, signal));
        });
    }
    catch (error) {
        const status = error instanceof Error && 'status' in error ? error.status : null;
        if (status === 401 || status === 403 || status === 404)
            log.notice(refused(pull));
        else
            log.warning(`The pull request could not be commented on: ${(0,artifact_service/* reasonFor */.qo)(error)}. The job summary says the same.`);
    }
}
async function upsert(client, { GITHUB_REPOSITORY: repository = '' }, { number: issue_number }, { marker, digest, body }, signal) {
    const [owner = '', repo = ''] = repository.split('/');
    const request = { signal };
    const known = await find(client, { owner, repo, issue_number, request }, marker);
    if (known === null) {
        const { data } = await client.rest.issues.createComment({ owner, repo, issue_number, body, request });
        return `Commented on the pull request: ${data.html_url}`;
    }
    if (known.body.startsWith(`${marker}${digest} `))
        return `The comment on the pull request says it already: ${known.url}`;
    await client.rest.issues.updateComment({ owner, repo, comment_id: known.id, body, request });
    return `The comment on the pull request is up to date: ${known.url}`;
}
/** Who may write to the repository, beside bots such as the token of a workflow. */
const TRUSTED = ['OWNER', 'MEMBER', 'COLLABORATOR'];
/**
 * The oldest comment with the marker. One that a stranger wrote is passed over: he must not get us to put our words under his
 * name, nor keep us from saying them.
 */
async function find(client, where, marker) {
    for await (const { data } of client.paginate.iterator(client.rest.issues.listComments, { ...where, per_page: 100 })) {
        for (const { id, body, user, author_association: association, html_url: url } of data) {
            if (body?.startsWith(marker) !== true)
                continue;
            if (user?.type === 'Bot' || TRUSTED.includes(association ?? ''))
                return { id, body, url };
        }
    }
    return null;
}
function refused(pull) {
    const why = pull?.fromFork === true
        ? 'workflows of a pull request from a fork get a token that only reads'
        : '`github-token` may not write there: give the job `permissions: pull-requests: write`';
    return `No comment on the pull request: ${why}. The job summary says the same.`;
}

// EXTERNAL MODULE: ./lib/plan/problem-codes.js
var problem_codes = __webpack_require__(84659);
// EXTERNAL MODULE: ./lib/text/escape.js
var text_escape = __webpack_require__(18944);
// EXTERNAL MODULE: ./lib/text/number-text.js
var number_text = __webpack_require__(95064);
// EXTERNAL MODULE: ./lib/report/failure-tally.js
var failure_tally = __webpack_require__(27675);
;// CONCATENATED MODULE: ./lib/report/places.js
/** Nothing lies in the repository. */
const NO_PLACES = { mapping: null, ruleLines: {}, exported: () => null };

;// CONCATENATED MODULE: ./lib/report/annotations.js





/** GitHub shows ten of each kind a step; the error that fails the step is one of them, and the log needs some warnings. */
const LIMITS = { error: 9, warning: 7, notice: 7 };
const MESSAGE_CHARACTERS = 4096;
/**
 * One annotation for each reason that rows failed for, largest first, then one for each kind of warning; what does not
 * fit GitHub's limits is summed up in the last one of its kind.
 */
function annotations(head, groups, level, fileNames, places = NO_PLACES) {
    const byReason = groups.map((group) => {
        const place = placeOf(group, fileNames, places);
        return { ...groupAnnotation(head, group, level, fileNames), ...(place !== null && { place }) };
    });
    // It counts paths and not rows, and each was said when the plan was made.
    const ofRows = Object.entries(head.warnings).filter(([code]) => code !== 'path.unseen');
    const byWarning = ofRows.map(([code, rows]) => {
        return annotation('warning', code, `${(0,number_text/* counted */.hS)(rows, 'row')}, sent all the same${explained(code)}`);
    });
    const all = [...byReason, ...byWarning];
    return ['error', 'warning', 'notice'].flatMap((kind) => limited(all.filter((one) => one.level === kind), kind));
}
function groupAnnotation(head, group, level, fileNames) {
    const rows = (0,number_text/* counted */.hS)(group.count, `${group.outcome} row`);
    return annotation(severity(group.outcome, head), group.code, `${rows}, ${(0,failure_tally/* firstOf */.Ku)(group, level, fileNames)}`);
}
/** What the mapping's rules cannot make of a value is corrected in the mapping as a rule, everything else in the export. */
const BY_RULES = {
    'boolean.invalid': true,
    'date.ambiguous': true,
    'date.invalid': true,
    'expr.failed': true,
    'field.unknown': true,
    'hash.missing': true,
    'hash.no_verifier': true,
    'hash.unrecognised': true,
    'instant.invalid': true,
    'json.invalid': true,
    'number.imprecise': true,
    'number.invalid': true,
    'phone.invalid': true,
    'type.invalid': true,
    'value.missing': true,
    'value.unknown': true,
};
function placeOf({ code, first }, fileNames, { mapping, ruleLines, exported }) {
    const rule = Object.hasOwn(BY_RULES, code) ? ruleLines[first.field ?? ''] : undefined;
    if (rule !== undefined && mapping !== null)
        return { file: mapping, line: rule };
    const file = exported(fileNames[first.file] ?? '');
    return file === null ? null : { file, line: first.line };
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
    return {
        level,
        title: (0,text_escape/* escapeControlChars */._s)((0,text_escape/* shorten */.ml)(code, 100)),
        message: (0,text_escape/* shorten */.ml)((0,text_escape/* escapeControlChars */._s)(message), MESSAGE_CHARACTERS),
    };
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
var closing_lines = __webpack_require__(87927);
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
        ...problems.map((problem) => `- ${(0,text_escape/* escapeMarkdown */.FV)(problem)}`),
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./lib/compare/compare.js + 1 modules
var compare = __webpack_require__(21337);
// EXTERNAL MODULE: ./lib/report/comparison-story.js
var comparison_story = __webpack_require__(24513);
;// CONCATENATED MODULE: ./lib/report/comparison-markdown.js




/** A summary is read by people; `report.json` has the rest. */
const FIELDS = 40;
const MOVES = 40;
const EXAMPLES = 3;
/** What a reviewer reads first; then rows that end otherwise, and fields that are sent otherwise. */
function comparisonSections(comparison) {
    const { moves, fields } = comparison;
    const { headline, alerts } = (0,comparison_story/* comparisonStory */.$)(comparison);
    const warnings = alerts.map((alert) => `- ⚠️ ${(0,text_escape/* escapeMarkdown */.FV)((0,text_escape/* shorten */.ml)(alert, 500))}`);
    const shownMoves = moves.slice(0, MOVES).map(moveLine);
    if (moves.length > MOVES)
        shownMoves.push(`| | and ${(0,number_text/* count */.U9)(moves.length - MOVES)} more | | | |`);
    const shownFields = fields.slice(0, FIELDS).map((change) => {
        const examples = change.examples.slice(0, EXAMPLES).map(example);
        return `| ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* shorten */.ml)(change.field, 100))} | ${(0,number_text/* count */.U9)((0,compare/* affectedUserCount */.u)(change))} | ${(0,text_escape/* escapeMarkdown */.FV)((0,comparison_story/* changeText */.k)(change))} | ${examples.join('<br>')} |`;
    });
    if (fields.length > FIELDS)
        shownFields.push(`| and ${(0,number_text/* count */.U9)(fields.length - FIELDS)} more | | | |`);
    return [
        {
            name: 'sentences on what the mapping changes',
            head: ['### What this mapping changes', ''],
            // A list begins after a blank line.
            items: [(0,text_escape/* escapeMarkdown */.FV)((0,text_escape/* shorten */.ml)(headline, 1_000)), ...warnings.map((line, at) => (at === 0 ? `\n${line}` : line))],
        },
        {
            name: 'kinds of rows that end otherwise',
            head: [
                '#### Rows that end otherwise',
                '',
                '| Rows | What | Before | Now | First |',
                '| ---: | --- | --- | --- | --- |',
            ],
            items: shownMoves,
        },
        {
            name: 'fields that are sent otherwise',
            head: [
                '#### Fields that are sent otherwise',
                '',
                '| Field | Users | What | Before → now |',
                '| --- | ---: | --- | --- |',
            ],
            items: shownFields,
        },
    ];
}
function moveLine({ kind, from, to, rows, first }) {
    const places = first.slice(0, EXAMPLES).map(({ file, line }) => (0,text_escape/* markdownCode */.D9)(`${(0,text_escape/* shorten */.ml)(file, 100)}:${line}`));
    return `| ${(0,number_text/* count */.U9)(rows)} | ${kind} | ${end(from)} | ${end(to, true)} | ${places.join(' ')} |`;
}
function end(row, withMessage = false) {
    if (row === null)
        return 'not read';
    const field = row.field === null ? '' : ` (${(0,text_escape/* markdownCode */.D9)((0,text_escape/* shorten */.ml)(row.field, 100))})`;
    const why = row.why === null ? '' : ` ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* shorten */.ml)(row.why, 100))}${field}`;
    const message = withMessage && row.message !== null ? `<br>${(0,text_escape/* escapeMarkdown */.FV)((0,text_escape/* shorten */.ml)(row.message, 200))}` : '';
    return `${row.outcome}${why}${message}`;
}
function example({ before, after, how, rows, first }) {
    const shown = (value) => value === null ? '<i>not sent</i>' : (0,text_escape/* markdownCode */.D9)(value) || '<i>blank</i>';
    // Where both stubs look alike, the words are all there is to see.
    const words = how === null ? '' : `, ${(0,text_escape/* escapeMarkdown */.FV)(how)}`;
    const place = (0,text_escape/* markdownCode */.D9)(`${(0,text_escape/* shorten */.ml)(first.file, 100)}:${first.line}`);
    return `${shown(before)} → ${shown(after)}${words} (${(0,number_text/* counted */.hS)(rows, 'user')}, first ${place})`;
}

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

// EXTERNAL MODULE: ./lib/plan/row.js
var row = __webpack_require__(99919);
// EXTERNAL MODULE: ./lib/report/canary-section.js
var canary_section = __webpack_require__(80066);
// EXTERNAL MODULE: ./lib/report/check-section.js
var check_section = __webpack_require__(5696);
// EXTERNAL MODULE: ./lib/report/delta-section.js
var delta_section = __webpack_require__(56650);
// EXTERNAL MODULE: ./lib/report/password-section.js
var password_section = __webpack_require__(4239);
// EXTERNAL MODULE: ./lib/report/request-words.js
var request_words = __webpack_require__(18047);
// EXTERNAL MODULE: ./lib/report/shown-row.js
var shown_row = __webpack_require__(91602);
// EXTERNAL MODULE: ./lib/report/verified-section.js
var verified_section = __webpack_require__(92214);
;// CONCATENATED MODULE: ./lib/report/summary.js












/** GitHub shows no summary of a step above 1 MiB. */
const SUMMARY_BYTES = 1_048_576;
const FIRST_FAILURES = 20;
const LISTED = 50;
/** Sentences at the top, and their bytes: less than a third of a comment. */
const NOTES = 30;
const NOTES_BYTES = 20_000;
/** The job summary as GitHub's markdown, at most `budget` bytes of UTF-8. */
function jobSummary(input, budget = SUMMARY_BYTES) {
    const { head } = input;
    const [reasons, first] = failureSections(input);
    const sections = [
        outcomes(head),
        (0,check_section/* checkSection */.U)(head),
        (0,canary_section/* canarySection */.g)(head),
        (0,password_section/* passwordSection */.B)(head),
        (0,verified_section/* verifiedSection */.c)(head),
        (0,delta_section/* deltaSection */.Y)(head),
        ...(head.comparison === null ? [] : comparisonSections(head.comparison)),
        reasons,
        facts(head),
        ...tallySections(head),
        first,
        files(head),
    ];
    return fitMarkdown(opening(input), sections, budget);
}
/** Why rows did not make it, by reason; then the first of these rows. */
function failureSections(input) {
    const { failures, level, fileNames } = input;
    const first = failures.first().slice(0, FIRST_FAILURES);
    return [
        reasons(failures.groups(), level, fileNames),
        firstFailures(first.map((row) => (0,shown_row/* shownRow */.St)(row, level, fileNames)), failures.groups().reduce((sum, group) => sum + group.count, 0)),
    ];
}
/** What was counted but is no failure. */
function tallySections({ skippedBy, warnings }) {
    return [
        tally('skip rules', 'Left out by skip rules', 'Rule', skippedBy),
        tally('kinds of warning', 'Warnings', 'Code', warnings),
    ];
}
const SIGNS = {
    succeeded: '✅',
    failed: '❌',
    aborted: '⛔',
    cancelled: '⏹️',
    error: '💥',
};
/** How the run ended, and the sentences for people. */
function heading({ head, notes }) {
    const what = head.mode === 'apply' ? 'cidaas migration' : `cidaas migration ${head.mode}`;
    const lines = [`## ${SIGNS[head.outcome]} ${what}: ${head.outcome}`];
    const shown = shownNotes(notes);
    for (const note of shown)
        lines.push('', note);
    if (shown.length < notes.length)
        lines.push('', `… and ${(0,number_text/* count */.U9)(notes.length - shown.length)} more: the log has all.`);
    return lines;
}
/** A mapping may be wrong in a thousand places: what is said at the top must leave room for the rest. */
function shownNotes(notes) {
    const shown = [];
    let left = NOTES_BYTES;
    for (const note of notes.slice(0, NOTES)) {
        const said = (0,text_escape/* escapeMarkdown */.FV)((0,text_escape/* shorten */.ml)(note, 1000));
        left -= Buffer.byteLength(said);
        if (left < 0)
            break;
        shown.push(said);
    }
    return shown;
}
function opening(input) {
    const { head, links } = input;
    const lines = heading(input);
    if (links.length > 0)
        lines.push('', `Report: ${links.map(({ name, url }) => (0,text_escape/* markdownLink */.iQ)(name, url)).join(' · ')}`);
    if (head.planDigest !== null)
        lines.push('', `Plan digest: ${(0,text_escape/* markdownCode */.D9)(head.planDigest)}`);
    return lines;
}
/** How many rows ended how; beside it how they would end with the mapping that the plan is compared with. */
function outcomes({ totals, comparison }) {
    const before = comparison?.before ?? null;
    const ended = row/* OUTCOMES */.i.filter((outcome) => totals[outcome] + (before?.[outcome] ?? 0) > 0);
    const line = (name, now, then) => before === null ? `| ${name} | ${now} |` : `| ${name} | ${now} | ${then} |`;
    return {
        name: 'outcomes',
        head: [line('Outcome', 'Rows', 'Before'), line('---', '---:', '---:')],
        items: [
            ...ended.map((outcome) => line(outcome, (0,number_text/* count */.U9)(totals[outcome]), (0,number_text/* count */.U9)(before?.[outcome] ?? 0))),
            line('**rows**', `**${(0,number_text/* count */.U9)(totals.rows)}**`, `**${(0,number_text/* count */.U9)(before?.rows ?? 0)}**`),
        ],
    };
}
function reasons(groups, level, fileNames) {
    const items = groups.slice(0, LISTED).map((group) => {
        const first = (0,shown_row/* shownRow */.St)(group.first, level, fileNames);
        const field = group.field === null ? '' : ` ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* shorten */.ml)(group.field, 100))}`;
        return `| ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* shorten */.ml)(group.code, 100))}${field} | ${group.outcome} | ${(0,number_text/* count */.U9)(group.count)} | ${place(first)} | ${cell(first.hint)} |`;
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
            const user = Object.values(row.user).map((value) => (0,text_escape/* markdownCode */.D9)((0,text_escape/* shorten */.ml)(value, 100)));
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
        items.unshift(`| Tenant | ${(0,text_escape/* markdownCode */.D9)(tenant)} |`);
    if (mapping !== null)
        items.push(`| Mapping | ${(0,text_escape/* markdownCode */.D9)(mapping.name)} |`);
    if (mode === 'apply') {
        const { p50, p95 } = requests.latencyMs;
        const pace = requests.sent === 0 ? '' : `, half of them within ${(0,number_text/* duration */.p0)(p50)}, 95 % within ${(0,number_text/* duration */.p0)(p95)}`;
        items.push(`| Requests | ${(0,request_words/* requestWords */.X)(requests)}${pace} |`);
    }
    return { name: 'facts', head: ['### The run', '', '| | |', '| --- | --- |'], items };
}
function files(head) {
    const all = head.export.files;
    const items = all.slice(0, LISTED).map((file) => {
        return `| ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* shorten */.ml)(file.name, 200))} | ${file.format} | ${file.encoding} | ${(0,number_text/* size */.Ej)(file.bytes)} | ${(0,text_escape/* markdownCode */.D9)(file.sha256.slice(0, 12))} |`;
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
    return (0,text_escape/* markdownCode */.D9)(`${(0,text_escape/* shorten */.ml)(row.file, 100)}:${row.line}`);
}
function cell(text) {
    return text === null ? '' : (0,text_escape/* escapeMarkdown */.FV)((0,text_escape/* shorten */.ml)(text, 300));
}

;// CONCATENATED MODULE: ./lib/report/review-comment.js





/** GitHub's database takes 65,535 bytes of a comment; its own check counts characters and lets more through. */
const COMMENT_BYTES = 65_535;
const NAME_CHARACTERS = 200;
/**
 * What the reviewers of a pull request should know. What differs from run to run without a meaning (duration, addresses of
 * artifacts) does not make it a new comment.
 *
 * @param name tells several migrations of one pull request apart: the report's name
 */
function reviewComment(input, name, budget = COMMENT_BYTES) {
    const { head, links } = input;
    const comparison = head.comparison === null ? [] : comparisonSections(head.comparison);
    const sections = [outcomes(head), ...comparison, ...failureSections(input), ...tallySections(head)];
    const said = [...heading(input), '', subject(input)];
    const digest = sha256(fitMarkdown(said, sections, Number.MAX_SAFE_INTEGER));
    const marker = `<!-- cidaas-migrate ${nameInMarker(name)} `;
    const report = links.length === 0 ? [] : ['', `Report: ${links.map((link) => (0,text_escape/* markdownLink */.iQ)(link.name, link.url)).join(' · ')}`];
    return { marker, digest, body: fitMarkdown([`${marker}${digest} -->`, ...said, ...report], sections, budget) };
}
/** Two hyphens would end an HTML comment for some parsers; encoded, nothing of a name can. A long one is not to fill the comment. */
function nameInMarker(name) {
    return name.length > NAME_CHARACTERS ? sha256(name) : encodeURIComponent(name).replaceAll('-', '%2D');
}
function subject({ head }) {
    const names = head.export.files.slice(0, 3).map(({ name }) => (0,text_escape/* markdownCode */.D9)((0,text_escape/* shorten */.ml)(name, 100)));
    const others = head.export.files.length > 3 ? ` and ${head.export.files.length - 3} more files` : '';
    const source = names.length === 0 ? 'No export was read' : `Export ${names.join(', ')}${others}`;
    const mapping = head.mapping === null ? '' : ` · mapping ${(0,text_escape/* markdownCode */.D9)((0,text_escape/* shorten */.ml)(head.mapping.name, 200))}`;
    const digest = head.planDigest === null ? '' : ` · plan digest ${(0,text_escape/* markdownCode */.D9)(head.planDigest)}`;
    return `${source}${mapping}${digest}`;
}
function sha256(text) {
    return (0,external_node_crypto_.createHash)('sha256').update(text).digest('hex').slice(0, 32);
}

// EXTERNAL MODULE: ./lib/run/delta-step.js
var delta_step = __webpack_require__(10166);
// EXTERNAL MODULE: ./lib/run/send-step.js + 6 modules
var send_step = __webpack_require__(21002);
// EXTERNAL MODULE: ./lib/runtime/disk-full.js
var disk_full = __webpack_require__(36589);
// EXTERNAL MODULE: ./lib/runtime/input-error.js
var input_error = __webpack_require__(30199);
// EXTERNAL MODULE: ./lib/runtime/progress-log.js + 1 modules
var progress_log = __webpack_require__(9078);
// EXTERNAL MODULE: ./lib/runtime/tool-version.js
var tool_version = __webpack_require__(1041);
// EXTERNAL MODULE: ./lib/settings/inputs.js
var inputs = __webpack_require__(792);
// EXTERNAL MODULE: ./lib/settings/read-settings.js + 4 modules
var read_settings = __webpack_require__(76890);
// EXTERNAL MODULE: ./lib/settings/secret-inputs.js + 1 modules
var secret_inputs = __webpack_require__(82820);
// EXTERNAL MODULE: ./lib/entry/interrupt.js
var entry_interrupt = __webpack_require__(65659);
// EXTERNAL MODULE: ./lib/entry/job.js + 22 modules
var job = __webpack_require__(4163);
;// CONCATENATED MODULE: ./lib/entry/action.js
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
const STATE = {
    folder: 'folder',
    pid: 'pid',
    /** What broke the main step, if something did. */
    broke: 'broke',
    /** `true` when the report has reached its place, whatever became of the rest. */
    reported: 'reported',
    /** `true` when everything has. */
    published: 'published',
};
const NO_REPORT = { path: '', artifactId: null, url: null };
/** The entry of the action. Returns the exit code of the step: 0 only when the outcome is `succeeded`. */
async function runAction(env) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const log = (0,action_log/* actionLog */.Z)();
        const interrupt = __addDisposableResource(env_1, (0,entry_interrupt/* listenForInterrupts */.v)(), false);
        try {
            const settings = readInputs(log);
            log.lookUpPlaces((message) => placeOfMessage(workspaceOf(env), namedFiles(settings), message));
            interrupt.limitTime(settings.timeLimitMs);
            const folder = (0,external_node_path_.join)(env.RUNNER_TEMP ?? process.cwd(), `cidaas-migrate-${(0,external_node_crypto_.randomUUID)()}`);
            // Said before it is there: whenever this process is killed, the post step knows what to remove.
            (0,core/* saveState */.LZ)(STATE.folder, folder);
            (0,core/* saveState */.LZ)(STATE.pid, process.pid);
            await (0,promises_.mkdir)(folder, { mode: 0o700 });
            let kept = false;
            const environment = {
                cwd: workspaceOf(env),
                folder,
                env,
                log,
                progress: (0,progress_log/* progressLog */.mS)(log, Date.now),
                stop: interrupt.stop,
                cut: interrupt.cut,
                run: readRun(env),
                toolVersion: tool_version/* TOOL_VERSION */.w,
                onSecret: log.secret,
                workflow: env.GITHUB_WORKFLOW ?? '',
                store: (0,resume_artifact/* resumeArtifacts */.d)(resumeOptions(settings, env, folder, log)),
                stateStore: stateArtifacts(stateOptions(settings, env, folder, log)),
                branch: branchOf(env),
            };
            const { head } = await (0,job/* runJob */.b5)(settings, environment, async (result, memory, state) => {
                kept = await publish(settings, result, memory, { env, log, folder });
                await (0,delta_step/* keepState */.Jg)(state, log);
            });
            // Otherwise the post step finds the ledger and tries again.
            if (kept) {
                await (0,run_folder/* removeFolder */.v)(folder);
                (0,core/* saveState */.LZ)(STATE.published, 'true');
            }
            return head.outcome === 'succeeded' ? 0 : 1;
        }
        catch (error) {
            const problems = error instanceof input_error/* InputError */.d ? error.problems : [(0,disk_full/* messageOf */.u)(error)];
            for (const problem of problems)
                log.error(problem);
            if (!(error instanceof input_error/* InputError */.d) && !(0,disk_full/* isDiskFull */.b)(error) && error instanceof Error)
                log.info(error.stack ?? '');
            try {
                if (!(error instanceof input_error/* InputError */.d))
                    (0,core/* saveState */.LZ)(STATE.broke, (0,disk_full/* messageOf */.u)(error));
                const known = error instanceof job/* UnwrittenReport */.PU ? reportOutputs(error.head, NO_REPORT) : {};
                setOutputs({ ...known, outcome: 'error' });
            }
            catch (cause) {
                log.error(`Outputs could not be handed to the runner, whose disk may be full: ${(0,disk_full/* messageOf */.u)(cause)}`);
            }
            await writeJobSummary(failedStart(problems, !(error instanceof input_error/* InputError */.d)), log);
            return 1;
        }
        finally {
            forgetProcess(log);
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
/** The post step ends a main step that hangs: by then this number may be another process's. */
function forgetProcess(log) {
    try {
        (0,core/* saveState */.LZ)(STATE.pid, '');
    }
    catch (cause) {
        log.warning(`The runner took no state, its disk may be full: ${(0,disk_full/* messageOf */.u)(cause)}`);
    }
}
/** Reads the inputs, and makes every secret unreadable before anything else is said. */
function readInputs(log) {
    for (const name of Object.keys(inputs/* SECRETS */.cW)) {
        for (const text of (0,secret_inputs/* secretTexts */.V)(name, (0,core/* getInput */.V4)(name)))
            log.secret(text);
    }
    return (0,read_settings/* readSettings */.s)((name) => (0,core/* getInput */.V4)(name, { trimWhitespace: false }));
}
/**
 * Artifact, outputs, summary, annotations: what people and later steps see of the report; then the memory for later
 * attempts. True when nothing is left for the post step to try again.
 */
async function publish(settings, { head, report, ruleLines }, memory, { env, log, folder }) {
    for (const line of (0,closing_lines/* closingLines */.P)(head, report.failures.groups(), report.json))
        log.info(line);
    const published = await publishReport(settings.report, report, { env, log, folder });
    setOutputs(reportOutputs(head, { path: report.json, artifactId: published.artifactId, url: published.url }));
    const fileNames = head.export.files.map(({ name }) => name);
    const level = settings.report.identifiers;
    const notes = [...(0,job/* notesOf */.h$)(head), ...published.notes];
    const places = repositoryPlaces(workspaceOf(env), namedFiles(settings), ruleLines);
    const said = { head, failures: report.failures, level, fileNames };
    await writeJobSummary(jobSummary({ ...said, links: published.links, notes }), log);
    for (const one of annotations(head, report.failures.groups(), level, fileNames, places))
        log.annotate(one);
    const kept = memory === null || (await (0,send_step/* saveResume */.Vl)(memory, log));
    // Last: the summary says the same, and nothing is to wait for it.
    await publishComment(reviewComment({ ...said, links: wholeAddresses(published.links, head), notes: (0,job/* notesOf */.h$)(head) }, settings.report.name), settings.comment, { env, log, token: (0,core/* getInput */.V4)('github-token') });
    if (published.isDone)
        (0,core/* saveState */.LZ)(STATE.reported, 'true');
    return kept && published.isDone;
}
/** A comment lies on another page than the run. */
function wholeAddresses(links, { run }) {
    return run === null ? [] : links.map(({ name, url }) => ({ name, url: new URL(url, run.url).href }));
}
function workspaceOf(env) {
    return env.GITHUB_WORKSPACE ?? process.cwd();
}
function namedFiles({ mapping, export: { artifact } }) {
    return { mapping, exportIsArtifact: artifact !== null };
}
/** What tells this step's resume artifacts from those of another migration in the same run. */
function resumeOptions(settings, env, folder, log) {
    const { tenant, report, resume } = settings;
    const parts = [JSON.stringify(tenant), env.GITHUB_JOB ?? '', env.GITHUB_ACTION ?? '', report.name];
    const exported = `${settings.export.artifact?.name ?? ''}\n${settings.export.patterns ?? ''}`;
    return {
        ...{ env, log, token: (0,core/* getInput */.V4)('github-token'), runId: resume.runId, parts, folder },
        ...{ export: exported, now: Date.now },
    };
}
/** What tells the states of several syncs of this workflow apart. */
function stateOptions(settings, env, folder, log) {
    const parts = [JSON.stringify(settings.tenant), settings.mapping ?? ''];
    return { env, log, token: (0,core/* getInput */.V4)('github-token'), parts, folder, retentionDays: 0 };
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


/***/ }),

/***/ 74958:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ actionLog)
/* harmony export */ });
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(91659);
/* harmony import */ var _text_escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(18944);


/** GitHub shows no more of a kind for a step; what comes after them is a plain line of the log. */
const SHOWN = 10;
/** The log of the action, through the runner's commands. */
function actionLog() {
    const show = { error: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .error */ .z3, warning: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .warning */ .$e, notice: _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .notice */ .lm };
    const shown = { error: 0, warning: 0, notice: 0 };
    let placeOf = () => null;
    const say = (level, message, title, place = placeOf(message)) => {
        const where = place === null ? {} : { file: place.file, startLine: place.line };
        // core escapes line ends and per cent signs of commands; the rest of what steers a terminal is ours to show.
        if (shown[level]++ < SHOWN)
            show[level]((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .escapeControlChars */ ._s)(message), { ...(title !== undefined && { title }), ...where });
        else
            _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .logLine */ .BP)(`${level}: ${message}`));
    };
    return {
        info: (message) => _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .info */ .pq((0,_text_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .logLine */ .BP)(message)),
        notice: (message) => say('notice', message),
        warning: (message) => say('warning', message),
        error: (message) => say('error', message),
        annotate: ({ level, title, message, place }) => say(level, message, title, place ?? null),
        lookUpPlaces: (find) => {
            placeOf = find;
        },
        secret: (value) => {
            if (value !== '')
                _actions_core__WEBPACK_IMPORTED_MODULE_0__/* .setSecret */ .Pq(value);
        },
    };
}


/***/ }),

/***/ 86959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   m: () => (/* binding */ uploadArtifact)
/* harmony export */ });
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(51455);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _artifact_service_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38135);




/** Enough for anybody who runs the action several times in one job. */
const MAX_COUNTER = 50;
/**
 * Uploads files of one folder as the artifact `name`. A name that is taken in this run gets a counter (`-2`, `-3` …), with a
 * notice.
 */
async function uploadArtifact(name, files, options, { env, log, timeoutMs, folder = env.RUNNER_TEMP ?? (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)() }) {
    const unavailable = (0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__/* .noRuntime */ .uB)(env);
    if (unavailable !== null)
        return { kind: 'unavailable', reason: unavailable };
    try {
        const { id, name: given } = await (0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__/* .inTime */ .RN)(`Uploading the artifact ${name}`, timeoutMs, async (gone) => firstFreeName(await (0,_artifact_service_js__WEBPACK_IMPORTED_MODULE_3__/* .loadArtifactClient */ .AX)(), name, files, options, folder, gone));
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
async function firstFreeName(client, name, files, options, folder, gone) {
    for (let counter = 1;; counter++) {
        const candidate = counted(name, counter, options.skipArchive === true);
        try {
            return { id: await uploadAs(client, candidate, files, options, folder), name: candidate };
        }
        catch (error) {
            const taken = error instanceof Error && error.message.includes('(409)');
            if (!taken || counter === MAX_COUNTER || gone.aborted)
                throw error;
        }
    }
}
async function uploadAs(client, name, files, { retentionDays = 0, skipArchive = false }, folder) {
    const [first = ''] = files;
    if (!skipArchive)
        return upload(client, name, files, { retentionDays });
    // The client names an un-zipped artifact after its file, so the file is given that name; it must not lead elsewhere.
    if (/[/\\]/.test(name))
        throw new Error('the name of an artifact cannot hold a slash');
    const staging = await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.mkdtemp)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, 'cidaas-migrate-upload-'));
    try {
        const named = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(staging, name);
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.copyFile)(first, named);
        return await upload(client, name, [named], { retentionDays, skipArchive });
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_0__.rm)(staging, { recursive: true, force: true });
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

/***/ 4899:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   d: () => (/* binding */ resumeArtifacts)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _state_sealed_file_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(89320);
/* harmony import */ var _artifact_download_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(12862);
/* harmony import */ var _artifact_upload_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(86959);






const PREFIX = 'cidaas-migrate-resume-';
const TIMEOUT_MS = 10 * 60 * 1000;
/** Long enough to come back after a holiday weekend; the file is of no use after the go-live. */
const RETENTION_DAYS = 14;
/** Resume files as artifacts of the run: cumulative, so that the newest is the one that counts. */
function resumeArtifacts(options) {
    const { env, log, token, runId } = options;
    const scope = `${PREFIX}${short(options.parts.join('\n'), 12)}`;
    const own = `${scope}-${short(options.export, 8)}`;
    const attempt = env.GITHUB_RUN_ATTEMPT ?? '1';
    return {
        async fetch() {
            // What this run has settled includes what it took over from another one, so it comes first.
            const places = [];
            if (Number(attempt) > 1)
                places.push({ runId: null, repository: null, token });
            if (runId !== null)
                places.push({ runId, repository: null, token });
            for (const place of places) {
                const found = await fetchNewest([own, scope], place, options);
                if (found !== null)
                    return { ...found, runId: String(place.runId ?? env.GITHUB_RUN_ID ?? '') };
            }
            if (places.length > 0)
                log.warning('No resume artifact of the run to continue was found: every planned user is sent again, settled ones too. That is safe, and takes the whole time.');
            return null;
        },
        async put(path) {
            // Renewed every ten minutes: each has a name of its own, so that none is ever taken.
            const written = new Date(options.now()).toISOString().replace(/\D/g, '').slice(0, 14);
            const uploaded = await (0,_artifact_upload_js__WEBPACK_IMPORTED_MODULE_5__/* .uploadArtifact */ .m)(`${own}-${attempt}-${written}`, [path], { retentionDays: RETENTION_DAYS }, { env, log: { ...log, notice: () => undefined }, timeoutMs: TIMEOUT_MS });
            if (uploaded.kind === 'uploaded')
                return true;
            const say = uploaded.kind === 'unavailable' ? log.info : log.warning;
            say(`The resume artifact is not kept: ${uploaded.reason}. A later attempt would send every planned user again, which is safe.`);
            return uploaded.kind === 'unavailable';
        },
    };
}
function short(text, length) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)('sha256').update(text).digest('hex').slice(0, length);
}
/**
 * The runtime service first, which needs no permission; then REST, which still knows what earlier attempts uploaded. What
 * cannot be had is said and passed over: sending everything again is slow, and safe.
 *
 * @throws BrokenSeal when there is one that is damaged.
 */
async function fetchNewest(prefixes, place, { env, log, folder }) {
    const ports = { env, timeoutMs: TIMEOUT_MS };
    const ways = place.token === '' ? ['any'] : ['any', 'rest'];
    for (const way of ways) {
        try {
            const newest = newestOf(prefixes, await (0,_artifact_download_js__WEBPACK_IMPORTED_MODULE_4__/* .listArtifacts */ .wn)(place, ports, way));
            if (newest === null)
                continue;
            const to = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, `resume-artifact-${way}-${newest.id}`);
            await (0,_artifact_download_js__WEBPACK_IMPORTED_MODULE_4__/* .downloadArtifact */ .bk)(newest, to, ports);
            const [file] = (await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.readdir)(to)).filter((name) => name.endsWith('.bin'));
            if (file === undefined)
                throw new _artifact_download_js__WEBPACK_IMPORTED_MODULE_4__/* .DamagedArtifact */ .eD('it holds no resume file');
            return { path: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(to, file), name: newest.name };
        }
        catch (error) {
            if (error instanceof _artifact_download_js__WEBPACK_IMPORTED_MODULE_4__/* .DamagedArtifact */ .eD)
                throw new _state_sealed_file_js__WEBPACK_IMPORTED_MODULE_3__/* .BrokenSeal */ .Je(error.message.replace(/\.$/, ''), { cause: error });
            if (!(error instanceof _artifact_download_js__WEBPACK_IMPORTED_MODULE_4__/* .ArtifactProblem */ .w))
                throw error;
            log.warning(`Looking for a resume artifact: ${error.message}`);
        }
    }
    return null;
}
/** The newest with the first prefix that any has; of the same migration under another name of the export if need be. */
function newestOf(prefixes, artifacts) {
    for (const prefix of prefixes) {
        const ours = artifacts.filter(({ name }) => name.startsWith(`${prefix}-`)).sort((a, b) => b.id - a.id);
        if (ours[0] !== undefined)
            return ours[0];
    }
    return null;
}


/***/ }),

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
