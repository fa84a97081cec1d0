export const id = 317;
export const ids = [317];
export const modules = {

/***/ 15317:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   runPost: () => (/* binding */ runPost)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _actions_core__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(91659);
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(74915);
/* harmony import */ var _draft_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(69828);
/* harmony import */ var _job_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(27249);
/* harmony import */ var _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(48960);
/* harmony import */ var _publish_action_log_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(74958);
/* harmony import */ var _publish_resume_artifact_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(4899);
/* harmony import */ var _remembering_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(42819);
/* harmony import */ var _sending_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(97632);










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
/** A main step that broke has said why; one that was killed could not. */
function whyEnded() {
    const broke = (0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)(_action_js__WEBPACK_IMPORTED_MODULE_2__.STATE.broke);
    return broke === '' ? ENDED : { outcome: 'error', message: broke };
}
async function takeOver(folder, env, log) {
    const settings = (0,_action_js__WEBPACK_IMPORTED_MODULE_2__.readInputs)(log);
    const ledger = new _ledger_ledger_js__WEBPACK_IMPORTED_MODULE_5__/* .Ledger */ .O((0,_job_js__WEBPACK_IMPORTED_MODULE_4__/* .ledgerPath */ .tf)(folder));
    try {
        const draft = (0,_draft_js__WEBPACK_IMPORTED_MODULE_3__/* .loadDraft */ .C_)(ledger);
        if (draft === undefined)
            return;
        const run = (0,_action_js__WEBPACK_IMPORTED_MODULE_2__.readRun)(env);
        ledger.freeRoom();
        const head = (0,_draft_js__WEBPACK_IMPORTED_MODULE_3__/* .loadClosed */ .Zu)(ledger) ?? (0,_draft_js__WEBPACK_IMPORTED_MODULE_3__/* .closeRun */ .Ql)(ledger, draft, whyEnded(), Date.now());
        const store = (0,_publish_resume_artifact_js__WEBPACK_IMPORTED_MODULE_7__/* .resumeArtifacts */ .d)((0,_action_js__WEBPACK_IMPORTED_MODULE_2__.resumeOptions)(settings, env, folder, log));
        const opened = (0,_remembering_js__WEBPACK_IMPORTED_MODULE_8__/* .openMemory */ .uZ)(settings, { folder, workflow: env.GITHUB_WORKFLOW ?? '', run, store }, ledger);
        const memory = (0,_sending_js__WEBPACK_IMPORTED_MODULE_9__/* .hasSent */ .zb)(ledger) ? opened : null;
        if ((0,_actions_core__WEBPACK_IMPORTED_MODULE_1__/* .getState */ .Gu)(_action_js__WEBPACK_IMPORTED_MODULE_2__.STATE.reported) === 'true') {
            if (memory !== null)
                await (0,_sending_js__WEBPACK_IMPORTED_MODULE_9__/* .keepMemory */ .Zv)(memory, log);
            return;
        }
        const report = await (0,_job_js__WEBPACK_IMPORTED_MODULE_4__/* .writeReportOf */ .pT)(settings, (0,_action_js__WEBPACK_IMPORTED_MODULE_2__.workspaceOf)(env), head, ledger).catch(async (error) => {
            if (memory !== null)
                await (0,_sending_js__WEBPACK_IMPORTED_MODULE_9__/* .keepMemory */ .Zv)(memory, log);
            throw error;
        });
        await (0,_action_js__WEBPACK_IMPORTED_MODULE_2__.publish)(settings, { head, report, ruleLines: (0,_draft_js__WEBPACK_IMPORTED_MODULE_3__/* .loadRuleLines */ .YI)(ledger) }, memory, { env, log, folder });
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


/***/ })

};
