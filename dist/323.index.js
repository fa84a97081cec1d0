export const id = 323;
export const ids = [323];
export const modules = {

/***/ 6323:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serveHashChecks: () => (/* binding */ serveHashChecks)
});

// EXTERNAL MODULE: external "node:worker_threads"
var external_node_worker_threads_ = __webpack_require__(75919);
// EXTERNAL MODULE: ./lib/password/algorithm.js
var password_algorithm = __webpack_require__(53660);
// EXTERNAL MODULE: ./lib/password/recognise.js + 4 modules
var recognise = __webpack_require__(21661);
// EXTERNAL MODULE: ./lib/password/uncheckable-hash.js
var uncheckable_hash = __webpack_require__(19085);
// EXTERNAL MODULE: ./lib/password/verify.js + 4 modules
var verify = __webpack_require__(70169);
// EXTERNAL MODULE: ./lib/password/work-limit.js
var work_limit = __webpack_require__(57710);
;// CONCATENATED MODULE: ./lib/verifier/check-hash.js





/**
 * Some seconds of one core. Less than a canary may take, since logins wait for it: 1.3 million rounds of PBKDF2 (Liferay),
 * bcrypt of cost 15, Argon2 with 64 MiB and 16 passes (TYPO3).
 */
const LIMIT = { memory: 256 * 2 ** 20, processed: 4 * 2 ** 30, rounds: 4_000_000 };
/** Checks one password against one packed hash, with the code that the canary uses. Wipes the password's bytes. */
async function checkHash({ passwordHash, password }, secrets) {
    try {
        const recognised = (0,recognise/* recogniseHash */.A)(passwordHash);
        if (recognised.kind === 'none')
            return { outcome: 'unreadable', why: 'is a mark for an account without a password' };
        if (recognised.kind === 'unrecognised')
            return { outcome: 'unreadable', why: recognised.what };
        const { hash } = recognised;
        const algorithm = (0,password_algorithm/* algorithmOf */.H)(hash);
        try {
            (0,work_limit/* assertWorkLimit */.t)(hash, LIMIT);
            // A text, and not the bytes: some systems hash the password in another encoding.
            const isRight = await (0,verify/* verifyHash */.K)(hash, new TextDecoder().decode(password), secrets);
            return { outcome: isRight ? 'verified' : 'refused', algorithm };
        }
        catch (error) {
            if (error instanceof uncheckable_hash/* UncheckableHash */.w)
                return { outcome: 'uncheckable', algorithm, why: error.message };
            throw error;
        }
    }
    finally {
        password.fill(0);
    }
}

;// CONCATENATED MODULE: ./lib/verifier/hash-worker.js


/** A worker thread of the verifier, started with the secrets of the source: answers each task with a `HashFinding`, until it is ended. */
async function serveHashChecks() {
    const port = external_node_worker_threads_.parentPort;
    if (port === null)
        throw new Error('hashes are checked in a worker thread');
    const secrets = external_node_worker_threads_.workerData;
    port.on('message', (task) => {
        // An error that nothing catches ends the thread: the pool answers for it and starts another one.
        void checkHash(task, secrets).then((finding) => port.postMessage(finding));
    });
    port.postMessage('ready');
    return new Promise(() => undefined);
}


/***/ })

};
